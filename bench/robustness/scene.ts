/** A call of which the sound, and what is true of it, are known. */
import type { Pair } from '../../core/audio/measures/spans.ts';
import type { Measures } from '../../core/audio/measures.ts';
import type { Verdict } from '../../core/contract/index.ts';
import type { Call } from '../../core/findings/call.ts';
import { detectors } from '../../core/findings/detectors/index.ts';
import type { Sound } from './sound.ts';

export interface Scene {
  name: string;
  sound: Sound;
  /** Where each channel's own voice speaks, seconds. */
  spoken: Pair[][];
  /** With hold music, for other music in its place. */
  music: Pair[];
  /** Verdicts of the rules that are judged. */
  expected: ReadonlyMap<string, Verdict>;
  accepted: ReadonlyMap<string, Verdict>;
  /** What the rules on waits and silences should give as evidence when they are broken. */
  spans: ReadonlyMap<string, Pair[]>;
  callOf(measures: Measures, how: { swapped: boolean; mono: boolean }): Call;
}

export interface Judged {
  right: number;
  /** `cannot_tell` where something could be told. */
  open: string[];
  wrong: string[];
  /** By how much the worst end of an evidence of a wait or silence is off, seconds. */
  off: number;
}

/** Rules that need to know who speaks; in a mono recording they cannot tell. */
const ofSides = new Set(['interruption', 'raised-voice']);

export function judgeScene(scene: Scene, call: Call): Judged {
  const judged: Judged = { right: 0, open: [], wrong: [], off: 0 };
  const mono = (call.recording.channels ?? 1) < 2;
  for (const { rule, detect } of detectors) {
    const expected = scene.expected.get(rule.id);
    if (expected === undefined) continue;
    const { verdict, evidence } = detect(call);
    const told = `${scene.name} ${rule.id}`;
    if (verdict === expected || verdict === scene.accepted.get(rule.id)) {
      judged.right++;
      if (verdict === 'not_met') judged.off = Math.max(judged.off, offOf(scene.spans.get(rule.id) ?? [], evidence));
    } else if (verdict === 'cannot_tell' && mono && ofSides.has(rule.id)) judged.right++;
    else if (verdict === 'cannot_tell') judged.open.push(told);
    else judged.wrong.push(`${told}: ${verdict}`);
  }
  return judged;
}

/** Each true span against the found one that lies nearest, at its worse end. */
function offOf(spans: readonly Pair[], found: readonly { start: number; end: number }[]): number {
  const misses = spans.map(([start, end]) =>
    Math.min(...found.map((one) => Math.max(Math.abs(one.start - start), Math.abs(one.end - end)))),
  );
  return Math.max(0, ...misses);
}
