/** Words of a sentence through an edit: they keep their times wherever their text is kept. */
import type { Spoken, Word } from './layered-sentence.ts';

interface PlacedWord extends Word {
  /** UTF-16 positions in the sentence's text, end exclusive. */
  from: number;
  to: number;
}

/** Words with their place in the text; words that the text does not contain are left out. */
export function placeWords({ text, words }: Pick<Spoken, 'text' | 'words'>): PlacedWord[] {
  const placed: PlacedWord[] = [];
  let at = 0;
  for (const word of words ?? []) {
    const from = word.text === '' ? -1 : text.indexOf(word.text, at);
    if (from < 0) continue;
    at = from + word.text.length;
    placed.push({ ...word, from, to: at });
  }
  return placed;
}

const plain = ({ text, start, end }: Word): Word => ({ text, start, end });
const orNull = (words: Word[]): Word[] | null => (words.length > 0 ? words : null);

/** The words on either side of a place in the text; a word across it is cut by its share of characters. */
export function cutWords(sentence: Spoken, at: number): { left: Word[]; right: Word[] } {
  const left: Word[] = [];
  const right: Word[] = [];
  for (const word of placeWords(sentence)) {
    if (word.to <= at) left.push(plain(word));
    else if (word.from >= at) right.push(plain(word));
    else {
      const time = word.start + ((word.end - word.start) * (at - word.from)) / (word.to - word.from);
      left.push({ text: word.text.slice(0, at - word.from), start: word.start, end: time });
      right.push({ text: word.text.slice(at - word.from), start: time, end: word.end });
    }
  }
  return { left, right };
}

/** The words of two sentences in a row. A sentence without words counts as one word, where the other has some. */
export function joinWords(first: Spoken, second: Spoken): Word[] | null {
  if (!first.words && !second.words) return null;
  return [first, second].flatMap(
    ({ words, text, startMs, endMs }) => words ?? [{ text, start: startMs / 1000, end: endMs / 1000 }],
  );
}

/** The words after the text was changed: those around the change stay, what is new lies between them as one. */
export function reword(sentence: Spoken, text: string): Word[] | null {
  const placed = placeWords(sentence);
  if (placed.length === 0) return null;
  const head = sameHead(sentence.text, text);
  const tail = sameTail(sentence.text.slice(head), text.slice(head));
  const before = placed.filter(({ to }) => to <= head);
  const after = placed.filter(({ from }) => from >= sentence.text.length - tail);
  const from = before.at(-1)?.to ?? 0;
  const to = text.length - (sentence.text.length - (after[0]?.from ?? sentence.text.length));
  const changed = text.slice(from, to).trim();
  const start = before.at(-1)?.end ?? sentence.startMs / 1000;
  const end = Math.max(start, after[0]?.start ?? sentence.endMs / 1000);
  const between = changed === '' ? [] : [{ text: changed, start, end }];
  return orNull([...before.map(plain), ...between, ...after.map(plain)]);
}

function sameHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sameTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
