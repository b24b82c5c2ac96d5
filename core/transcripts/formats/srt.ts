import { readCues } from './cues.ts';
import type { TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';
import { withoutSubtitleTags } from './markup.ts';

export const srt: TranscriptReader = {
  id: 'srt',
  extensions: ['.srt'],
  read(text) {
    if (/^WEBVTT(\s|$)/.test(text)) return null;
    const cues = readCues(text);
    if (!cues) return null;
    const said = labelAll(cues.map(({ lines }) => withoutSubtitleTags(lines.join(' '))));
    return cues.map(({ start, end }, index) => ({ start, end, ...said[index]! }));
  },
};
