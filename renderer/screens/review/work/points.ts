/** The places that PgUp and PgDn stop at: each occurrence of a finding to be handled, and free comments. */
import type { ReviewComment, Span } from '../../../../core/contract/index.ts';
import { type FindingMark, openMarks } from '../findings/marks.ts';

export interface Point {
  id: string;
  /** Which of the finding's occurrences, from 0. */
  place: number;
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
    ...findings.flatMap(({ finding, itemId, span }) => {
      const point = { id: finding.id, kind: 'finding', itemId, spans: finding.evidence } as const;
      const starts = finding.evidence.length > 0 ? finding.evidence.map(({ start }) => start) : [span?.start ?? null];
      return starts.map((at, place): Point => ({ ...point, place, at }));
    }),
    ...comments
      .filter(({ itemId }) => itemId === null || !items.has(itemId))
      .map(({ id, itemId, at }): Point => ({ id, place: 0, kind: 'comment', itemId, at, spans: [] })),
  ].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0);
}

/** The stop after (1) or before (−1) the current one; the first when none is current, null at the end. */
export function neighbour(
  list: readonly Point[],
  current: Pick<Point, 'id' | 'place'> | null,
  step: 1 | -1,
): Point | null {
  const at = list.findIndex(({ id, place }) => id === current?.id && place === current.place);
  return (at < 0 ? list[0] : list[at + step]) ?? null;
}
