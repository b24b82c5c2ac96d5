/** How Chinese words sound, without tones and as the south says them: recognisers write 爱用不佣 for 爱用不用. */
import { pinyin } from 'pinyin-pro';

const codes = new Map<string, string>();
const ofCharacter = new Map<string, string>();
/** Private use area: one code unit for each of some four hundred syllables. */
const firstCode = 0xe000;

/** The text with each Chinese character as a sign for its syllable; every UTF-16 unit keeps its place. */
export function soundOf(text: string): string {
  let sound = '';
  for (const character of text) sound += ofCharacter.get(character) ?? learn(character);
  return sound;
}

function learn(character: string): string {
  const sound = /^\p{Script=Han}$/u.test(character) && character.length === 1 ? codeOf(character) : character;
  ofCharacter.set(character, sound);
  return sound;
}

function codeOf(character: string): string {
  const syllable = southern(pinyin(character, { toneType: 'none' }));
  if (syllable === character || syllable === '') return character;
  const code = codes.get(syllable) ?? String.fromCharCode(firstCode + codes.size);
  codes.set(syllable, code);
  return code;
}

/** zh, ch, sh as z, c, s; ing and eng as in and en. */
const southern = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/([ie])ng$/, '$1n');

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a character belongs to a word of two or more characters that the dictionary knows. */
export function isPartOfWord(text: string, at: number): boolean {
  const from = Math.max(0, at - 8);
  const segment = words.segment(text.slice(from, at + 8)).containing(at - from);
  return segment?.isWordLike === true && segment.segment.length > 1;
}

/**
 * The text with words put in where something that is no word sounds like them: 宁好 becomes 您好.
 * Every UTF-16 unit keeps its place.
 */
export function heardAs(text: string, vocabulary: readonly string[]): string {
  let heard = text;
  const sound = soundOf(text);
  for (const word of vocabulary) {
    const wanted = soundOf(word);
    for (let at = sound.indexOf(wanted); at >= 0; at = sound.indexOf(wanted, at + 1)) {
      const written = text.slice(at, at + word.length);
      const changed = Array.from(written, (_, index) => index).filter((index) => written[index] !== word[index]);
      if (changed.length === 0 || changed.some((index) => isPartOfWord(text, at + index))) continue;
      heard = heard.slice(0, at) + word + heard.slice(at + word.length);
    }
  }
  return heard;
}
