import { tidyText } from '../sentence.ts';
import { joinLines, readCues } from './cues.ts';
import type { LabelledText, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';
import { withoutCueTags } from './markup.ts';

const voice = /^<v(?:\.[^\s<>]*)?\s([^<>]*)>/i;

/** WebVTT; speakers by voice tags (`<v 坐席>`) or by a label before the words. */
export const vtt: TranscriptReader = {
  id: 'vtt',
  extensions: ['.vtt'],
  read(text) {
    if (!/^WEBVTT(\s|$)/.test(text)) return null;
    const body = text.replace(/^(?:NOTE|STYLE|REGION)\b[^\n]*\n(?:[^\n]+\n)*/gm, '');
    const cues = readCues(body);
    if (!cues) return null;
    const payloads = cues.map(({ lines }) => tidyText(joinLines(lines)));
    const said = labelAll(payloads.map(withoutCueTags));
    return cues.map(({ start, end }, index) => ({ start, end, ...voiceOf(payloads[index]!, said[index]!) }));
  },
};

function voiceOf(payload: string, said: LabelledText): LabelledText {
  const spoken = voice.exec(payload)?.[1];
  if (spoken === undefined) return said;
  const label = withoutCueTags(spoken).trim();
  const plain = withoutCueTags(payload);
  // Editors repeat a numbered voice before its words.
  const repeated =
    /\d$/.test(label) && plain.startsWith(label) ? /^\s*[:：]\s*(.*)$/s.exec(plain.slice(label.length)) : null;
  return { label, text: repeated ? repeated[1]! : plain };
}
