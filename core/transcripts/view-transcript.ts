import { type CorrectedTranscript, correctedTranscript, type Db } from '../../db/index.ts';
import type { Segment, Transcript } from '../contract/index.ts';
import { toSentence } from './stored-sentence.ts';

/** A recording's transcript as it is read: corrected, with what the corrected sentences came from. Null: it has none. */
export async function viewTranscript(db: Db, recordingId: string): Promise<Transcript | null> {
  const found = await correctedTranscript(db, recordingId);
  if (!found) return null;
  const { transcript, originals } = found;
  return {
    recordingId,
    source: transcript.source,
    engine: transcript.engine,
    ...(transcript.model_file && transcript.model_sha256
      ? { model: { file: transcript.model_file, sha256: transcript.model_sha256 } }
      : {}),
    createdAt: transcript.created_at,
    timing: transcript.timing,
    speakersEstimated: transcript.speakers_estimated === 1,
    corrections: originals.length,
    segments: markedSegments(found),
  };
}

function markedSegments({ segments, originals }: CorrectedTranscript): Segment[] {
  const byId = new Map(originals.map((original) => [original.id, original]));
  return segments.map((row) => {
    if (row.origins === null) return toSentence(row);
    const came = (JSON.parse(row.origins) as number[]).flatMap((id) => byId.get(id) ?? []);
    const last = came.toSorted((a, b) => b.corrected_at - a.corrected_at)[0]!;
    const original = came.map(({ speaker, text }) => ({ speaker, text }));
    return { ...toSentence(row), corrected: { original, by: last.corrected_by, at: last.corrected_at } };
  });
}
