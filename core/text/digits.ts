/** Digits as people write and say them: 8012, ８０１２, 八零一二, 八幺零二, 捌零壹贰, 八千零一十二. */

const spoken = new Map<string, string>(
  Object.entries({
    '0': '零〇○',
    '1': '一幺壹弌',
    '2': '二两兩贰貳',
    '3': '三叁參弎',
    '4': '四肆',
    '5': '五伍',
    '6': '六陆陸',
    '7': '七柒',
    '8': '八捌',
    '9': '九玖',
  }).flatMap(([digit, characters]) => Array.from(characters, (character) => [character, digit] as const)),
);

export interface DigitRun {
  /** Arabic digits. */
  digits: string;
  /** UTF-16 position of each digit in the text. */
  positions: number[];
  /** Said in Chinese characters, or written in figures. */
  spoken: boolean;
}

/** 0-9 in any script, or null. */
export function digitOf(character: string): { digit: string; spoken: boolean } | null {
  if (character >= '0' && character <= '9') return { digit: character, spoken: false };
  if (character >= '０' && character <= '９') return { digit: String(character.charCodeAt(0) - 0xff10), spoken: false };
  const digit = spoken.get(character);
  return digit === undefined ? null : { digit, spoken: true };
}

/**
 * Sequences of digits of one kind, in order.
 * @param joints characters that may stand between two digits of one number, at most three in a row
 */
export function digitRuns(text: string, joints = ' -'): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const found = digitOf(text[index]!);
    if (!found) {
      if (run && (!joints.includes(text[index]!) || index - run.positions.at(-1)! > 3)) run = null;
      continue;
    }
    if (!run || run.spoken !== found.spoken) {
      run = { digits: '', positions: [], spoken: found.spoken };
      runs.push(run);
    }
    run.digits += found.digit;
    run.positions.push(index);
  }
  return runs;
}

const units = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const numeral =
  /[零〇一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟]*[十拾百佰千仟][零〇一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟]*/g;

/** Numbers below ten thousand said with their units (八千零一十二 = 8012), with their place in the text. */
export function numerals(text: string): { value: number; start: number; end: number }[] {
  return Array.from(text.matchAll(numeral), (match) => ({
    value: toNumber(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function toNumber(words: string): number {
  let total = 0;
  let pending = 0;
  for (const word of words) {
    const unit = units.get(word);
    if (unit) {
      total += (pending || 1) * unit;
      pending = 0;
    } else pending = Number(digitOf(word)?.digit ?? 0);
  }
  return total + pending;
}
