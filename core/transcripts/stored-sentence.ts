import type { NewTranscriptSegment, TranscriptSegmentRow } from '../../db/index.ts';
import { hideNumber } from '../text/hide-number.ts';
import { maskSentences } from '../text/sensitive.ts';
import { indexGrams } from './search-index.ts';
import { type Sentence, toMs } from './sentence.ts';

/** Texts with numbers hidden, also where one is dictated over several sentences of one speaker. */
export function maskedTexts(sentences: readonly Pick<Sentence, 'speaker' | 'text'>[]): string[] {
  const masked = new Map<unknown, string>();
  for (const speaker of ['agent', 'customer', 'unknown'] as const) {
    const own = sentences.filter((sentence) => sentence.speaker === speaker);
    const texts = maskSentences(own.map((sentence) => sentence.text));
    for (const [index, sentence] of own.entries()) masked.set(sentence, texts[index]!);
  }
  return sentences.map((sentence) => masked.get(sentence)!);
}

/** As `maskedTexts`, without the customer's own number too, whatever kind of number it is. */
export function hiddenTexts(sentences: readonly Pick<Sentence, 'speaker' | 'text'>[], phone: string | null): string[] {
  return maskedTexts(sentences).map((text) => hideNumber(text, phone));
}

/** Sentences as rows, with what the search index may hold of them. */
export function toRows(sentences: readonly Sentence[]): NewTranscriptSegment[] {
  const masked = maskedTexts(sentences);
  return sentences.map((sentence, seq) => ({
    seq,
    speaker: sentence.speaker,
    start_ms: toMs(sentence.start),
    end_ms: toMs(sentence.end),
    text: sentence.text,
    words: sentence.words ? JSON.stringify(sentence.words) : null,
    grams: indexGrams(masked[seq]!),
  }));
}

type SpokenRow = Pick<TranscriptSegmentRow, 'id' | 'speaker' | 'start_ms' | 'end_ms' | 'text' | 'words'>;

export function toSentence(row: SpokenRow): Sentence & { id: number } {
  return {
    id: row.id,
    speaker: row.speaker,
    start: row.start_ms / 1000,
    end: row.end_ms / 1000,
    text: row.text,
    ...(row.words ? { words: JSON.parse(row.words) as NonNullable<Sentence['words']> } : {}),
  };
}
