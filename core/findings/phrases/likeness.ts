/** Whether words that sound like a phrase can be anything else. */
import type { Place } from '../../text/safe-pattern.ts';
import { isPartOfWord } from '../../text/sounds.ts';

export type Likeness = 'certain' | 'doubtful' | 'none';

/** A phrase of fewer syllables sounds like too much else. */
const leastSyllables = 3;
const certainSyllables = 4;
const clauseHead = /(?:^|[^\p{Script=Han}a-z0-9]|[那这你您我就都也可])$/u;
const clauseEnd = /^(?:$|[^\p{Script=Han}a-z0-9]|[了啊呀吧呢吗嘛哦哈呐啦])/u;

/**
 * Certain: four syllables or more, at least half of them in the very characters, and the others are no word.
 * Doubtful: it fills a clause, so that the sentence gives no other sense, but it is short or other words are written.
 * @param at the words in `text` that sound like the phrase
 */
export function likeness(text: string, at: Place, phrase: string): Likeness {
  const written = text.slice(at.start, at.end);
  const changed = Array.from(phrase, (_, index) => index).filter((index) => written[index] !== phrase[index]);
  if (changed.length === 0 || phrase.length < leastSyllables || changed.length > phrase.length / 2) return 'none';
  const isWord = changed.some((index) => isPartOfWord(text, at.start + index));
  if (phrase.length >= certainSyllables && !isWord) return 'certain';
  const fillsClause = clauseHead.test(text.slice(0, at.start)) && clauseEnd.test(text.slice(at.end));
  const enough = isWord ? phrase.length >= certainSyllables : changed.length === 1;
  return fillsClause && enough ? 'doubtful' : 'none';
}
