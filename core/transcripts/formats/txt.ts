import { tidyText } from '../sentence.ts';
import { isBareSpeakerLabel, isSpeakerLabel } from '../speaker-labels.ts';
import { parseTime, timePattern } from '../timestamps.ts';
import { joinLines } from './cues.ts';
import type { LabelledText, RawSentence, TranscriptReader } from './format.ts';
import { splitLabel } from './labelled-text.ts';
import { withoutModelTags } from './markup.ts';
import { isName } from './name-labels.ts';
import { timedLine } from './timed-lines.ts';

const time = `(${timePattern})`;
const span = `${time}(?:\\s*(?:-->|->|~|～|–|—|-|至|到)\\s*${time})?`;
/** `[00:00:12 - 00:00:15] …`, `(0:12) …`, `00:00:12 …` */
const timed = new RegExp(`^\\s*[\\[(【（]?\\s*${span}\\s*[\\])】）]?[\\s,，]*[:：]?\\s*(.*)$`);
/** `坐席 [00:12]：…`, `说话人1 00:12` */
const labelThenTime = new RegExp(
  `^\\s*([^:：\\d]{0,20}\\d{0,4}?)[\\s,，]*[\\[(【（\\s]\\s*${span}\\s*[\\])】）]?\\s*[:：]?\\s*(.*)$`,
);
/** `张敏 [00:12]：…`: between brackets and before a colon the time makes a label of any name. */
const nameThenTime = new RegExp(
  `^\\s*([^:：\\d]{1,20}\\d{0,4}?)\\s*[\\[(【（]\\s*${span}\\s*[\\])】）]\\s*[:：]\\s*(.+)$`,
);
/** What the program that wrote the file says of itself. */
const credit = /^(?:transcribed|transcription) (?:by|with) \S+/i;

/** Plain text with speaker labels, with or without times, in one line or with the words below the label. */
export const txt: TranscriptReader = {
  id: 'txt',
  extensions: ['.txt'],
  read(text) {
    const sentences: RawSentence[] = [];
    let lines = 0;
    let understood = 0;
    for (const line of text.split(/\r\n|\n|\r/).map((line) => tidyText(withoutModelTags(line)))) {
      if (line === '' || credit.test(line)) continue;
      const sentence = sentenceOf(line);
      // A title, a date and keywords may stand before the first sentence.
      if (sentence || sentences.length > 0) lines += 1;
      const previous = sentences.at(-1);
      if (sentence) {
        understood += 1;
        sentences.push(sentence);
      } else if (previous) {
        // Words below their label, or a sentence that runs on.
        if (previous.text === '') understood += 1;
        previous.text = joinLines([previous.text, line]);
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
  const numbered = timedLine(line);
  if (numbered) return numbered;
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
  if (trailing) {
    const label = unbracketed(trailing[1]!);
    const alone = trailing[4] === '' || nameThenTime.test(line);
    if (isSpeakerLabel(label) || (alone && isName(label)))
      return {
        label,
        start: parseTime(trailing[2]!),
        end: trailing[3] ? parseTime(trailing[3]) : null,
        text: trailing[4]!,
      };
  }
  const { label, text } = splitLabel(line);
  return label === null ? null : { label, text, start: null, end: null };
}

/** `[Zhang Min] 00:00:12` */
function unbracketed(label: string): string {
  const [, inside] = /^[[(【（](.*)[\])】）]$/.exec(label.trim()) ?? [];
  return (inside ?? label).trim();
}

/** After a time the label may stand alone, its words below, or be set off by a space or tab only. */
function afterTime(rest: string): LabelledText {
  if (isBareSpeakerLabel(rest.replace(/[:：]$/, ''))) return { label: rest, text: '' };
  const spaced = /^(\S{1,16})\s+(.+)$/.exec(rest);
  if (spaced && isBareSpeakerLabel(spaced[1]!)) return { label: spaced[1]!, text: spaced[2]! };
  return splitLabel(rest);
}
