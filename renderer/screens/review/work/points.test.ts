import { describe, expect, it } from 'vitest';
import type { ReviewComment } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { neighbour, points } from './points.ts';

const mark = (id: string, number: number | null, start: number | null, itemId: string | null = null) =>
  ({
    number,
    itemId,
    span: start === null ? null : { start, end: start + 1 },
    finding: { id, evidence: [] },
  }) as unknown as FindingMark;
const comment = (id: string, at: number, itemId: string | null) => ({ id, at, itemId }) as ReviewComment;

describe('stops of PgDn', () => {
  const list = points(
    [mark('ok', null, 1), mark('a', 1, 20, '24.14'), mark('b', 2, 60), mark('nowhere', 3, null)],
    [comment('own', 40, null), comment('on a', 22, '24.14')],
  );

  it('are findings and free comments in the order of the call', () => {
    expect(list.map(({ id }) => id)).toEqual(['a', 'own', 'b', 'nowhere']);
  });

  it('begin with the first and end with the last', () => {
    expect(neighbour(list, null, 1)?.id).toBe('a');
    expect(neighbour(list, { id: 'a', place: 0 }, 1)?.id).toBe('own');
    expect(neighbour(list, { id: 'b', place: 0 }, -1)?.id).toBe('own');
    expect(neighbour(list, { id: 'nowhere', place: 0 }, 1)).toBeNull();
  });

  it('are all occurrences of a finding, each in its place among the others', () => {
    const thrice = {
      ...mark('thrice', 1, 10),
      finding: { id: 'thrice', evidence: [10, 30, 50].map((start) => ({ start, end: start + 1 })) },
    };
    const stops = points([thrice as unknown as FindingMark, mark('once', 2, 20)], []);
    expect(stops.map(({ id, at }) => [id, at])).toEqual([
      ['thrice', 10],
      ['once', 20],
      ['thrice', 30],
      ['thrice', 50],
    ]);
    expect(neighbour(stops, { id: 'thrice', place: 1 }, 1)?.at).toBe(50);
    expect(neighbour(stops, { id: 'once', place: 0 }, 1)?.at).toBe(30);
    expect(neighbour(stops, { id: 'thrice', place: 2 }, 1)).toBeNull();
  });
});
