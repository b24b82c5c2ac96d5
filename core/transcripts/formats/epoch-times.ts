/** Times of the day (Genesys counts in milliseconds of the epoch) made times of the recording. */
import type { RawSentence } from './format.ts';
import { entryOf } from './json-entry.ts';
import { plainKeys } from './json-keys.ts';

/** Seconds: what is later counts from 1970. */
const epochFrom = 1e9;
/** Seconds that a call begins before its first word at most. */
const longestCall = 12 * 3600;
/** How services call the moment at which the sound begins. */
const startName =
  /^(?:media|audio|record(?:ing)?|call|conversation|communication|session|talk)?start(?:ed)?(?:at|time|timestamp|date)?(?:ms|millis)?$/;
const deepest = 6;

/** @returns the sentences as they are where they count from the start already, or where the file tells no start */
export function fromStart(answer: unknown, sentences: RawSentence[]): RawSentence[] {
  const starts = sentences.flatMap(({ start }) => start ?? []);
  const first = Math.min(...starts);
  if (starts.length === 0 || !(first > epochFrom)) return sentences;
  // The nearest before the first word: a call may have rung and waited before it was recorded.
  const begun = Math.max(...startsIn(answer, deepest).filter((start) => start <= first && start > first - longestCall));
  if (!Number.isFinite(begun)) return sentences;
  const since = (time: number | null) => (time === null ? null : time - begun);
  return sentences.map((sentence) => ({
    ...sentence,
    start: since(sentence.start),
    end: since(sentence.end),
    words: sentence.words?.map((word) => ({ ...word, start: word.start - begun, end: word.end - begun })),
  }));
}

/** Seconds of the epoch, of all objects that are no sentences. */
function startsIn(value: unknown, depth: number): number[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => startsIn(inner, depth - 1));
  if (entryOf(value) !== null) return [];
  const own = plainKeys(value);
  const here = Object.entries(own).flatMap(([key, given]) => (startName.test(key) ? (epochSeconds(given) ?? []) : []));
  return [...here, ...Object.values(own).flatMap((inner) => startsIn(inner, depth - 1))];
}

function epochSeconds(value: unknown): number | null {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : at / 1000;
  }
  const number = Number(value);
  if (typeof value === 'boolean' || !(number > epochFrom)) return null;
  return number > epochFrom * 100 ? number / 1000 : number;
}
