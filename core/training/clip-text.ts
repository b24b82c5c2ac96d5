/** What is said in a clip, with customers' numbers masked. */
import { type LibraryDb, type SpokenSentence, sentencesInSpan } from '../../db/index.ts';
import type { Language } from '../contract/index.ts';
import { hideNumber } from '../text/hide-number.ts';
import { maskSentences } from '../text/sensitive.ts';

/** Sentences that overlap the span. A number may be dictated over several of them, so they are masked together. */
export async function maskedSentences(
  library: LibraryDb,
  recordingId: string,
  span: { startMs: number; endMs: number },
): Promise<SpokenSentence[]> {
  const sentences = await sentencesInSpan(library, recordingId, span.startMs, span.endMs);
  const texts = new Map<SpokenSentence, string>();
  for (const speaker of ['agent', 'customer', 'unknown'] as const) {
    const own = sentences.filter((sentence) => sentence.speaker === speaker);
    const masked = maskSentences(own.map((sentence) => sentence.text.replace(/\s*\n\s*/g, ' ')));
    for (const [index, sentence] of own.entries()) texts.set(sentence, masked[index] ?? '');
  }
  return sentences.map((sentence) => ({ ...sentence, text: texts.get(sentence) ?? '' }));
}

const speakers: Record<Language, Record<SpokenSentence['speaker'], string>> = {
  zh: { agent: '坐席', customer: '客户', unknown: '未知' },
  en: { agent: 'Agent', customer: 'Customer', unknown: 'Unknown' },
};

/** One line per sentence: who, and what. */
export function sentenceLine(sentence: SpokenSentence, language: Language): string {
  return `${speakers[language][sentence.speaker]}：${sentence.text}`;
}

/** What a clip keeps of its words: without the customer's number, whatever kind of number it is. */
export function linesOf(sentences: readonly SpokenSentence[], phone: string | null, language: Language): string {
  return sentences.map((sentence) => hideNumber(sentenceLine(sentence, language), phone)).join('\n');
}

/** Milliseconds as `mm:ss`, minutes beyond 59 included. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
