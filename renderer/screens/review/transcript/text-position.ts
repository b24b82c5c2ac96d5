/** Between places in a sentence's text and seconds of the call. Offsets count UTF-16 units. */
import type { Segment } from '../../../../core/contract/index.ts';

interface Timed {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Words with their place in the text; words that the text does not contain are left out. */
function placedWords(segment: Segment): Timed[] {
  const placed: Timed[] = [];
  let at = 0;
  for (const word of segment.words ?? []) {
    const text = word.text.trim();
    const from = text === '' ? -1 : segment.text.indexOf(text, at);
    if (from < 0) continue;
    at = from + text.length;
    placed.push({ from, to: at, start: word.start, end: word.end });
  }
  return placed;
}

/** Without words, speech is taken to run evenly over the characters. */
const anchors = (segment: Segment): Timed[] => {
  const words = placedWords(segment);
  return words.length > 0 ? words : [{ from: 0, to: segment.text.length, start: segment.start, end: segment.end }];
};

/** Second at which the character at `offset` is spoken. */
export function timeAtOffset(segment: Segment, offset: number): number {
  const list = anchors(segment);
  const before = list.findLast(({ from }) => from <= offset);
  if (!before) return segment.start;
  const share = Math.min(1, (offset - before.from) / Math.max(1, before.to - before.from));
  return before.start + share * (before.end - before.start);
}

/** Offset of the character that is spoken at `time`: 0 before the sentence, its length after it. */
export function offsetAtTime(segment: Segment, time: number): number {
  if (time < segment.start) return 0;
  if (time >= segment.end) return segment.text.length;
  const list = anchors(segment);
  const current = list.findLast(({ start }) => start <= time);
  if (!current) return 0;
  const share = current.end > current.start ? Math.min(1, (time - current.start) / (current.end - current.start)) : 1;
  return Math.min(
    Math.max(current.from, current.to - 1),
    current.from + Math.floor(share * (current.to - current.from) + 1e-9),
  );
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The word around an offset, so that the mark moves by words; a pause belongs to the word before it. */
export function wordAround(text: string, offset: number): { from: number; to: number } {
  const words = segmenter.segment(text);
  let found = offset < text.length ? words.containing(offset) : undefined;
  while (found && !found.isWordLike && found.index > 0) found = words.containing(found.index - 1);
  return found ? { from: found.index, to: found.index + found.segment.length } : { from: offset, to: offset };
}
