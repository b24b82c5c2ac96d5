/** Who talks when: from the signal where each side has its channel, else from a transcript with times, else from a mono signal. */
import type { Speaker } from '../contract/index.ts';
import { type Call, channelOf, isStereo, sentencesOf } from './call.ts';

export interface Talk {
  who: Speaker;
  start: number;
  end: number;
  /** Null when only the signal is known. */
  plain: string | null;
}

export interface TalkTrack {
  source: 'stereo' | 'transcript' | 'mono';
  talks: Talk[];
}

/** Pauses up to this long are within one utterance, seconds. */
const breath = 1;

/** @returns null when neither signal nor transcript tells who talks when, or nobody does */
export function talkTrack(call: Call): TalkTrack | null {
  const { measures, transcript } = call;
  if (measures && isStereo(call) && measures.channels.length > 1) {
    const talks = (['agent', 'customer'] as const).flatMap((who) => utterances(call, who));
    if (talks.length > 0) return { source: 'stereo', talks: talks.sort(byStart) };
  }
  if (transcript && transcript.timing !== 'estimated' && sentencesOf(call, 'agent').length > 0) {
    const talks = transcript.sentences.map(
      ({ speaker, start, end, plain }): Talk => ({ who: speaker, start, end, plain }),
    );
    return { source: 'transcript', talks: talks.sort(byStart) };
  }
  const talks = merged(measures?.channels[0]?.speech ?? [], 'unknown');
  return talks.length > 0 ? { source: 'mono', talks } : null;
}

function utterances(call: Call, who: 'agent' | 'customer'): Talk[] {
  const channel = channelOf(call, who);
  return merged(call.measures?.channels[channel ?? 0]?.speech ?? [], who);
}

function merged(speech: readonly (readonly [number, number, number])[], who: Speaker): Talk[] {
  const talks: Talk[] = [];
  for (const [start, end] of speech) {
    const previous = talks.at(-1);
    if (previous && start - previous.end <= breath) previous.end = Math.max(previous.end, end);
    else talks.push({ who, start, end, plain: null });
  }
  return talks;
}

const byStart = (a: Talk, b: Talk) => a.start - b.start;
