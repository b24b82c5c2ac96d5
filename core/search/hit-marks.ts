/** Where in a sentence the words of a search stand: the index finds sentences, not places. */
import { comparable, searchable } from '../text/chinese.ts';

const ignored = /[\s\p{P}\p{C}\p{Z}]/u;
/** A hidden digit takes part in no word, and no word reaches over it. */
const hidden = '*';

/**
 * @param text as shown @param spellings what is looked for, each as one stretch of characters
 * @returns UTF-16 spans of `text`, end exclusive, in order, none overlapping or touching
 */
export function marksIn(text: string, spellings: readonly string[]): [number, number][] {
  const { characters, places } = counted(comparable(text));
  const spans: [number, number][] = [];
  for (const spelling of spellings) {
    const wanted = counted(searchable(spelling)).characters;
    if (wanted.length === 0) continue;
    for (let at = 0; at + wanted.length <= characters.length; at += 1) {
      if (!wanted.every((character, index) => characters[at + index] === character)) continue;
      const last = at + wanted.length - 1;
      spans.push([places[at]!, places[last]! + characters[last]!.length]);
    }
  }
  return joined(spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

/** The characters that count, and where each begins. */
function counted(text: string): { characters: string[]; places: number[] } {
  const characters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    if (character === hidden || !ignored.test(character)) {
      characters.push(character);
      places.push(place);
    }
    place += character.length;
  }
  return { characters, places };
}

function joined(spans: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}
