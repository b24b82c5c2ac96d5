/**
 * Full text over Chinese: text is cut into pairs of characters (bigrams), a query into the same pairs in a row. So
 * every substring is found, whatever the words are. Spaces and punctuation do not count; traditional finds
 * simplified and the other way round; numbers that must not be found are hidden before they come here.
 */
import { searchable } from '../text/chinese.ts';

/**
 * Raised with every change of what the index holds of a sentence: which numbers are hidden (`maskSensitive`), how text is
 * folded and cut. Libraries that were indexed by another rule are indexed anew (`reindex.ts`).
 */
export const indexRule = 1;

/** No folded text holds this character (full-width x folds to x), so that it can start an encoded one. */
const mark = 'ｘ';

/** The tokens of a sentence for the index: pairs, and the last character of each stretch by itself. */
export function indexGrams(text: string): string {
  return stretches(text).flatMap(gramsOf).join(' ');
}

/** An FTS5 query for a substring, or null when nothing in it can be searched for. */
export function matchQuery(text: string): string | null {
  const characters = stretches(text).flat();
  if (characters.length === 0) return null;
  // A single character: every pair that begins with it, and every stretch that ends with it.
  if (characters.length === 1) return `"${characters[0]}" *`;
  return `"${gramsOf(characters).slice(0, -1).join(' ')}"`;
}

function gramsOf(characters: readonly string[]): string[] {
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** Runs of characters that count, split where a number was hidden. */
function stretches(text: string): string[][] {
  return searchable(text)
    .split(/\*+/)
    .map((part) => Array.from(part.replace(/[\s\p{P}\p{C}\p{Z}]/gu, ''), encode))
    .filter((part) => part.length > 0);
}

/** The tokenizer's tables are of Unicode 6.1: what it might take for a separator goes in as letters and figures. */
function encode(character: string): string {
  if (/^[a-z0-9\u3400-\u4db5\u4e00-\u9fcb]$/.test(character)) return character;
  return mark + character.codePointAt(0)!.toString(16).padStart(6, '0');
}
