import { toLocal } from '../recordings/time-zone.ts';

/** Every zone's offset is constant within such a slot. */
const slotMs = 900_000;

/**
 * What the clock in the zone showed, as `YYYY-MM-DD HH:MM:SS`. The zone is asked once per quarter of an hour, as
 * asking is slow and reports list hundreds of thousands of times.
 */
export function wallClockIn(zone: string): (epochMs: number) => string {
  const offsets = new Map<number, number>();
  return (epochMs) => {
    const slot = Math.floor(epochMs / slotMs);
    let offset = offsets.get(slot);
    if (offset === undefined) {
      const { year, month, day, hour, minute, second } = toLocal(slot * slotMs, zone);
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - slot * slotMs;
      offsets.set(slot, offset);
    }
    const iso = new Date(epochMs + offset).toISOString();
    return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  };
}
