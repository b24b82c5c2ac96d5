/**
 * Looks for what was said in given calls. The sentences of a call lie together in the index, and calls imported one
 * after the other beside each other: a batch of calls takes few passes over small parts of the index.
 */
import type { LibraryDb } from './open.ts';
import { prepared } from './prepared.ts';
import { restrictsSentences, type SpokenCriteria, sentenceConditions } from './spoken-filter.ts';

export interface SpokenSentenceRow {
  id: number;
  seq: number;
  speaker: 'agent' | 'customer' | 'unknown';
  start_ms: number;
  end_ms: number;
  text: string;
}
export interface ReadCall {
  /** How many sentences count; 0 when the call as a whole does not meet the criteria. */
  count: number;
  /** Those sentences in order. */
  sentences(): SpokenSentenceRow[];
}

/** Sentences by their ids: `call` is a place in the batch. */
interface Piece {
  first: number;
  last: number;
  call: number;
}

/** Reading over so many ids of other calls costs less than another pass. */
const bridge = 5000;
/** Numbers are bound as floats, of which FTS5 takes no notice as a range. */
const between = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)';

/** @returns reads a batch of calls, given by their ids; each is looked at closer when it is asked for by its place */
export function callReader(
  library: LibraryDb,
  spoken: SpokenCriteria,
): (recordingIds: readonly string[]) => (place: number) => ReadCall {
  const conditions = sentenceConditions(spoken).compile(library.db);
  const restricted = restrictsSentences(spoken);
  const hits = prepared(
    library,
    `SELECT rowid FROM segment_search WHERE segment_search MATCH ? AND ${between}`,
  ).pluck();
  const rows = prepared(
    library,
    `SELECT s.id, s.seq, s.speaker, s.start_ms, s.end_ms, s.text FROM json_each(?) w
       CROSS JOIN transcript_segments s ON s.id = w.value CROSS JOIN recordings r ON r.id = ?
     WHERE true ${conditions.sql} ORDER BY s.seq`,
  );

  return (recordingIds) => {
    const pieces = piecesOf(library, recordingIds);
    const intervals = joined(pieces);
    const matching = (match: string): number[][] => {
      const found: number[][] = recordingIds.map(() => []);
      let at = 0;
      for (const { first, last } of intervals)
        for (const id of hits.all(match, first, last) as number[]) {
          while (pieces[at]!.last < id) at += 1;
          if (id >= pieces[at]!.first) found[pieces[at]!.call]!.push(id);
        }
      return found;
    };
    const hit = matching(spoken.hit);
    const together = spoken.together.map(matching);
    const without = spoken.without === null ? null : matching(spoken.without);
    const sentencesOf = (ids: readonly number[], place: number) =>
      rows.all(JSON.stringify(ids), recordingIds[place], ...conditions.parameters) as SpokenSentenceRow[];
    const countOf = (ids: readonly number[], place: number) =>
      restricted && ids.length > 0 ? sentencesOf(ids, place).length : ids.length;

    return (place) => {
      const says = (found: number[][]) => countOf(found[place]!, place) > 0;
      if (!together.every(says) || (without !== null && says(without))) return { count: 0, sentences: () => [] };
      return { count: countOf(hit[place]!, place), sentences: () => sentencesOf(hit[place]!, place) };
    };
  };
}

/** In the order of ids, not overlapping. */
function piecesOf(library: LibraryDb, recordingIds: readonly string[]): Piece[] {
  const ranges = prepared(
    library,
    `SELECT w.key AS call, t.id AS transcript, min(s.id) AS first, max(s.id) AS last, count(*) AS sentences
       FROM json_each(?) w CROSS JOIN transcripts t ON t.recording_id = w.value
       CROSS JOIN transcript_segments s ON s.transcript_id = t.id GROUP BY w.key`,
  ).all(JSON.stringify(recordingIds)) as (Piece & { transcript: string; sentences: number })[];
  const ids = prepared(library, 'SELECT id FROM transcript_segments WHERE transcript_id = ?').pluck();
  return ranges
    .flatMap(({ first, last, call, transcript, sentences }) =>
      // Without a gap, unless the call was corrected: other calls' sentences may then lie between its own.
      last - first + 1 === sentences
        ? [{ first, last, call }]
        : (ids.all(transcript) as number[]).map((id) => ({ first: id, last: id, call })),
    )
    .sort((a, b) => a.first - b.first);
}

/** Few intervals that hold all pieces. */
function joined(pieces: readonly Piece[]): { first: number; last: number }[] {
  const intervals: { first: number; last: number }[] = [];
  for (const { first, last } of pieces) {
    const before = intervals.at(-1);
    if (before && first - before.last <= bridge) before.last = Math.max(before.last, last);
    else intervals.push({ first, last });
  }
  return intervals;
}
