/** How much is said in how much speech. */
import { type Call, channelOf, type SpokenSentence } from './call.ts';

/** Chinese characters and figures count one each, a Latin word two. */
export function characters({ plain }: SpokenSentence): number {
  const latin = plain.match(/[a-z]+/g)?.length ?? 0;
  return plain.replace(/[a-z]+|[^\p{L}\p{N}]/gu, '').length + latin * 2;
}

/** Seconds of speech in a sentence: by the signal where it is measured per side, without the pauses. */
export function speechWithin(call: Call, sentence: SpokenSentence): number {
  const channel = channelOf(call, sentence.speaker);
  const speech = channel === null ? undefined : call.measures?.channels[channel]?.speech;
  const within = (speech ?? []).reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start)),
    0,
  );
  const whole = sentence.end - sentence.start;
  return within > whole / 3 ? within : whole;
}
