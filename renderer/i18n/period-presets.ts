/** The spans of days that people ask for by name, as a range picker takes them. Weeks begin on Monday. */
import dayjs, { type Dayjs } from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import { useTranslation } from './index.ts';

dayjs.extend(isoWeek);

export type NamedPeriod = 'yesterday' | 'lastWeek' | 'thisMonth' | 'lastMonth';

/** First and last day of each. @param today in the library's time zone, YYYY-MM-DD */
export function namedPeriods(today: string): Record<NamedPeriod, [Dayjs, Dayjs]> {
  const now = dayjs(today);
  const monday = now.startOf('isoWeek').subtract(7, 'day');
  const month = now.startOf('month');
  const yesterday = now.subtract(1, 'day');
  return {
    yesterday: [yesterday, yesterday],
    lastWeek: [monday, monday.add(6, 'day')],
    thisMonth: [month, now],
    lastMonth: [month.subtract(1, 'month'), month.subtract(1, 'day')],
  };
}

export interface PeriodPreset {
  name: NamedPeriod;
  label: string;
  value: [Dayjs, Dayjs];
}

export function usePeriodPresets(today: string | undefined): PeriodPreset[] {
  const { t } = useTranslation();
  if (today === undefined) return [];
  const periods = namedPeriods(today);
  return (Object.keys(periods) as NamedPeriod[]).map((name) => ({
    name,
    label: t(`periods.${name}`),
    value: periods[name],
  }));
}
