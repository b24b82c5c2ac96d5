/** One sentence into two, and two into one: text and time stay whole. */
import { DomainError } from '../../domain-error.ts';
import { type LayeredSentence, originsOf, type Spoken, type Word } from './layered-sentence.ts';
import { cutWords, joinWords } from './timed-words.ts';

/**
 * @param at UTF-16 position in the text
 * @returns both halves; blanks at the cut belong to neither
 * @throws DomainError INPUT_INVALID where one half would have no text, or no time
 */
export function cut(sentence: Spoken, at: number): [Spoken, Spoken] {
  const place = insidePair(sentence.text, at) ? at - 1 : at;
  const texts = [sentence.text.slice(0, place).trimEnd(), sentence.text.slice(place).trimStart()] as const;
  if (texts.includes('') || sentence.endMs - sentence.startMs < 2)
    throw new DomainError('INPUT_INVALID', { detail: `no sentence on both sides of ${at}` });
  const words = cutWords(sentence, place);
  const { startMs, endMs } = sentence;
  const byShare = startMs + ((endMs - startMs) * place) / sentence.text.length;
  const bound = (ms: number, from: number, to: number) => Math.min(to, Math.max(from, Math.round(ms)));
  const second = bound(msOf(words.right[0]?.start) ?? msOf(words.left.at(-1)?.end) ?? byShare, startMs + 1, endMs - 1);
  const first = bound(msOf(words.left.at(-1)?.end) ?? second, startMs + 1, second);
  const half = (text: string, from: number, to: number, own: Word[]): Spoken => ({
    speaker: sentence.speaker,
    startMs: from,
    endMs: to,
    text,
    words: own.length > 0 ? own : null,
  });
  return [half(texts[0], startMs, first, words.left), half(texts[1], second, endMs, words.right)];
}

const msOf = (seconds: number | undefined): number | undefined => (seconds === undefined ? undefined : seconds * 1000);

const insidePair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

/** The second goes into the first, which lends its speaker unless nobody knows who spoke. */
export function join(first: LayeredSentence, second: LayeredSentence): LayeredSentence {
  return {
    id: first.id,
    speaker: first.speaker === 'unknown' ? second.speaker : first.speaker,
    startMs: Math.min(first.startMs, second.startMs),
    endMs: Math.max(first.endMs, second.endMs),
    text: joinTexts(first.text, second.text),
    words: joinWords(first, second),
    origins: [...new Set([...originsOf(first), ...originsOf(second)])].sort((a, b) => a - b),
  };
}

/** Chinese runs on; words in Latin letters keep a blank between them, figures of one number do not. */
export function joinTexts(first: string, second: string): string {
  const latin = /[\p{Script=Latin}\d,.!?;:)'"%]$/u.test(first) && /^[\p{Script=Latin}\d(]/u.test(second);
  const number = /\d$/.test(first) && /^\d/.test(second);
  return latin && !number ? `${first} ${second}` : first + second;
}
