/** Rings and busy tones: beats of a tone in the rhythm of a country. */
import type { Tone } from '../../measures.ts';
import { type ProgressTone, progressTones, toneSets } from './call-progress.ts';
import { blockS } from './tone-meter.ts';

interface Burst {
  start: number;
  end: number;
}

/** Dropouts up to this long are inside one burst; shorter bursts are chance. Seconds. */
const dropout = 0.04;
const shortest = 0.1;

/** @param progress see ToneMeter @returns in order of time */
export function findProgressTones(progress: Uint8Array, channel: number): Tone[] {
  const tones = toneSets.flatMap((set, index) => {
    const bursts = burstsOf(progress, index + 1);
    if (bursts.length === 0) return [];
    return progressTones
      .filter(({ frequencies }) => frequencies === set || frequencies.join() === set.join())
      .flatMap((tone) => sequences(joined(bursts, tone), tone).map((beats) => toTone(beats, tone, channel)));
  });
  return tones.sort((a, b) => a.start - b.start);
}

const toTone = (beats: Burst[], { kind }: ProgressTone, channel: number): Tone => ({
  kind,
  channel,
  start: beats[0]!.start,
  end: beats.at(-1)!.end,
  count: beats.length,
});

function burstsOf(progress: Uint8Array, wanted: number): Burst[] {
  const bursts: Burst[] = [];
  progress.forEach((set, block) => {
    if (set !== wanted) return;
    const start = block * blockS;
    const previous = bursts.at(-1);
    if (previous && start - previous.end <= dropout + 1e-6) previous.end = start + blockS;
    else bursts.push({ start, end: start + blockS });
  });
  return bursts.filter(({ start, end }) => end - start >= shortest - 1e-6);
}

/** The two bursts of a double beat as one. */
function joined(bursts: Burst[], { within }: ProgressTone): Burst[] {
  if (within === undefined) return bursts;
  const beats: Burst[] = [];
  for (const { start, end } of bursts) {
    const previous = beats.at(-1);
    if (previous && near(start - previous.end, within)) previous.end = end;
    else beats.push({ start, end });
  }
  return beats;
}

/** Runs of beats in rhythm. The recording may begin within the first beat, and answering cuts the last one short. */
function sequences(beats: Burst[], { on, off, least }: ProgressTone): Burst[][] {
  const found: Burst[][] = [];
  let run: Burst[] = [];
  const close = () => {
    const whole = run.filter((beat) => near(beat.end - beat.start, on)).length;
    if (run.length >= least && whole >= Math.min(least, Math.max(1, run.length - 2))) found.push(run);
    run = [];
  };
  for (const beat of beats) {
    const length = beat.end - beat.start;
    const previous = run.at(-1);
    const fits = near(length, on) || length < on;
    const inTime =
      previous && near(beat.start - previous.end, off) && (run.length === 1 || near(previous.end - previous.start, on));
    if (!inTime) close();
    if (fits) run.push(beat);
    else close();
  }
  close();
  return found;
}

/** Exchanges keep their rhythm within some 15 %; a block of 20 ms may be lost at either end. */
const near = (value: number, nominal: number): boolean => Math.abs(value - nominal) <= nominal * 0.15 + 0.045;
