/** Where nobody speaks: by the signal, or by the gaps of a transcript with times. */
import { complement, type Pair, union, without } from '../audio/measures/spans.ts';
import type { SilenceCause } from '../contract/index.ts';
import { type Call, isStereo } from './call.ts';
import { softness, talkTrack } from './talk.ts';
import { findWaits, type Wait } from './waits.ts';

export interface Silence {
  start: number;
  end: number;
  /** False when it cannot be told that nobody speaks, or that the call was not over. */
  certain: boolean;
  /** Null when nothing tells. */
  cause: SilenceCause | null;
}

export interface Silences {
  gaps: Silence[];
  /** False: gaps between sentences, which may as well be hold music. */
  measured: boolean;
}

/** Shorter silences are not looked into, seconds. */
const leastS = 1;

/**
 * Silences that there would be if soft voices without words and unclear sound were the room's.
 * @returns null without measures, and where there is nothing of the kind
 */
export function perhapsSilent(call: Call): Silence[] | null {
  const { measures } = call;
  if (!measures) return null;
  const channels = measures.channels.map((channel) => {
    const isSoft = softness(channel.speech);
    return {
      ...channel,
      speech: channel.speech.filter((piece) => !isSoft(piece) || hasWords(call, piece[0], piece[1])),
    };
  });
  const isSame = channels.every(({ speech }, c) => speech.length === measures.channels[c]!.speech.length);
  if (isSame && measures.channels.every(({ unclear }) => unclear.length === 0)) return null;
  const spoken = channels.flatMap(({ speech }) => speech);
  const music = measures.channels.flatMap((channel) => without(channel.music, channel.unclear));
  const sounds: Pair[] = [...spoken, ...music, ...measures.tones.map(({ start, end }) => [start, end] as const)].map(
    ([start, end]) => [start, end],
  );
  const silences = complement(union(sounds), measures.duration).filter(([start, end]) => end - start >= leastS);
  const loose: Call = { ...call, measures: { ...measures, channels, silences } };
  return findSilences(loose)?.gaps ?? null;
}

const hasWords = ({ transcript }: Call, start: number, end: number): boolean =>
  transcript !== null &&
  transcript.timing !== 'estimated' &&
  transcript.sentences.some((said) => said.start < end && said.end > start);

/** @returns null when neither signal nor transcript tells who talks when */
export function findSilences(call: Call): Silences | null {
  const waits = findWaits(call, leastS);
  const measured = silences(call, waits ?? []);
  if (measured) return { gaps: measured, measured: true };
  const gaps = gapsOfTranscript(call, waits ?? []);
  return gaps && { gaps, measured: false };
}

/** Measured silences from the first speech to the end of the call, which is over after the goodbyes. */
function silences(call: Call, waits: readonly Wait[]): Silence[] | null {
  const { measures } = call;
  if (!measures) return null;
  const speech = measures.channels.flatMap((channel) => channel.speech);
  if (speech.length === 0) return null;
  const first = Math.min(...speech.map(([start]) => start));
  const last = Math.max(...speech.map(([, end]) => end));
  return measures.silences.flatMap(([start, end]) => {
    if (start < first) return [];
    const wait = waitAround(waits, start, end);
    if (end > last && !wait) return [];
    return [silenceOf(call, start, end, wait)];
  });
}

function gapsOfTranscript(call: Call, waits: readonly Wait[]): Silence[] | null {
  const track = talkTrack(call);
  if (!track) return null;
  const gaps: Silence[] = [];
  let end: number | null = null;
  for (const talk of track.talks) {
    if (end !== null && talk.start > end)
      gaps.push(silenceOf(call, end, talk.start, waitAround(waits, end, talk.start)));
    end = Math.max(end ?? 0, talk.end);
  }
  const tail = waits.at(-1);
  if (end !== null && tail && tail.start >= end - leastS) gaps.push(tail);
  return gaps;
}

/** The wait that a silence lies in, or most of it. */
function waitAround(waits: readonly Wait[], start: number, end: number): Wait | undefined {
  const common = (wait: Wait) => Math.min(end, wait.end) - Math.max(start, wait.start);
  return waits.find((wait) => common(wait) > (end - start) / 2);
}

/** Who kept whom waiting does not matter to a silence; whether the call was over, or a voice went unheard, does. */
function silenceOf(call: Call, start: number, end: number, wait: Wait | undefined): Silence {
  const cause = wait?.cause ?? null;
  const doubtful = wait?.certain === false && cause !== 'thinking' && (isStereo(call) || cause !== 'mute');
  return { start, end, certain: !doubtful, cause };
}
