/** A call made up of sentences, for tests of detectors. */
import { type Measures, measuresVersion } from '../audio/measures.ts';
import type { Speaker } from '../contract/index.ts';
import { type Call, spoken } from '../findings/call.ts';
import type { Timing } from '../transcripts/sentence.ts';

export type Line = [speaker: Speaker, start: number, end: number, text: string];

interface Facts extends Partial<Call['recording']> {
  ringSeconds?: number | null;
  hangupBy?: 'agent' | 'customer' | null;
  timing?: Timing;
  measures?: Measures | null;
}

/** A stereo inbound call of agent 8012; null instead of lines: it has no transcript. */
export function spokenCall(lines: readonly Line[] | null, facts: Facts = {}): Call {
  const { ringSeconds = null, hangupBy = null, timing = 'exact', measures = null, ...recording } = facts;
  return {
    recording: {
      id: 'r1',
      durationS: null,
      channels: 2,
      agentChannel: 0,
      agentNo: '8012',
      direction: 'inbound',
      ...recording,
    },
    callRecord: { ringSeconds, hangupBy },
    transcript: lines && {
      timing,
      sentences: lines.map(([speaker, start, end, text]) => spoken({ speaker, start, end, text })),
    },
    measures,
  };
}

/** One sentence of the agent after the other, two seconds each. */
export const agentSays = (...texts: string[]): Line[] =>
  texts.map((text, index) => ['agent', index * 3, index * 3 + 2, text]);

export function measured(changes: Partial<Measures> = {}, speech: [number, number, number][][] = [[], []]): Measures {
  return {
    version: measuresVersion,
    duration: 300,
    channels: speech.map((segments) => ({
      speechDb: -20,
      medianDb: -20,
      noiseDb: -60,
      peakDb: -3,
      speech: segments,
      music: [],
      unclear: [],
    })),
    silences: [],
    overlaps: [],
    tones: [],
    ...changes,
  };
}
