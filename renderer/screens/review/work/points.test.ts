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
    expect(neighbour(list, 'a', 1)?.id).toBe('own');
    expect(neighbour(list, 'b', -1)?.id).toBe('own');
    expect(neighbour(list, 'nowhere', 1)).toBeNull();
  });
});
