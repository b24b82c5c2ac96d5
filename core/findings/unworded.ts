/**
 * Sound that was taken for speech and for which a transcript with exact times has no word of anybody, though it has the
 * words of the rest. Either the transcript lacks them, or it is the room, a neighbour or a television: whether somebody
 * on the call speaks there cannot be told, and so neither can a wait or a silence that it would end.
 */
import { complement, type Pair, total, union, without } from '../audio/measures/spans.ts';
import type { Call } from './call.ts';
import { oncePerCall } from './once.ts';

/** Seconds: what is missing from a transcript is shorter, and so are pauses within what one person says. */
const leastS = 20;
const pauseS = 1.5;
/** Recognisers place sentences up to this far from their sound, seconds. */
const looseS = 1;
/** A transcript that lacks more of the other speech has gaps of its own, and tells nothing. */
const leastCovered = 0.8;

/** @returns the stretches, in seconds; none where no transcript could tell */
export const unwordedSpeech = oncePerCall((call: Call): Pair[] => {
  const { transcript, measures } = call;
  if (!measures || transcript?.timing !== 'exact' || transcript.sentences.length === 0) return [];
  const words = union(transcript.sentences.map(({ start, end }): Pair => [start - looseS, end + looseS]));
  const speech = union(
    measures.channels.flatMap((channel) => channel.speech.map(([start, end]): Pair => [start, end])),
  );
  const silent = complement(words, measures.duration);
  const long = union(speech, pauseS).flatMap((talk) =>
    silent
      .map(([start, end]): Pair => [Math.max(start, talk[0]), Math.min(end, talk[1])])
      .filter(([start, end]) => end - start >= leastS),
  );
  const rest = without(speech, long);
  const worded = total(rest) - total(without(rest, words));
  return worded >= leastCovered * total(rest) ? long : [];
});

/** Such a stretch that lasts, as a reason; null when there is none. */
export function unwordedFor(call: Call, seconds: number): { span: Pair; why: [zh: string, en: string] } | null {
  const span = unwordedSpeech(call).find(([start, end]) => end - start >= seconds);
  if (!span) return null;
  const length = Math.round(span[1] - span[0]);
  return {
    span,
    why: [
      `有 ${length} 秒测得像说话的声音，转写里却没有一句话；是有人在说、转写漏了，还是背景人声，分不清。`,
      `For ${length} s there is sound like speech without a word in the transcript: whether somebody on the call speaks or the room does cannot be told.`,
    ],
  };
}
