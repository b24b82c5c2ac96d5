import { toEpoch, toLocal } from '../recordings/time-zone.ts';

/** First instant of the calendar day that `now` falls on in a time zone, and of the next; epoch ms. */
export function dayAround(now: number, zone: string): { from: number; until: number } {
  const midnight = { ...toLocal(now, zone), hour: 0, minute: 0, second: 0 };
  return { from: toEpoch(midnight, zone), until: toEpoch({ ...midnight, day: midnight.day + 1 }, zone) };
}
