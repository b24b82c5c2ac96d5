import type { ReportScope } from '../../db/index.ts';
import { toEpoch } from '../recordings/time-zone.ts';
import { addDays, type DayRange } from './calendar.ts';

/** The instant at which a day begins in the zone, epoch ms. */
function startOfDay(date: string, zone: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return toEpoch({ year, month, day, hour: 0, minute: 0, second: 0 }, zone);
}

/** Recordings of these days; those without a business date count on the local day of their import. */
export function scopeOf(
  range: DayRange,
  zone: string,
  choice: Pick<ReportScope, 'teams' | 'agentIds' | 'templateId'>,
): ReportScope {
  return {
    ...range,
    importedFrom: startOfDay(range.from, zone),
    importedBefore: startOfDay(addDays(range.to, 1), zone),
    teams: choice.teams,
    agentIds: choice.agentIds,
    templateId: choice.templateId,
  };
}
