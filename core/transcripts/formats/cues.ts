/** What SRT and WebVTT share: cues of a timing line and the lines below it, up to an empty line. */
import { parseTime } from '../timestamps.ts';

export interface Cue {
  start: number;
  end: number;
  lines: string[];
}

const timing = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s.*)?$/;

/** @returns null when a timing line cannot be read, or there is none */
export function readCues(text: string): Cue[] | null {
  const cues: Cue[] = [];
  let current: Cue | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const times = timing.exec(line);
    if (times) {
      const start = parseTime(times[1]!);
      const end = parseTime(times[2]!);
      if (start === null || end === null) return null;
      current = { start, end, lines: [] };
      cues.push(current);
    } else if (line.trim() === '') current = null;
    else current?.lines.push(line.trim());
  }
  return cues.length > 0 ? cues : null;
}
