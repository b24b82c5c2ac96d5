/** The results as the list shows them: a row per call, per sentence, and one for what is folded away. */
import type { SearchCall, SearchHit } from '../../../core/contract/index.ts';

export type ResultRow =
  | { kind: 'call'; key: string; call: SearchCall }
  | { kind: 'hit'; key: string; call: SearchCall; hit: SearchHit }
  | { kind: 'more'; key: string; call: SearchCall; left: number };

export function rowsOf(calls: readonly SearchCall[]): ResultRow[] {
  return calls.flatMap((call): ResultRow[] => {
    const { id } = call.recording;
    const left = call.hitCount - call.hits.length;
    return [
      { kind: 'call', key: `call-${id}`, call },
      ...call.hits.map((hit): ResultRow => ({ kind: 'hit', key: `hit-${hit.segmentId}`, call, hit })),
      ...(left > 0 ? [{ kind: 'more' as const, key: `more-${id}`, call, left }] : []),
    ];
  });
}

/** The row `by` steps from this one among those that can be stood on; the first one when there is none yet. */
export function stepFrom(rows: readonly ResultRow[], key: string | null, by: number): ResultRow | null {
  const stops = rows.filter(({ kind }) => kind !== 'call');
  const at = stops.findIndex((row) => row.key === key);
  if (at < 0) return stops[0] ?? null;
  return stops[Math.max(0, Math.min(stops.length - 1, at + by))] ?? null;
}
