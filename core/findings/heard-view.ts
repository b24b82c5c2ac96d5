/** What the signal says of who sounds when, for a screen that shows the pauses of a call. */
import { type Pair, union, without } from '../audio/measures/spans.ts';
import type { Heard, Span } from '../contract/index.ts';
import type { Call } from './call.ts';
import { findWaits } from './waits.ts';

/** Shorter waits are part of talking, seconds. */
const shortestWaitS = 3;

/** @returns null when the call has not been measured */
export function heardView(call: Call): Heard | null {
  const { measures } = call;
  if (!measures) return null;
  const { channels } = measures;
  const speech = union(channels.flatMap((channel) => channel.speech.map(([start, end]): Pair => [start, end])));
  const music = union(channels.flatMap((channel) => channel.music));
  return {
    speech: speech.map(toSpan),
    // Where somebody speaks on one channel, music on the other is not what the pause is.
    music: without(music, speech).map(toSpan),
    waits: (findWaits(call, shortestWaitS) ?? []).map(({ start, end, cause }) => ({ start, end, cause })),
  };
}

const toSpan = ([start, end]: Pair): Span => ({ start, end });
