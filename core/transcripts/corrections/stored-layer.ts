/** The layer between rows and what edits work on. */
import type { CorrectedTranscript, StoredOriginal, StoredSegment } from '../../../db/index.ts';
import type { Layer } from './layer.ts';
import type { LayeredSentence, Original, Spoken, Word } from './layered-sentence.ts';

export function toLayer({ segments, originals }: CorrectedTranscript): Layer {
  return {
    sentences: segments.map((row) => ({
      id: row.id,
      ...spokenOf(row),
      origins: row.origins === null ? null : (JSON.parse(row.origins) as number[]),
    })),
    originals: new Map(
      originals.map((row) => [row.id, { id: row.id, ...spokenOf(row), by: row.corrected_by, at: row.corrected_at }]),
    ),
  };
}

type SpokenRow = Pick<StoredSegment, 'speaker' | 'start_ms' | 'end_ms' | 'text' | 'words'>;

const spokenOf = (row: SpokenRow): Spoken => ({
  speaker: row.speaker,
  startMs: row.start_ms,
  endMs: row.end_ms,
  text: row.text,
  words: row.words === null ? null : (JSON.parse(row.words) as Word[]),
});

const rowOf = ({ speaker, startMs, endMs, text, words }: Spoken): SpokenRow => ({
  speaker,
  start_ms: startMs,
  end_ms: endMs,
  text,
  words: words === null ? null : JSON.stringify(words),
});

export const segmentRow = (sentence: LayeredSentence, seq: number): StoredSegment => ({
  id: sentence.id,
  seq,
  ...rowOf(sentence),
  origins: sentence.origins === null ? null : JSON.stringify(sentence.origins),
});

export const originalRow = (original: Original): StoredOriginal => ({
  id: original.id,
  ...rowOf(original),
  corrected_by: original.by,
  corrected_at: original.at,
});
