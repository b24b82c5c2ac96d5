import type { NewTranscriptSegment, TranscriptSegmentRow } from '../../db/index.ts';
import { maskSentences } from '../text/sensitive.ts';
import { indexGrams } from './search-index.ts';
import { type Sentence, toMs } from './sentence.ts';

/** Sentences as rows. What is dictated over several sentences of one speaker is hidden from the index as a whole. */
export function toRows(sentences: readonly Sentence[]): NewTranscriptSegment[] {
  const masked = new Map<Sentence, string>();
  for (const speaker of ['agent', 'customer', 'unknown'] as const) {
    const own = sentences.filter((sentence) => sentence.speaker === speaker);
    const texts = maskSentences(own.map((sentence) => sentence.text));
    for (const [index, sentence] of own.entries()) masked.set(sentence, texts[index]!);
  }
  return sentences.map((sentence, seq) => ({
    seq,
    speaker: sentence.speaker,
    start_ms: toMs(sentence.start),
    end_ms: toMs(sentence.end),
    text: sentence.text,
    words: sentence.words ? JSON.stringify(sentence.words) : null,
    grams: indexGrams(masked.get(sentence)!),
  }));
}

export function toSentence(row: TranscriptSegmentRow): Sentence & { id: number } {
  return {
    id: row.id,
    speaker: row.speaker,
    start: row.start_ms / 1000,
    end: row.end_ms / 1000,
    text: row.text,
    ...(row.words ? { words: JSON.parse(row.words) as NonNullable<Sentence['words']> } : {}),
  };
}
