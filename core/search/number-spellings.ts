/** One number, many spellings: 8012, 八零一二 (or 八零幺二), 八千零一十二. */
import { digitOf, numerals } from '../text/digits.ts';

/** A single digit is a word like any other (一下, 三天): only two and more are taken for a number. */
const shortest = 2;
const spokenDigits = '零一二三四五六七八九';

/**
 * The text, and the text with its number spelt in figures, digit by digit (一 or 幺 for 1), and, below ten
 * thousand, with its units. A text with no number, or with several, has one spelling.
 */
export function spellings(text: string): string[] {
  const found = numberIn(text.normalize('NFKC'));
  if (!found) return [text];
  const { before, digits, after } = found;
  const plain = Array.from(digits, (digit) => spokenDigits[Number(digit)]!).join('');
  const counted = withUnits(digits);
  const forms = [digits, plain, plain.replaceAll('一', '幺'), counted, counted.replace(/二(?=[百千])/g, '两')];
  return [...new Set([text, ...forms.filter((form) => form !== '').map((form) => before + form + after)])];
}

function numberIn(text: string): { before: string; digits: string; after: string } | null {
  const runs = Array.from(text.matchAll(/./gsu)).filter(([character]) => digitOf(character) !== null);
  const [unit, ...more] = numerals(text).filter(({ end, start }) => end - start >= shortest);
  if (unit && more.length === 0 && runs.every(({ index }) => index >= unit.start && index < unit.end))
    return { before: text.slice(0, unit.start), digits: String(unit.value), after: text.slice(unit.end) };
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last || runs.length < shortest || last.index - first.index !== runs.length - 1) return null;
  const digits = runs.map(([character]) => digitOf(character)!.digit).join('');
  return { before: text.slice(0, first.index), digits, after: text.slice(last.index + 1) };
}

/** 8012 = 八千零一十二; '' for ten thousand and more, and for figures that begin with 0. */
function withUnits(digits: string): string {
  if (!/^[1-9]\d{1,3}$/.test(digits)) return '';
  const words = Array.from(digits, (digit, index) => {
    const unit = ['', '十', '百', '千'][digits.length - 1 - index]!;
    return digit === '0' ? '零' : spokenDigits[Number(digit)]! + unit;
  }).join('');
  return words.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}
