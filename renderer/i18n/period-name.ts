/** What a span of days is called in a sentence: 昨天, 本周, 2026-02, or its days. */
import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import { namedPeriods } from './period-presets.ts';

dayjs.extend(isoWeek);

export type PeriodName = 'today' | 'yesterday' | 'thisWeek' | 'lastWeek' | 'thisMonth' | 'lastMonth';

/** A week or month that still runs has its name up to today as well as whole. @param today in the library's zone */
export function periodName(from: string, to: string, today: string): PeriodName | null {
  const now = dayjs(today);
  const { yesterday, lastWeek, thisMonth, lastMonth } = namedPeriods(today);
  const spans: [PeriodName, dayjs.Dayjs, dayjs.Dayjs][] = [
    ['today', now, now],
    ['yesterday', ...yesterday],
    ['thisWeek', now.startOf('isoWeek'), now],
    ['thisWeek', now.startOf('isoWeek'), now.endOf('isoWeek')],
    ['lastWeek', ...lastWeek],
    ['thisMonth', ...thisMonth],
    ['thisMonth', now.startOf('month'), now.endOf('month')],
    ['lastMonth', ...lastMonth],
  ];
  return spans.find(([, first, last]) => iso(first) === from && iso(last) === to)?.[0] ?? null;
}

const iso = (day: dayjs.Dayjs): string => day.format('YYYY-MM-DD');

/** The days themselves, without the year where it is this one's: 03-02, 03-02–03-08, 2025-12-29–2026-01-04, 03-02– */
export function daysText(from: string | undefined, to: string | undefined, today: string): string {
  const year = today.slice(0, 5);
  const short = [from, to].every((day) => day === undefined || day.startsWith(year));
  const [first, last] = [from, to].map((day) => (short ? day?.slice(5) : day));
  return first === last ? (first ?? '') : `${first ?? ''}–${last ?? ''}`;
}
