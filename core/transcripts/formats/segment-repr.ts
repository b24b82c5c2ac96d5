/** Segments of faster-whisper as Python prints them: `[Segment(id=1, start=1.2, end=2.5, text='…'), …]`. */
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';
import { unescaped } from './python-literal.ts';

const segment =
  /\bSegment\(([^\n]{0,200}?)\bstart=([\d.]+), end=([\d.]+), text=(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/g;

export const segmentRepr: TranscriptReader = {
  id: 'segments',
  extensions: ['.txt'],
  read(text) {
    const found = Array.from(text.matchAll(segment));
    const said = labelAll(found.map(([, , , , double, single]) => unescaped(double ?? single ?? '')));
    const sentences = found.map(
      ([, , start, end], index): RawSentence => ({ start: Number(start), end: Number(end), ...said[index]! }),
    );
    return sentences.length > 0 ? sentences : null;
  },
};
