import { readCues } from './cues.ts';
import type { TranscriptReader } from './format.ts';
import { splitLabel } from './labelled-text.ts';

export const srt: TranscriptReader = {
  id: 'srt',
  extensions: ['.srt'],
  read(text) {
    if (/^WEBVTT(\s|$)/.test(text)) return null;
    const cues = readCues(text);
    return cues?.map(({ start, end, lines }) => ({ start, end, ...splitLabel(lines.join(' ')) })) ?? null;
  },
};
