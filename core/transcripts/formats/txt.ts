import { tidyText } from '../sentence.ts';
import { isBareSpeakerLabel, isSpeakerLabel } from '../speaker-labels.ts';
import { parseTime, timePattern } from '../timestamps.ts';
import type { LabelledText, RawSentence, TranscriptReader } from './format.ts';
import { labelOf, splitLabel } from './labelled-text.ts';

const time = `(${timePattern})`;
const span = `${time}(?:\\s*(?:-->|->|~|～|–|—|-|至|到)\\s*${time})?`;
/** `[00:00:12 - 00:00:15] …`, `(0:12) …`, `00:00:12 …` */
const timed = new RegExp(`^\\s*[\\[(【（]?\\s*${span}\\s*[\\])】）]?[\\s,，]*[:：]?\\s*(.*)$`);
/** `[0:1.200,0:2.500,0]  …`: start, end and number of the speaker. */
const bracketed = new RegExp(`^\\[${time},${time},(\\d)\\]\\s*(.*)$`);
/** `坐席 [00:12]：…`, `说话人1 00:12` */
const labelThenTime = new RegExp(
  `^\\s*([^:：\\d]{0,20}\\d{0,4}?)[\\s,，]*[\\[(【（\\s]\\s*${span}\\s*[\\])】）]?\\s*[:：]?\\s*(.*)$`,
);

/** Plain text with speaker labels, with or without times, in one line or with the words below the label. */
export const txt: TranscriptReader = {
  id: 'txt',
  extensions: ['.txt'],
  read(text) {
    const sentences: RawSentence[] = [];
    let lines = 0;
    let understood = 0;
    for (const line of text.split(/\r\n|\n|\r/).map(tidyText)) {
      if (line === '') continue;
      lines += 1;
      const sentence = sentenceOf(line);
      const previous = sentences.at(-1);
      if (sentence) {
        understood += 1;
        sentences.push(sentence);
      } else if (previous) {
        // Words below their label, or a sentence that runs on.
        if (previous.text === '') understood += 1;
        previous.text = previous.text === '' ? line : `${previous.text} ${line}`;
      }
    }
    const speakers = sentences.some((sentence) => sentence.label !== null);
    // A note that happens to lie beside the recording has neither.
    return speakers && understood * 2 >= lines ? sentences : null;
  },
};

function sentenceOf(line: string): RawSentence | null {
  const numbered = bracketed.exec(line);
  if (numbered) {
    const [, start, end, speaker, text] = numbered;
    return { start: parseTime(start!), end: parseTime(end!), label: labelOf(speaker), text: text! };
  }
  const leading = timed.exec(line);
  if (leading) {
    const start = parseTime(leading[1]!);
    const end = leading[2] ? parseTime(leading[2]) : null;
    const rest = leading[3]!;
    return {
      start,
      end,
      ...afterTime(rest),
    };
  }
  const trailing = labelThenTime.exec(line);
  if (trailing && isSpeakerLabel(trailing[1]!))
    return {
      label: trailing[1]!,
      start: parseTime(trailing[2]!),
      end: trailing[3] ? parseTime(trailing[3]) : null,
      text: trailing[4]!,
    };
  const { label, text } = splitLabel(line);
  return label === null ? null : { label, text, start: null, end: null };
}

/** After a time the label may stand alone, its words below, or be set off by a space or tab only. */
function afterTime(rest: string): LabelledText {
  if (isBareSpeakerLabel(rest.replace(/[:：]$/, ''))) return { label: rest, text: '' };
  const spaced = /^(\S{1,16})\s+(.+)$/.exec(rest);
  if (spaced && isBareSpeakerLabel(spaced[1]!)) return { label: spaced[1]!, text: spaced[2]! };
  return splitLabel(rest);
}
