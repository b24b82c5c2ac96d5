/** Segments of faster-whisper as Python prints them: `[Segment(id=1, start=1.2, end=2.5, text='…'), …]`. */
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';

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

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_whole, long: string, short: string, plain: string) => {
    const code = long ?? short;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return plain === 'n' || plain === 't' || plain === 'r' ? ' ' : plain;
  });
