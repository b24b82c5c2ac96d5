import type { ReportScope } from '../../db/index.ts';
import { endOfDay, startOfDay } from '../recordings/time-zone.ts';
import { type DayRange, daysOf } from './calendar.ts';

/** Recordings of these days; those without a business date count on the local day of their import. */
export function scopeOf(
  range: DayRange,
  zone: string,
  choice: Pick<ReportScope, 'teams' | 'agentIds' | 'templateId'>,
): ReportScope {
  return {
    ...range,
    importedFrom: startOfDay(range.from, zone),
    importedBefore: endOfDay(range.to, zone),
    teams: choice.teams,
    agentIds: choice.agentIds,
    templateId: choice.templateId,
  };
}

/**
 * The same recordings in pieces that the database answers soon: those without a business date, then day by day, which
 * is the order of sums by day. For sums that begin at the recordings of a day: those that begin at the reviews would
 * walk all of them for every piece.
 */
export function piecesOf(scope: ReportScope): ReportScope[] {
  const undated = { ...scope, to: '' };
  const noneUndated = { ...scope, importedBefore: scope.importedFrom };
  return [undated, ...daysOf(scope).map((day) => ({ ...noneUndated, from: day, to: day }))];
}
