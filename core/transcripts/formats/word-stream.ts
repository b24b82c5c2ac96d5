/** Sentences made of timed words, for files that give nothing larger. */
import type { RawSentence } from './format.ts';

export interface StreamWord {
  text: string;
  /** Seconds; null for a mark of punctuation that has no time of its own. */
  start: number | null;
  end: number | null;
  label: string | null;
  channel: number | null;
}

/** A pause this long ends a sentence, seconds. */
const pauseS = 0.8;
/** A sentence is ended at the next pause at all once it is this long, seconds. */
const longS = 15;
const ends = /[。！？!?…；;.]["”’」』）)]?$/;
const abbreviation = /(?:^|\s)(?:mr|mrs|ms|dr|no|vs|st|[a-z])\.$/i;

/** Words of one voice after another; ends at punctuation, a pause or another voice. */
export function sentencesOfWords(words: readonly StreamWord[]): RawSentence[] {
  const sentences: RawSentence[] = [];
  let open: StreamWord[] = [];
  const close = () => {
    const made = sentenceOf(open);
    if (made) sentences.push(made);
    open = [];
  };
  for (const word of words) {
    const last = open.findLast(({ end }) => end !== null);
    if (last && word.start !== null && breaksBetween(open, last, word)) close();
    open.push(word);
    if (ends.test(word.text) && !abbreviation.test(word.text)) close();
  }
  close();
  return sentences;
}

function breaksBetween(open: readonly StreamWord[], last: StreamWord, next: StreamWord): boolean {
  if (last.label !== next.label || last.channel !== next.channel) return true;
  const pause = next.start! - last.end!;
  const begun = open.find(({ start }) => start !== null)?.start ?? next.start!;
  return pause >= pauseS || (next.start! - begun >= longS && pause > 0.15);
}

function sentenceOf(words: readonly StreamWord[]): RawSentence | null {
  const timed = words.filter(({ start, text }) => start !== null && text.trim() !== '');
  const first = timed[0];
  if (!first) return null;
  return {
    label: first.label,
    channel: first.channel,
    start: first.start,
    end: timed.at(-1)!.end,
    text: joinWords(words.map(({ text }) => text)),
    words: timed.map(({ text, start, end }) => ({ text: text.trim(), start: start!, end: end ?? start! })),
  };
}

/** Words with spaces where their script has them: `我` `要` → 我要, `go` `ahead` `.` → go ahead. */
export function joinWords(words: readonly string[]): string {
  return words.reduce((text, raw) => {
    const word = raw.trim();
    const spaced = /^\s/.test(raw) || (/[\p{L}\p{N}.,!?;:%'"]$/u.test(text) && /^[\p{L}\p{N}$'"(]/u.test(word));
    const han = /[\p{Script=Han}。，！？；：、]$/u.test(text) || /^\p{Script=Han}/u.test(word);
    return text !== '' && spaced && !han && word !== '' ? `${text} ${word}` : text + word;
  }, '');
}
