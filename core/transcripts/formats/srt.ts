import { joinLines, readCues } from './cues.ts';
import type { TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';
import { withoutSubtitleTags } from './markup.ts';

export const srt: TranscriptReader = {
  id: 'srt',
  extensions: ['.srt', '.sbv', '.sub'],
  read(text) {
    if (/^WEBVTT(\s|$)/.test(text)) return null;
    const cues = readCues(text);
    if (!cues) return null;
    const said = labelAll(cues.map(({ lines }) => withoutSubtitleTags(joinLines(lines))));
    return cues.map(({ start, end }, index) => ({ start, end, ...said[index]! }));
  },
};
