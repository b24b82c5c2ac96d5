/** The places that PgUp and PgDn stop at: findings to be handled, and comments that stand for themselves. */
import type { ReviewComment, Span } from '../../../../core/contract/index.ts';
import { type FindingMark, openMarks } from '../findings/marks.ts';

export interface Point {
  id: string;
  kind: 'finding' | 'comment';
  itemId: string | null;
  /** Null for a finding without a place in the call. */
  at: number | null;
  /** Not skipped as silence while it is being checked. */
  spans: readonly Span[];
}

/** In call order. A comment on the item of a finding belongs to that finding and is no stop of its own. */
export function points(marks: readonly FindingMark[], comments: readonly ReviewComment[]): Point[] {
  const findings = openMarks(marks);
  const items = new Set(findings.map(({ itemId }) => itemId));
  return [
    ...findings.map(
      ({ finding, itemId, span }): Point => ({
        id: finding.id,
        kind: 'finding',
        itemId,
        at: span?.start ?? null,
        spans: finding.evidence,
      }),
    ),
    ...comments
      .filter(({ itemId }) => itemId === null || !items.has(itemId))
      .map(({ id, itemId, at }): Point => ({ id, kind: 'comment', itemId, at, spans: [] })),
  ].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0);
}

/** The stop after (1) or before (−1) the current one; the first when none is current, null at the end. */
export function neighbour(list: readonly Point[], currentId: string | null, step: 1 | -1): Point | null {
  const at = list.findIndex(({ id }) => id === currentId);
  return (at < 0 ? list[0] : list[at + step]) ?? null;
}
