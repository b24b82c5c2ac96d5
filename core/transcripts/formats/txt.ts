import { tidyText } from '../sentence.ts';
import { isBareSpeakerLabel, isSpeakerLabel } from '../speaker-labels.ts';
import { parseTime, timePattern } from '../timestamps.ts';
import type { LabelledText, RawSentence, TranscriptReader } from './format.ts';
import { labelOf, splitLabel } from './labelled-text.ts';
import { withoutModelTags } from './markup.ts';
import { isName } from './name-labels.ts';

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
  extensions: ['.txt', '.lrc'],
  read(text) {
    const sentences: RawSentence[] = [];
    let lines = 0;
    let understood = 0;
    for (const line of text.split(/\r\n|\n|\r/).map((line) => tidyText(withoutModelTags(line)))) {
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
    return understood * 2 >= lines && isDialogue(sentences) ? sentences : null;
  },
};

/** A note that happens to lie beside the recording names no role, and no span for each of its lines. */
function isDialogue(sentences: readonly RawSentence[]): boolean {
  if (sentences.some(({ label }) => label !== null && isSpeakerLabel(label))) return true;
  const inOrder = sentences.every(({ start }, index) => start !== null && start >= (sentences[index - 1]?.start ?? 0));
  const named = sentences.length >= 2 && sentences.every(({ label }) => label !== null);
  return inOrder && (named || (sentences.length > 0 && sentences.every(({ end }) => end !== null)));
}

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
  if (trailing && (isSpeakerLabel(trailing[1]!) || (trailing[4] === '' && isName(trailing[1]!.trim()))))
    return {
      label: trailing[1]!.trim(),
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
