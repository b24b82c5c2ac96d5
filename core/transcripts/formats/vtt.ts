import { tidyText } from '../sentence.ts';
import { readCues } from './cues.ts';
import type { LabelledText, TranscriptReader } from './format.ts';
import { splitLabel } from './labelled-text.ts';

const voice = /^<v(?:\.[^\s<>]*)?\s([^<>]*)>/i;
const tag = /<\/?(?:v|c|i|b|u|ruby|rt|lang)\b[^<>]*>|<[\d:.]+>/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** WebVTT; speakers by voice tags (`<v 坐席>`) or by a label before the words. */
export const vtt: TranscriptReader = {
  id: 'vtt',
  extensions: ['.vtt'],
  read(text) {
    if (!/^WEBVTT(\s|$)/.test(text)) return null;
    const body = text.replace(/^(?:NOTE|STYLE|REGION)\b[^\n]*\n(?:[^\n]+\n)*/gm, '');
    return (
      readCues(body)?.map(({ start, end, lines }) => ({ start, end, ...voiceOf(tidyText(lines.join(' '))) })) ?? null
    );
  },
};

function voiceOf(payload: string): LabelledText {
  const spoken = voice.exec(payload);
  const plain = decodeEntities(payload.replace(tag, ''));
  return spoken ? { label: decodeEntities(spoken[1]!), text: plain } : splitLabel(plain);
}

const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_whole, name: string) => entities[name]!);
