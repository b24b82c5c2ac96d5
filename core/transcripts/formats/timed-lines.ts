/** Tencent Cloud's text: `[0:1.200,0:2.500,0]  words`, a sentence a line. */
import { parseTime, timePattern } from '../timestamps.ts';
import type { RawSentence } from './format.ts';
import { labelOf } from './labelled-text.ts';

/** Start, end and, where speakers were told apart, the number of the speaker. */
const bracketed = new RegExp(String.raw`^\[(${timePattern}),(${timePattern})(?:,(\d))?\]\s*(.*)$`);

/** @returns null when the line is of another form */
export function timedLine(line: string): RawSentence | null {
  const found = bracketed.exec(line);
  if (!found) return null;
  const [, start, end, speaker, text] = found;
  return { start: parseTime(start!), end: parseTime(end!), label: labelOf(speaker), text: text! };
}

/** @returns null unless every line is of this form */
export function timedLines(text: string): RawSentence[] | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const read = lines.map((line) => timedLine(line.trim()));
  return read.length === 0 || read.includes(null) ? null : (read as RawSentence[]);
}
