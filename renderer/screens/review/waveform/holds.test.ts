import { describe, expect, it } from 'vitest';
import type { SilenceCause } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import type { Limit } from '../transcript/limits.ts';
import type { Row } from '../transcript/rows.ts';
import { holdsOf } from './holds.ts';

const pause = (start: number, end: number, limit: Limit | null = null) =>
  ({ kind: 'pause', key: '', start, end, sound: 'silence', cause: 'mute', limit, marks: [] }) as Row;
const found = (limitS: number | null, start: number, end: number, cause: SilenceCause | null = null) =>
  ({
    finding: { rule: 'x', severity: 'minor', verdict: 'not_met', limitS, evidence: [{ start, end, cause }] },
    standing: 'open',
  }) as unknown as FindingMark;
const silent = { sound: 'silence', cause: 'mute' };

describe('spans hatched on the lanes', () => {
  it('are pauses long enough to see, with the limit where a rule says that they exceed it', () => {
    const rows = [
      pause(0, 4),
      pause(10, 30, { seconds: 60, broken: false }),
      pause(40, 120, { seconds: 45, broken: true }),
    ];
    expect(holdsOf(rows, [])).toEqual([
      { start: 10, end: 30, ...silent, limit: null },
      { start: 40, end: 120, ...silent, limit: { seconds: 45, at: 85 } },
    ]);
  });

  it('come, with cause and the own limit, from the findings that judge lengths where there is no transcript', () => {
    expect(holdsOf([], [found(15, 40, 120, 'abandoned'), found(60, 200, 300, 'music'), found(null, 0, 20)])).toEqual([
      { start: 40, end: 120, sound: 'silence', cause: 'abandoned', limit: { seconds: 15, at: 55 } },
      { start: 200, end: 300, sound: 'hold', cause: 'music', limit: { seconds: 60, at: 260 } },
    ]);
  });

  it('are not drawn twice', () => {
    expect(holdsOf([pause(40, 119)], [found(60, 40, 120)])).toHaveLength(1);
  });
});
