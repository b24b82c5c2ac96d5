/**
 * Lasting sound that is no hold music: the babble of a room, a fan, a television. It is there while the other side
 * speaks, when no exchange plays music; or it is voices, far below the speaker's own.
 */

import { frameS, speechLevel, toDb } from './levels.ts';
import { covered, type Pair, union, without } from './spans.ts';
import { windowS } from './speech-activity.ts';

/** So like its level while the other side speaks, dB; and for how much of that time at least, seconds. */
const alike = 4;
const leastS = 2;
/** Mean probability of speech from which sound is voices; instruments stay at a tenth of it. */
const voices = 0.15;
/** Voices this far below the speaker's own are a room's; nearer ones may be a song, dB. */
const farBelow = 15;

export interface Channel {
  levels: Uint8Array;
  activity: Uint8Array;
  /** When only the other side speaks, without its voice in this channel. */
  listening: readonly Pair[];
  /** Level of speech to compare with, dBFS; null when nobody speaks. */
  speechDb: number | null;
}

/** @param lasting spans of sound that is neither speech nor tone @returns `unclear`: among the music, but perhaps a room's */
export function tellRoom(lasting: readonly Pair[], channel: Channel): { music: Pair[]; unclear: Pair[] } {
  const known = levelWhileListening(channel);
  const music: Pair[] = [];
  const unclear: Pair[] = [];
  for (const span of lasting) {
    const always = known !== null && Math.abs(middle(channel.levels, [span]) - known) <= alike;
    if (always || covered(span, channel.listening) > (span[1] - span[0]) / 2) continue;
    const spoken = probability(channel.activity, span) >= voices;
    const below = channel.speechDb === null ? 0 : channel.speechDb - speechLevel(channel.levels, ...span);
    if (spoken && below >= farBelow) continue;
    music.push(span);
    if (spoken) unclear.push(span);
  }
  return { music, unclear };
}

/** Where only the other side speaks: the own channel's silence. */
export function listeningOf(own: readonly Pair[], other: readonly Pair[], leaks: readonly Pair[]): Pair[] {
  const margin = 0.3;
  const widened = union(own.map(([start, end]): Pair => [Math.max(0, start - margin), end + margin]));
  return without(without(other, widened), leaks);
}

function levelWhileListening({ levels, listening }: Channel): number | null {
  const seconds = listening.reduce((sum, [start, end]) => sum + end - start, 0);
  return seconds < leastS ? null : middle(levels, listening);
}

/** Median level of spans, dBFS. */
function middle(levels: Uint8Array, spans: readonly Pair[]): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (const [start, end] of spans)
    for (const level of levels.subarray(Math.round(start / frameS), Math.round(end / frameS))) {
      histogram[level]!++;
      count++;
    }
  let [byte, below] = [0, histogram[0]!];
  while (byte < 255 && below < count / 2) below += histogram[++byte]!;
  return toDb(byte);
}

function probability(activity: Uint8Array, [start, end]: Pair): number {
  const windows = activity.subarray(Math.floor(start / windowS), Math.ceil(end / windowS));
  return windows.length === 0 ? 0 : windows.reduce((sum, one) => sum + one, 0) / windows.length / 255;
}
