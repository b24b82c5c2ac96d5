/**
 * Numbers that must not lie about in an index, a hit list or a report: bank cards, identity cards and mobile
 * phones, written in figures or dictated digit by digit in Chinese.
 */
import { type DigitRun, digitRuns } from './digits.ts';

export type SensitiveKind = 'bank-card' | 'id-card' | 'phone';
export interface SensitiveSpan {
  kind: SensitiveKind;
  /** UTF-16 positions, end exclusive. */
  start: number;
  end: number;
}

/** A phone is the shortest of them. */
const fewestDigits = 11;

/** People pause, and transcribers set commas, while a number is dictated. */
const joints = ' \t\n-–—,，、.。·;；:：嗯呃啊';

/** Numbers in order of appearance, none overlapping. When in doubt a number counts as sensitive. */
export function sensitiveSpans(text: string): SensitiveSpan[] {
  return digitRuns(text, joints)
    .flatMap((run) => spansOfRun(run, text))
    .sort((a, b) => a.start - b.start);
}

/** The text with those numbers hidden; same length. A card keeps its last four digits, a phone 3 + 4, an ID none. */
export function maskSensitive(text: string): string {
  return maskSpans(text, sensitiveSpans(text));
}

/** As `maskSensitive`, for a number that is dictated over several sentences of one speaker. */
export function maskSentences(sentences: readonly string[]): string[] {
  return maskSensitive(sentences.join('\n')).split('\n');
}

function maskSpans(text: string, spans: readonly SensitiveSpan[]): string {
  if (spans.length === 0) return text;
  const characters = text.split('');
  for (const span of spans) {
    const places = digitRuns(text.slice(span.start, span.end), joints).flatMap((run) => run.positions);
    const keepHead = span.kind === 'phone' ? 3 : 0;
    const keepTail = span.kind === 'id-card' ? 0 : 4;
    for (const place of places.slice(keepHead, places.length - keepTail)) characters[span.start + place] = '*';
    if (span.kind === 'id-card') characters[span.end - 1] = '*';
  }
  return characters.join('');
}

function spansOfRun(run: DigitRun, text: string): SensitiveSpan[] {
  const spans: SensitiveSpan[] = [];
  let at = 0;
  while (at + fewestDigits <= run.digits.length) {
    const found = numberAt(run, at, text);
    if (found) {
      spans.push({ kind: found.kind, start: run.positions[at]!, end: found.end });
      at += found.length;
    } else at += 1;
  }
  return spans;
}

function numberAt(
  run: DigitRun,
  at: number,
  text: string,
): { kind: SensitiveKind; length: number; end: number } | null {
  const rest = run.digits.slice(at);
  // In figures a number ends where its digits end: part of a longer order number is no card.
  const whole = (length: number) =>
    run.spoken ||
    (run.positions[at - 1] !== run.positions[at]! - 1 &&
      run.positions[at + length] !== run.positions[at + length - 1]! + 1);
  const endOf = (length: number) => run.positions[at + length - 1]! + 1;
  if (rest.length === 17) {
    const letter = /^[\s,，、]{0,2}[xXｘＸ叉]/.exec(text.slice(endOf(17)))?.[0] ?? '';
    if (letter && isIdCard(`${rest}X`)) return { kind: 'id-card', length: 17, end: endOf(17) + letter.length };
  }
  if (rest.length >= 18 && whole(18) && isIdCard(rest.slice(0, 18)))
    return { kind: 'id-card', length: 18, end: endOf(18) };
  for (const length of [19, 18, 17, 16, 15])
    if (rest.length >= length && whole(length) && isBankCard(rest.slice(0, length), length))
      return { kind: 'bank-card', length, end: endOf(length) };
  // A mobile number stands by itself, after a country code, or before a digit that belongs to the next word (一共).
  const prefix = run.digits.slice(0, at);
  const alone = at === 0 ? rest.length <= 12 : /^(00)?86$/.test(prefix);
  if (/^1[3-9]\d{9}/.test(rest) && (alone || standsApart(run, at)))
    return { kind: 'phone', length: 11, end: endOf(11) };
  return null;
}

/** Between pauses, or said twice in one breath: what comes before and after it is another number. */
function standsApart({ digits, positions, spoken }: DigitRun, at: number): boolean {
  const breaks = (place: number) => positions[place - 1] !== positions[place]! - 1;
  const number = digits.slice(at, at + 11);
  const after = at + 11;
  const twice = spoken && (digits.startsWith(number, after) || (at >= 11 && digits.startsWith(number, at - 11)));
  // In figures the first group is 138 or longer: times and dates in a row are no phone.
  const grouped = spoken || !(breaks(at + 1) || breaks(at + 2));
  return twice || (grouped && breaks(at) && (after === digits.length || breaks(after)));
}

/** Chinese identity card of 18 places: birth date and ISO 7064 checksum. */
export function isIdCard(number: string): boolean {
  const parts = /^[1-9]\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(number);
  if (!parts) return false;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

/** Bank card: a card scheme's first digit and the Luhn checksum. */
export function isBankCard(number: string, length = number.length): boolean {
  if (number.length !== length || length < 15 || length > 19) return false;
  if (length === 15 ? !/^3[47]/.test(number) : !/^[2-69]/.test(number)) return false;
  const sum = Array.from(number)
    .reverse()
    .reduce((total, character, index) => {
      const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return sum % 10 === 0;
}
