/** One spelling for comparing: simplified characters, compatibility forms folded, lower case. */
import { Converter } from 'opencc-js/t2cn';

/** Traditional to simplified; phrases before single characters. */
const convert = Converter({ from: 't', to: 'cn' });

/**
 * Traditional characters become simplified; every UTF-16 unit keeps its place, so that a position found in the
 * result is the same position in the original.
 */
export function toSimplified(text: string): string {
  const whole = convert(text);
  if (whole.length === text.length) return whole;
  return keepPlaces(text, convert);
}

/** For matching phrases: simplified, half-width, lower case, each UTF-16 unit in its place. */
export function comparable(text: string): string {
  const folded = foldOnce(text);
  return toSimplified(folded.length === text.length ? folded : keepPlaces(text, foldOnce));
}

/** For indexing: as `comparable`, but compatibility forms may change the length (㎏ = kg). */
export function searchable(text: string): string {
  return convert(foldOnce(text));
}

const foldOnce = (text: string): string => text.normalize('NFKC').toLowerCase();

function keepPlaces(text: string, change: (text: string) => string): string {
  return Array.from(text, (character) => {
    const changed = change(character);
    return changed.length === character.length ? changed : character;
  }).join('');
}
