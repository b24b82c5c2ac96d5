/** What is told of the measures: as stored, and what follows from them and from what else is known of the call. */
import type { Measures } from '../audio/measures.ts';
import { type Call, sentencesOf } from './call.ts';
import { characters, speechWithin } from './pace.ts';
import { type ReplyGap, replyGaps } from './reply-gaps.ts';
import { findWaits, type Wait } from './waits.ts';

export interface MeasuresView extends Measures {
  agentChannel: number | null;
  /** Per channel: seconds of speech, and its share of all speech. */
  talk: { channel: number; seconds: number; share: number | null }[];
  /** From the end of one side's words to the beginning of the other's; null where the sides cannot be told apart. */
  replyGaps: ReplyGap[] | null;
  /** From 5 s on; null when nothing tells who talks when. */
  waits: Wait[] | null;
  /** Characters a minute of speech; null without words and times. */
  charactersPerMinute: { agent: number | null; customer: number | null };
}

/** @returns null when the call has not been measured */
export function measuresView(call: Call): MeasuresView | null {
  const { measures } = call;
  if (!measures) return null;
  const spoken = measures.channels.map(({ speech }) => speech.reduce((sum, [start, end]) => sum + end - start, 0));
  const all = spoken.reduce((sum, seconds) => sum + seconds, 0);
  return {
    ...measures,
    agentChannel: call.recording.agentChannel,
    talk: spoken.map((seconds, channel) => ({
      channel,
      seconds: round(seconds),
      share: all > 0 ? round(seconds / all) : null,
    })),
    replyGaps: replyGaps(call),
    waits: findWaits(call, 5),
    charactersPerMinute: { agent: rate(call, 'agent'), customer: rate(call, 'customer') },
  };
}

function rate(call: Call, who: 'agent' | 'customer'): number | null {
  if (call.transcript?.timing === 'estimated') return null;
  const sentences = sentencesOf(call, who);
  const seconds = sentences.reduce((sum, sentence) => sum + speechWithin(call, sentence), 0);
  const count = sentences.reduce((sum, sentence) => sum + characters(sentence), 0);
  return seconds > 0 ? Math.round((count * 60) / seconds) : null;
}

const round = (value: number) => Math.round(value * 100) / 100;
