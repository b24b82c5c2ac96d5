/**
 * Arithmetic on calendar days (`YYYY-MM-DD`) and the periods that reports are about. Weeks run from Monday to
 * Sunday and are numbered as ISO 8601 does. Pure; no time zone is involved.
 */
import type { Period } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';

/** Inclusive range of days. */
export interface DayRange {
  from: string;
  to: string;
}

const dayMs = 86_400_000;

/** Day number since 1970-01-01. @throws INPUT_INVALID for a day that the calendar does not have */
function dayNumber(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date)
    throw new DomainError('INPUT_INVALID', { detail: date });
  return at / dayMs;
}

const fromDayNumber = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days);
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: string): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function monday(date: string): string {
  return addDays(date, 1 - isoWeekday(date));
}

/** The week's number and the year it belongs to: the year of its Thursday. */
export function isoWeek(date: string): { year: number; week: number } {
  const thursday = addDays(monday(date), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** Monday of a week; a week 53 that the year does not have is its week 52. */
function weekStart(year: number, week: number): string {
  // 4 January always lies in week 1.
  const start = addDays(monday(`${String(year).padStart(4, '0')}-01-04`), (week - 1) * 7);
  return isoWeek(start).year === year ? start : addDays(start, -7);
}

function monthRange(year: number, month: number): DayRange {
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { from: first, to: addDays(next, -1) };
}

/** The day, ISO week or month that holds the date. */
export function periodRange(period: Period, date: string): DayRange {
  if (period === 'day') return { from: addDays(date, 0), to: date };
  if (period === 'week') return { from: monday(date), to: addDays(monday(date), 6) };
  dayNumber(date);
  return monthRange(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** The period just before the one that holds the date. */
export function previousPeriod(period: Period, date: string): DayRange {
  return periodRange(period, addDays(periodRange(period, date).from, -1));
}

/**
 * What a period is compared with beside the one before: a day with the same weekday a week before, a week with
 * the week of the same number a year before (week 53 with 52 where that year has no 53), a month with the same
 * month a year before.
 */
export function comparablePeriod(period: Period, date: string): DayRange {
  if (period === 'day') return periodRange('day', addDays(date, -7));
  if (period === 'week') {
    const { year, week } = isoWeek(date);
    return periodRange('week', weekStart(year - 1, week));
  }
  dayNumber(date);
  return monthRange(Number(date.slice(0, 4)) - 1, Number(date.slice(5, 7)));
}

/** Every day of the range in order. */
export function daysOf(range: DayRange): string[] {
  const count = daysBetween(range.from, range.to) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(range.from, index));
}

/** First days of the periods that the range touches, in order. */
export function bucketsOf(period: Period, range: DayRange): string[] {
  const starts: string[] = [];
  for (
    let start = periodRange(period, range.from).from;
    start <= range.to;
    start = addDays(periodRange(period, start).to, 1)
  )
    starts.push(start);
  return starts;
}

/** The range of equal length that ends the day before. */
export function rangeBefore(range: DayRange): DayRange {
  return {
    from: addDays(range.from, -(daysBetween(range.from, range.to) + 1)),
    to: addDays(range.from, -1),
  };
}
