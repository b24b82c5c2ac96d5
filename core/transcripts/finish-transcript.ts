/** From what a format says to what is stored: speakers named, missing times filled, sentences in order. */
import type { RawSentence } from './formats/format.ts';
import { type ParsedTranscript, type Sentence, type Timing, tidyText, toMs } from './sentence.ts';
import { type SpeakerHints, speakerOfChannel, speakersOf } from './speaker-labels.ts';

/** Seconds that a character takes at 240 characters a minute, and that a turn takes beside. */
const perCharacter = 0.25;
const perTurn = 0.4;
/** Sentences that may begin together before the next start is looked for in vain. */
const lookAhead = 20;

/** @returns null when no sentence has any text */
export function finishTranscript(raw: readonly RawSentence[], hints: SpeakerHints): ParsedTranscript | null {
  const spoken = raw
    .map((sentence) => ({ ...sentence, text: tidyText(sentence.text) }))
    .filter((sentence) => sentence.text !== '');
  if (spoken.length === 0) return null;
  const speakers = speakersOf(new Set(spoken.flatMap(({ label }) => (label === null ? [] : [label]))), hints);
  const channels = spoken.flatMap(({ channel }) => (channel == null ? [] : [channel]));
  // Some services count channels from one.
  const firstChannel = channels.length > 0 && !channels.includes(0) && channels.includes(2) ? 1 : 0;
  const speakerOf = ({ label, channel }: RawSentence) => {
    if (label !== null) return speakers.get(label) ?? 'unknown';
    return channel == null ? 'unknown' : speakerOfChannel(channel - firstChannel, hints);
  };
  const { timed, timing } = fillTimes(spoken);
  const sentences = timed.map(({ sentence, start, end }): Sentence => {
    const words = sentence.words?.filter((word) => word.text !== '');
    return { speaker: speakerOf(sentence), start, end, text: sentence.text, ...(words?.length ? { words } : {}) };
  });
  return { sentences: sentences.sort((a, b) => a.start - b.start), timing };
}

interface Timed {
  sentence: RawSentence;
  start: number;
  end: number;
}

/** An end that is missing is the next start, or earlier when the words would not take that long. */
function fillTimes(raw: readonly RawSentence[]): { timed: Timed[]; timing: Timing } {
  let timing: Timing = 'exact';
  let clock = 0;
  const timed = raw.map((sentence, index): Timed => {
    const guess = sentence.text.length * perCharacter + perTurn;
    if (sentence.start === null) timing = 'estimated';
    const start = Math.max(0, sentence.start ?? clock);
    let end = sentence.end;
    if (end === null || end < start) {
      if (timing === 'exact') timing = 'starts';
      const next = raw
        .slice(index + 1, index + 1 + lookAhead)
        .find((later) => later.start !== null && later.start > start)?.start;
      end = Math.min(start + guess, next ?? Number.POSITIVE_INFINITY);
    }
    clock = end;
    return { sentence, start: toMs(start) / 1000, end: toMs(end) / 1000 };
  });
  return { timed, timing };
}
