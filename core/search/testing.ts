/** Calls with transcripts for tests of search, stored and indexed as imports do. */
import { type LibraryDb, replaceTranscript } from '../../db/index.ts';
import { addRecording } from '../test-support/library-rows.ts';
import { indexGrams } from '../transcripts/search-index.ts';
import type { Sentence } from '../transcripts/sentence.ts';
import { toRows } from '../transcripts/stored-sentence.ts';

export async function addCall(
  library: LibraryDb,
  id: string,
  sentences: readonly Sentence[],
  recording: Parameters<typeof addRecording>[2] = {},
): Promise<void> {
  await addRecording(library, id, recording);
  const transcript = { source: 'import' as const, engine: null, model_sha256: null, source_file: null, created_at: 0 };
  await replaceTranscript(library, { ...transcript, id: `t-${id}`, recording_id: id }, toRows(sentences));
}

/** Gives a call's last sentence a new id, as a correction does that splits a sentence. */
export function renumberLastSentence({ raw }: LibraryDb, id: string): void {
  const last = raw
    .prepare('SELECT * FROM transcript_segments WHERE transcript_id = ? ORDER BY seq DESC LIMIT 1')
    .get(`t-${id}`) as { id: number; seq: number; speaker: string; start_ms: number; end_ms: number; text: string };
  raw.prepare('DELETE FROM transcript_segments WHERE id = ?').run(last.id);
  const { lastInsertRowid } = raw
    .prepare(
      `INSERT INTO transcript_segments (transcript_id, seq, speaker, start_ms, end_ms, text) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(`t-${id}`, last.seq, last.speaker, last.start_ms, last.end_ms, last.text);
  raw.prepare('INSERT INTO segment_search (rowid, grams) VALUES (?, ?)').run(lastInsertRowid, indexGrams(last.text));
}
