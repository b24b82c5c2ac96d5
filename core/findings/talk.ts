/** Who talks when: from the signal where each side has its channel, else from a transcript with times, else from a mono signal. */
import type { Party, Speaker } from '../contract/index.ts';
import { type Call, channelOf, isStereo, type SpokenSentence, sentencesOf } from './call.ts';
import { oncePerCall } from './once.ts';
import { isAnnouncement, mayBeAnnouncement } from './waiting-words.ts';

export interface Talk {
  who: Speaker;
  start: number;
  end: number;
  /** Null when only the signal is known; empty where a transcript of the call has no words. */
  plain: string | null;
  /** Far softer than the voice usually is on that channel, or without a pause: perhaps not one person's but the room's. */
  soft?: boolean;
}

export interface TalkTrack {
  source: 'stereo' | 'transcript' | 'mono';
  talks: Talk[];
}

/** Pauses up to this long are within one utterance, seconds. */
const breath = 1;

/** @returns null when neither signal nor transcript tells who talks when, or nobody does */
export const talkTrack = oncePerCall((call: Call): TalkTrack | null => {
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
  const heard = (measures?.channels ?? []).flatMap(({ speech }) => {
    const isSoft = softness(speech);
    return speech.map(
      (piece): Talk => ({ who: 'unknown', start: piece[0], end: piece[1], plain: null, soft: isSoft(piece) }),
    );
  });
  const talks = merged(heard.sort(byStart));
  return talks.length > 0 ? { source: 'mono', talks } : null;
});

function utterances(call: Call, who: Party): Talk[] {
  const speech = call.measures?.channels[channelOf(call, who) ?? 0]?.speech ?? [];
  const words = wordsAt(call, who);
  const isSoft = softness(speech);
  return merged(
    speech.map((piece) => ({
      who,
      start: piece[0],
      end: piece[1],
      plain: words(piece[0], piece[1]),
      soft: isSoft(piece),
    })),
  );
}

/** What a transcript with times has of a side's words between two moments that come later and later. */
function wordsAt(call: Call, who: Party): (start: number, end: number) => string | null {
  const timed = call.transcript && call.transcript.timing !== 'estimated';
  const sentences = timed ? sentencesOf(call, who).toSorted(byStart) : [];
  if (sentences.length === 0) return () => null;
  let from = 0;
  return (start, end) => {
    while (from < sentences.length && sentences[from]!.end < start - lateS) from++;
    const said: SpokenSentence[] = [];
    for (let i = from; i < sentences.length && sentences[i]!.start < end; i++) {
      const common = Math.min(end, sentences[i]!.end) - Math.max(start, sentences[i]!.start);
      if (common >= Math.min(0.1, (end - start) / 2)) said.push(sentences[i]!);
    }
    return said.map(({ plain }) => plain).join(' ');
  };
}
/** Sentences may overlap and end in another order than they begin. Seconds. */
const lateS = 60;

type Speech = readonly [start: number, end: number, db: number];

/** So far below the louder speech of its channel speech is soft, dB; and which part of the speech is the louder. */
const softBelow = 8;
const louderShare = 0.15;
/** Nobody speaks this long without a pause, seconds: voices of several. */
const breathlessS = 25;

/** @param speech of one channel */
export function softness(speech: readonly Speech[]): (piece: Speech) => boolean {
  const sorted = speech.toSorted((a, b) => b[2] - a[2]);
  let left = louderShare * speech.reduce((sum, [start, end]) => sum + end - start, 0);
  let usual = Number.NEGATIVE_INFINITY;
  for (const [start, end, db] of sorted) {
    usual = db;
    left -= end - start;
    if (left <= 0) break;
  }
  return ([start, end, db]) => db < usual - softBelow || end - start > breathlessS;
}

/** Joins what lies a breath apart; an announcement and a person's words stay two. */
function merged(pieces: readonly Talk[]): Talk[] {
  const talks: Talk[] = [];
  for (const piece of pieces) {
    const previous = talks.at(-1);
    const alike = previous && ofSystem(piece) === ofSystem(previous) && piece.soft === previous.soft;
    if (previous && alike && piece.start - previous.end <= breath) {
      previous.end = Math.max(previous.end, piece.end);
      if (piece.plain && !previous.plain?.includes(piece.plain))
        previous.plain = [previous.plain, piece.plain].filter(Boolean).join(' ');
    } else talks.push({ ...piece });
  }
  return talks;
}

const ofSystem = ({ plain }: Talk): boolean => plain !== null && (isAnnouncement(plain) || mayBeAnnouncement(plain));

const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start;
