import type { ReportScope } from '../../db/index.ts';
import { endOfDay, startOfDay } from '../recordings/time-zone.ts';
import type { DayRange } from './calendar.ts';

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
