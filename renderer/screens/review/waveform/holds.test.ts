import { describe, expect, it } from 'vitest';
import type { FindingMark } from '../findings/marks.ts';
import type { Row } from '../transcript/rows.ts';
import { holdsOf } from './holds.ts';

const pause = (start: number, end: number) =>
  ({ kind: 'pause', key: '', start, end, sound: 'silence', marks: [] }) as Row;
const found = (rule: string, start: number, end: number) =>
  ({ finding: { rule, evidence: [{ start, end }] } }) as unknown as FindingMark;

describe('spans hatched on the lanes', () => {
  it('are pauses long enough to see, with the limit where they exceed it', () => {
    expect(holdsOf([pause(0, 4), pause(10, 30), pause(40, 120)], [])).toEqual([
      { start: 10, end: 30, sound: 'silence', limitAt: null },
      { start: 40, end: 120, sound: 'silence', limitAt: 100 },
    ]);
  });

  it('come from the waits that the machine found where there is no transcript', () => {
    expect(holdsOf([], [found('wait-over-limit', 40, 120), found('greeting', 0, 20)])).toEqual([
      { start: 40, end: 120, sound: 'hold', limitAt: 100 },
    ]);
  });

  it('draw no limit of waits beside a silence', () => {
    expect(holdsOf([], [found('prolonged-silence', 40, 120)])).toEqual([
      { start: 40, end: 120, sound: 'silence', limitAt: null },
    ]);
  });

  it('are not drawn twice', () => {
    expect(holdsOf([pause(40, 119)], [found('wait-over-limit', 40, 120)])).toHaveLength(1);
  });
});
