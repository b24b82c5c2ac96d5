/** What a detector is given: everything that is known of one call, and nothing else. */
import type { Measures } from '../audio/measures.ts';
import {
  type AgentChannelFrom,
  agentSideText,
  type Bilingual,
  type Direction,
  type Evidence,
  type Party,
  type Speaker,
} from '../contract/index.ts';
import { type Normalised, normalise, placeInSource } from '../text/normalise.ts';
import type { Sentence, Timing } from '../transcripts/sentence.ts';

/** A sentence with the spelling that phrases are compared in, and the way from there to its words. */
export interface SpokenSentence extends Sentence, Normalised {}

export interface Call {
  recording: {
    id: string;
    durationS: number | null;
    channels: number | null;
    /** Channel that carries the agent; null when the voices share one channel, or when nothing tells. */
    agentChannel: number | null;
    /** How that is known; null or left out when the voices share one channel. */
    agentChannelFrom?: AgentChannelFrom | null;
    agentNo: string | null;
    direction: Direction | null;
    /** Names of the agent's team and of the kind of business. */
    team?: string | null;
    business?: string | null;
    /** The file breaks off: how the call ended is not heard. */
    endMissing?: boolean;
  };
  callRecord: {
    ringSeconds: number | null;
    hangupBy: Party | null;
    talkSeconds?: number | null;
    satisfaction?: string | null;
    /** The row as read: JSON object by heading. */
    row?: string;
  } | null;
  /** `speakersEstimated`: told apart by their voices only; every sentence then counts as nobody's. */
  transcript: {
    timing: Timing;
    speakersEstimated?: boolean;
    /** Named by the channel they are heard on: nobody's while it is open whose which is. */
    speakersByChannel?: boolean;
    sentences: SpokenSentence[];
  } | null;
  measures: Measures | null;
}

export function spoken(sentence: Sentence): SpokenSentence {
  return { ...sentence, ...normalise(sentence.text) };
}

export function isStereo(call: Call): boolean {
  return (call.recording.channels ?? 1) > 1 && call.recording.agentChannel !== null;
}

export function sentencesOf(call: Call, speaker: Speaker): SpokenSentence[] {
  return call.transcript?.sentences.filter((sentence) => sentence.speaker === speaker) ?? [];
}

/** Two channels with a voice each, of which nothing tells whose which is. */
export const sidesOpen = ({ recording }: Call): boolean =>
  recording.agentChannel === null && (recording.agentChannelFrom ?? null) !== null;

/** Why the two sides cannot be told apart by their channels, as a sentence. */
export function whyNoSides(call: Call): Bilingual {
  if (!sidesOpen(call))
    return {
      zh: '单声道录音，双方声音混在一起，无法判断。',
      en: 'A mono recording: the two voices share one channel.',
    };
  const { zh, en } = agentSideText(null, call.recording.agentChannelFrom ?? null);
  return { zh: `${zh}，无法判断；请先确定坐席声道。`, en: `${en}. Say which one it is first.` };
}

/** The channel of a speaker, or null in a mono recording. */
export function channelOf(call: Call, speaker: Speaker): number | null {
  const { agentChannel } = call.recording;
  if (!isStereo(call) || agentChannel === null || speaker === 'unknown') return null;
  return speaker === 'agent' ? agentChannel : agentChannel === 0 ? 1 : 0;
}

/** A whole sentence as evidence, or the part of it between two positions in `plain`. */
export function quote(call: Call, sentence: SpokenSentence, from?: number, to = sentence.plain.length): Evidence {
  if (from === undefined) return quoteText(call, sentence, 0, sentence.text.length);
  const { start, end } = placeInSource(sentence, from, to);
  return quoteText(call, sentence, start, end);
}

/** The part of a sentence between two positions in `text`; times by its words, else by share. */
export function quoteText(call: Call, sentence: SpokenSentence, from: number, to: number): Evidence {
  const length = Math.max(1, sentence.text.length);
  const at = (place: number) => sentence.start + ((sentence.end - sentence.start) * place) / length;
  const words = wordsBetween(sentence, from, to);
  return {
    start: words?.start ?? at(from),
    end: words?.end ?? at(to),
    channel: channelOf(call, sentence.speaker),
    text: sentence.text.slice(from, to),
  };
}

/** Sentences that follow each other, as one: what is said over two of them is found in it. */
export function together(sentences: readonly [SpokenSentence, ...SpokenSentence[]]): SpokenSentence {
  const [first] = sentences;
  if (sentences.length === 1) return first;
  return spoken({
    speaker: first.speaker,
    start: first.start,
    end: Math.max(...sentences.map(({ end }) => end)),
    text: sentences.map(({ text }) => text).join(' '),
    words: sentences.flatMap((sentence) => sentence.words ?? charactersOf(sentence)),
  });
}

/** Each character with its share of the sentence's time. */
function charactersOf({ start, end, text }: Sentence): { text: string; start: number; end: number }[] {
  const share = (end - start) / Math.max(1, text.length);
  return text
    .split('')
    .map((character, index) => ({
      text: character,
      start: start + share * index,
      end: start + share * (index + 1),
    }))
    .filter((character) => character.text.trim() !== '');
}

function wordsBetween(sentence: Sentence, from: number, to: number): { start: number; end: number } | null {
  let place = 0;
  const hit: { start: number; end: number }[] = [];
  for (const word of sentence.words ?? []) {
    const start = sentence.text.indexOf(word.text, place);
    if (start < 0) return null;
    place = start + word.text.length;
    if (place > from && start < to) hit.push(word);
  }
  return hit.length > 0 ? { start: hit[0]!.start, end: hit.at(-1)!.end } : null;
}

/** A span of the recording as evidence. */
export function span(start: number, end: number, channel: number | null = null, text: string | null = null): Evidence {
  return { start, end, channel, text };
}
