/** Speech against the speaker's own median level. */
import type { Evidence, Party } from '../contract/index.ts';
import { type Call, channelOf, sentencesOf, span } from './call.ts';

export interface RaisedVoice {
  loud: Evidence[];
  /** The most that speech of that length rises above the median, decibels; 0 when it never does. */
  rise: number;
}

/**
 * @param limits.above decibels above the median @param limits.least seconds of speech at least
 * @returns null in a mono file, without measures, or with too little speech to compare
 */
export function raisedVoiceOf(call: Call, who: Party, limits: { above: number; least: number }): RaisedVoice | null {
  const channel = channelOf(call, who);
  const own = channel === null ? undefined : call.measures?.channels[channel];
  if (!own || own.medianDb === null || own.speech.length < 3) return null;
  const median = own.medianDb;
  const long = own.speech.filter(([start, end]) => end - start >= limits.least);
  const loud = long.filter(([, , level]) => level - median >= limits.above);
  return {
    rise: Math.max(0, ...long.map(([, , level]) => level - median)),
    loud: loud.map(([start, end]) => {
      const said = sentencesOf(call, who).find((sentence) => sentence.start < end && sentence.end > start);
      return span(start, end, channel, said?.text ?? null);
    }),
  };
}
