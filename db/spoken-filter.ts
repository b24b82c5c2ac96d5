/** What was said, as SQL over the transcripts' search index: shared by the library list and by search. */
import { type RawBuilder, sql } from 'kysely';

export interface SpokenCriteria {
  /** FTS5 query: sentences that count. */
  hit: string;
  /** FTS5 queries of which each needs a sentence in the call; empty when `hit` says it all. */
  together: readonly string[];
  /** FTS5 query that no sentence of the call may match. */
  without: string | null;
  /** Only what they said counts, for all of the above. */
  speakers?: readonly ('agent' | 'customer' | 'unknown')[] | undefined;
  /** From the start sentences count by their beginning (`toMs` exclusive), from the end by their end. */
  time?: { edge: 'start' | 'end'; fromMs?: number | undefined; toMs?: number | undefined } | undefined;
}

/** Conditions on sentence `s` of recording `r`, each led by AND. */
export function sentenceConditions({ speakers, time }: SpokenCriteria): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [];
  if (speakers) all.push(sql`AND s.speaker IN (${sql.join(speakers)})`);
  if (time?.edge === 'start') {
    if (time.fromMs !== undefined) all.push(sql`AND s.start_ms >= ${time.fromMs}`);
    if (time.toMs !== undefined) all.push(sql`AND s.start_ms < ${time.toMs}`);
  } else if (time?.edge === 'end') {
    if (time.fromMs !== undefined) all.push(sql`AND r.duration_ms - s.end_ms >= ${time.fromMs}`);
    if (time.toMs !== undefined) all.push(sql`AND r.duration_ms - s.end_ms <= ${time.toMs}`);
  }
  return all.length === 0 ? sql`` : sql.join(all, sql` `);
}

export const restrictsSentences = ({ speakers, time }: SpokenCriteria): boolean =>
  speakers !== undefined || time?.fromMs !== undefined || time?.toMs !== undefined;
