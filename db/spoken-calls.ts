/** The calls in which something was said, found without holding up whatever else is asked meanwhile. */
import { setImmediate } from 'node:timers/promises';
import type { LibraryDb } from './open.ts';
import { prepared } from './prepared.ts';
import { type SpokenCriteria, sentenceConditions } from './spoken-filter.ts';
import { stampOf, whileUnchanged } from './unchanged-memo.ts';

export interface SpokenCalls {
  /** Ids of recordings, a JSON array. */
  ids: string;
  /** What was asked and when: the ids themselves would make a long key of a remembered answer. */
  toJSON(): unknown;
}

/** Sentences looked at in one go. */
const slice = 20_000;
/** Milliseconds after which others get their turn. */
const turn = 8;

/** @returns the calls that meet the criteria as a whole, in no particular order */
export function callsSaying(library: LibraryDb, spoken: SpokenCriteria): Promise<SpokenCalls> {
  return whileUnchanged(library, 'spoken', spoken, async () => {
    const stamp = stampOf(library);
    const [first = new Set<string>(), ...others] = await Promise.all(
      (spoken.together.length > 0 ? spoken.together : [spoken.hit]).map((match) => sayingAny(library, match, spoken)),
    );
    const without = spoken.without === null ? null : await sayingAny(library, spoken.without, spoken);
    const all = [...first].filter((id) => others.every((other) => other.has(id)) && !without?.has(id));
    return { ids: JSON.stringify(all), toJSON: () => ({ spoken, stamp }) };
  });
}

async function sayingAny(library: LibraryDb, match: string, spoken: SpokenCriteria): Promise<Set<string>> {
  const conditions = sentenceConditions(spoken).compile(library.db);
  // A recording is looked up only where its end is asked for. CROSS JOIN keeps the order of the tables as written.
  const recording =
    spoken.time?.edge === 'end'
      ? 'CROSS JOIN transcripts c ON c.id = s.transcript_id CROSS JOIN recordings r ON r.id = c.recording_id'
      : '';
  const part = prepared(
    library,
    `SELECT t.recording_id FROM transcripts t WHERE t.id IN (
         SELECT s.transcript_id FROM segment_search f CROSS JOIN transcript_segments s ON s.id = f.rowid ${recording}
         WHERE f.segment_search MATCH ? AND f.rowid > CAST(? AS INTEGER) AND f.rowid <= CAST(? AS INTEGER)
         ${conditions.sql})`,
  ).pluck();
  const last = lastSentence(library);
  const found = new Set<string>();
  let since = performance.now();
  for (let from = 0; from < last; from += slice) {
    for (const id of part.all(match, from, from + slice, ...conditions.parameters) as string[]) found.add(id);
    if (performance.now() - since < turn) continue;
    await setImmediate();
    since = performance.now();
  }
  return found;
}

/** The highest id that a sentence has; 0 when there is none. */
export function lastSentence(library: LibraryDb): number {
  return (prepared(library, 'SELECT max(id) FROM transcript_segments').pluck().get() as number | null) ?? 0;
}
