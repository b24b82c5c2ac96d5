/** Lyrics (`.lrc`), in which whisper.cpp and players write what was said: `[00:01.20]words`, an empty one ends the last. */
import { tidyText } from '../sentence.ts';
import { parseTime } from '../timestamps.ts';
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';

const stamp = /^\[(\d{1,3}:\d{2}(?:[.:]\d{1,3})?)\]/;
/** `[by:whisper.cpp]`, `[offset:+200]`: about the file. */
const tag = /^\[([a-z#]+)\s*:\s*(.*)\]$/i;

export const lrc: TranscriptReader = {
  id: 'lrc',
  extensions: ['.lrc'],
  read(text) {
    const timed: { start: number; text: string }[] = [];
    /** Milliseconds that the words are to be shown earlier. */
    let offset = 0;
    for (const line of text.split(/\r\n|\n|\r/).map((one) => one.trim())) {
      if (line === '') continue;
      let rest = line;
      const starts: number[] = [];
      for (let match = stamp.exec(rest); match; match = stamp.exec(rest)) {
        starts.push(parseTime(match[1]!) ?? 0);
        rest = rest.slice(match[0].length).trimStart();
      }
      const about = starts.length === 0 ? tag.exec(line) : null;
      if (about && about[1]!.toLowerCase() === 'offset') offset = Number(about[2]) || 0;
      else if (starts.length === 0 && !about) return null;
      // A line that is sung several times; `<00:01.20>` before each word.
      for (const start of starts) timed.push({ start, text: tidyText(rest.replace(/<\d[\d:.]*>/g, '')) });
    }
    if (!timed.some((one) => one.text !== '')) return null;
    const inOrder = timed.toSorted((a, b) => a.start - b.start);
    const said = labelAll(inOrder.map((one) => one.text));
    return inOrder.flatMap(({ start, text: words }, index): RawSentence[] => {
      const next = inOrder[index + 1];
      const end = next?.text === '' ? next.start - offset / 1000 : null;
      return words === '' ? [] : [{ start: Math.max(0, start - offset / 1000), end, ...said[index]! }];
    });
  },
};
