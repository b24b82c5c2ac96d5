/** Files that hold one side of a call each, as Asterisk's monitor and others write them: told by their names. Pure. */
import { dirname, extname, join } from 'node:path';
import { stemOf } from './name-pattern.ts';

export interface CallSides {
  /** The agent's side first, as far as the names tell: what was sent to a caller is the agent's voice. */
  paths: readonly [string, string];
  /** The path that the call as a whole would have. */
  whole: string;
  /** The mix of both sides, where there is one too: taken only when the sides cannot be joined. */
  mix: string | null;
}

/** Words for the two sides; of the first pair that fits, the agent's first. */
const pairs: readonly (readonly [string, string])[] = [
  ['out', 'in'],
  ['tx', 'rx'],
  ['write', 'read'],
  ['callee', 'caller'],
  ['agent', 'customer'],
  ['agent', 'client'],
  ['agent', 'caller'],
  ['operator', 'customer'],
  ['local', 'remote'],
  ['left', 'right'],
  ['l', 'r'],
  ['被叫', '主叫'],
  ['坐席', '客户'],
  ['座席', '客户'],
  ['客服', '客户'],
];
const mixWords = ['all', 'mix', 'mixed', 'both', '混音', '合成'];
/** Words before the name; `in-` and `out-` there tell the direction of a whole call. */
const beginning = /^(left|right|tx|rx|caller|callee|agent|customer)[-_. ](.+)$/i;
const ending = new RegExp(`^(.+?)[-_. ]?[-_. (（](${[...pairs.flat(), ...mixWords].join('|')})[)）]?$`, 'iu');

const moment = /\d{6}|\d{2}[-_.:]\d{2}[-_.:]\d{2}|[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** The names that calls have, each in one file or in two. */
export function callNames(files: readonly string[]): string[] {
  const { calls, rest } = groupSides(files);
  return [...rest, ...calls.map(({ whole }) => whole)];
}

/** A recorder may put the codec before the ending: `…-in.ulaw.wav`. */
const codec = /\.(?:ulaw|alaw|gsm|sln|g722|wav)$/i;

/** The name of the call and, in lower case, the word for the side; empty where the name has none. */
function sideOf(path: string): { stem: string; word: string } {
  const name = stemOf(path).replace(codec, '');
  const [, stem, word] = ending.exec(name) ?? [];
  if (stem !== undefined && word !== undefined) return { stem, word: word.toLowerCase() };
  const [, first, rest] = beginning.exec(name) ?? [];
  return rest === undefined ? { stem: stemOf(path), word: '' } : { stem: rest, word: first!.toLowerCase() };
}

/** @returns the calls that lie in two files, and the files that belong to none */
export function groupSides(files: readonly string[]): { calls: CallSides[]; rest: string[] } {
  const byCall = new Map<string, Map<string, string>>();
  for (const path of files) {
    const { stem, word } = sideOf(path);
    const whole = join(dirname(path), stem + extname(path));
    const sides = byCall.get(whole.toLowerCase()) ?? new Map<string, string>();
    // The same side twice, such as in and IN: nobody can tell them apart.
    sides.set(sides.has(word) ? `${word} ${path}` : word, path);
    byCall.set(whole.toLowerCase(), sides);
  }
  const calls = [...byCall.values()].flatMap((sides): CallSides[] => {
    const pair = pairs.find((words) => words.every((word) => sides.has(word)));
    if (!pair) return [];
    const mix = ['', ...mixWords].map((word) => sides.get(word)).find((path) => path !== undefined) ?? null;
    const paths = [sides.get(pair[0])!, sides.get(pair[1])!] as const;
    const { stem } = sideOf(paths[0]);
    // 8012_in and 8012_out may be two calls: only a name that tells the moment, or a mix, makes them one.
    if (mix === null && /^(?:out|l)$/.test(pair[0]) && !moment.test(stem)) return [];
    return [{ paths, whole: join(dirname(paths[0]), stem + extname(paths[0])), mix }];
  });
  const used = new Set(calls.flatMap(({ paths, mix }) => [...paths, mix]));
  return { calls, rest: files.filter((path) => !used.has(path)) };
}
