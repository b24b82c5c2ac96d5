/** What SRT and WebVTT share: cues of a timing line and the lines below it, up to an empty line or the next cue. */
import { parseTime } from '../timestamps.ts';

export interface Cue {
  /** Seconds; below 0 where the file says so. */
  start: number;
  end: number;
  lines: string[];
}

const timing = /^\s*(-?[\d:.,]+)\s*-{2,}>\s*(-?[\d:.,]+)(?:\s.*)?$/;
/** SubViewer, which YouTube calls SBV: `0:00:01.200,0:00:02.500`. */
const commaTiming = /^(\d{1,2}:\d{2}:\d{2}\.\d{2,3}),(\d{1,2}:\d{2}:\d{2}\.\d{2,3})$/;

/** @returns null when a timing line cannot be read, or there is none */
export function readCues(text: string): Cue[] | null {
  const cues: Cue[] = [];
  let current: Cue | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const times = timing.exec(line) ?? commaTiming.exec(line.trim());
    if (times) {
      const start = signed(times[1]!);
      const end = signed(times[2]!);
      if (start === null || end === null) return null;
      // Without an empty line between, the next cue's number stands below the last one's words.
      if (current && /^\d+$/.test(current.lines.at(-1) ?? '')) current.lines.pop();
      current = { start, end, lines: [] };
      cues.push(current);
    } else if (line.trim() === '') current = null;
    else current?.lines.push(line.trim());
  }
  return cues.length > 0 ? cues : null;
}

function signed(time: string): number | null {
  const seconds = parseTime(time.replace(/^-/, ''));
  return seconds === null ? null : time.startsWith('-') ? -seconds : seconds;
}

/** Lines of one sentence: Chinese goes on without a space. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => (text === '' || line === '' ? text + line : text + between(text, line) + line),
    '',
  );
}

const wide = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef]`;
const endsWide = new RegExp(`${wide}$`, 'u');
const beginsWide = new RegExp(`^${wide}`, 'u');
const between = (text: string, next: string) => (endsWide.test(text) && beginsWide.test(next) ? '' : ' ');
