/**
 * Search over all transcripts, newest call first. No single question takes long: hits are counted up to a limit, and
 * calls are looked through one by one until the caller has enough of them.
 */
import { sql } from 'kysely';
import type { SpokenSentenceRow } from './call-reader.ts';
import type { LibraryDb } from './open.ts';
import { prepared } from './prepared.ts';
import { matching, type RecordingCriteria } from './recordings-filter.ts';
import { callsSaying, lastSentence } from './spoken-calls.ts';
import { type SpokenCriteria, sentenceConditions } from './spoken-filter.ts';
import { whileUnchanged } from './unchanged-memo.ts';

/** Place in the list of calls, newest first; those without a time stand last. */
export interface CallPlace {
  startedAt: number | null;
  id: string;
}

/** Sentences looked at between two looks at the clock. */
const slice = 200_000;
const everything = 1_000_000_000;
/** Numbers are bound as floats, of which FTS5 takes no notice as a range. */
const whole = 'CAST(? AS INTEGER)';

/**
 * How many sentences match, whoever said them when.
 * @param until `performance.now()` at which counting stops
 * @returns at most `limit` + 1, which stands for "more than limit", also when the time was up before the end
 */
export function countMatches(library: LibraryDb, match: string, limit: number, until: number): number {
  const count = prepared(
    library,
    `SELECT count(*) FROM (SELECT 1 FROM segment_search
       WHERE segment_search MATCH ? AND rowid > ${whole} AND rowid <= ${whole} LIMIT ?)`,
  ).pluck();
  let found = 0;
  // From the newest sentences back: what is common is common there too.
  for (let to = lastSentence(library); to > 0; to -= slice) {
    found += count.get(match, to - slice, to, limit + 1 - found) as number;
    if (found > limit || performance.now() > until) return to > slice || found > limit ? limit + 1 : found;
  }
  return found;
}

/** Sentences and calls that meet all criteria; for what few sentences match. */
export async function countSpoken(
  library: LibraryDb,
  spoken: SpokenCriteria,
  criteria: RecordingCriteria,
): Promise<{ hits: number; calls: number }> {
  const { rows } = await sql<{ hits: number; calls: number }>`
    SELECT count(*) AS hits, count(DISTINCT r.id) AS calls FROM segment_search f
      CROSS JOIN transcript_segments s ON s.id = f.rowid
      CROSS JOIN transcripts t ON t.id = s.transcript_id
      CROSS JOIN recordings r ON r.id = t.recording_id
    WHERE f.segment_search MATCH ${spoken.hit} ${sentenceConditions(spoken)}
      AND r.id IN (${matching(library.db, criteria).select('recordings.id')})`.execute(library.db);
  return rows[0]!;
}

/** Whether a place stands below another one, newest first; ids break ties from the highest. */
function isBelow(place: CallPlace, other: CallPlace): boolean {
  if (place.startedAt !== other.startedAt) return (place.startedAt ?? -1) < (other.startedAt ?? -1);
  return place.id < other.id;
}

/** Calls that meet the criteria, newest first, below a place; found by walking along the list's index. */
export async function callsBelow(
  library: LibraryDb,
  criteria: RecordingCriteria,
  place: CallPlace | null,
  limit: number,
): Promise<CallPlace[]> {
  const inOrder = matching(library.db, criteria)
    .select(['recordings.id as id', 'recordings.started_at as startedAt'])
    .orderBy('recordings.started_at', 'desc')
    .orderBy('recordings.id', 'desc');
  if (place === null) return inOrder.limit(limit).execute();
  const { startedAt, id } = place;
  const undated = inOrder.where('recordings.started_at', 'is', null);
  if (startedAt === null) return undated.where('recordings.id', '<', id).limit(limit).execute();
  const dated = await inOrder
    .where('recordings.started_at', '<=', startedAt)
    .where((eb) => eb.or([eb('recordings.started_at', '<', startedAt), eb('recordings.id', '<', id)]))
    .limit(limit)
    .execute();
  return dated.length === limit ? dated : [...dated, ...(await undated.limit(limit - dated.length).execute())];
}

/** The same where what was said names few calls: all of them at once, remembered until something is written. */
export async function callsSayingBelow(
  library: LibraryDb,
  spoken: SpokenCriteria,
  criteria: RecordingCriteria,
  place: CallPlace | null,
): Promise<CallPlace[]> {
  const saying = { ...criteria, spoken: await callsSaying(library, spoken) };
  const all = await whileUnchanged(library, 'order', { saying }, () => callsBelow(library, saying, null, everything));
  return place === null ? all : all.filter((call) => isBelow(call, place));
}

/** Sentences within `reach` places of the given ones, by call, in order. */
export function sentencesAround(
  library: LibraryDb,
  places: readonly { recordingId: string; seq: number }[],
  reach: number,
): Map<string, SpokenSentenceRow[]> {
  const rows = prepared(
    library,
    `SELECT DISTINCT t.recording_id, s.id, s.seq, s.speaker, s.start_ms, s.end_ms, s.text FROM json_each(?) w
       CROSS JOIN transcripts t ON t.recording_id = w.value ->> 0
       CROSS JOIN transcript_segments s ON s.transcript_id = t.id AND s.seq BETWEEN w.value ->> 1 AND w.value ->> 2
     ORDER BY t.recording_id, s.seq`,
  ).all(
    JSON.stringify(places.map(({ recordingId, seq }) => [recordingId, seq - reach, seq + reach])),
  ) as (SpokenSentenceRow & { recording_id: string })[];
  return Map.groupBy(rows, ({ recording_id }) => recording_id);
}

export interface FoundSentence {
  recordingId: string;
  startMs: number;
  endMs: number;
  durationMs: number | null;
}

/** Sentences by their ids, in the order of calls and time. */
export async function sentencesById(library: LibraryDb, ids: readonly number[]): Promise<FoundSentence[]> {
  return library.db
    .selectFrom('transcript_segments as s')
    .innerJoin('transcripts as t', 't.id', 's.transcript_id')
    .innerJoin('recordings as r', 'r.id', 't.recording_id')
    .select(['r.id as recordingId', 's.start_ms as startMs', 's.end_ms as endMs', 'r.duration_ms as durationMs'])
    .where('s.id', 'in', ids)
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id', 'desc')
    .orderBy('s.seq')
    .execute();
}
