/** From what a format says to what is stored: speakers named, missing times filled, sentences in order. */
import type { Speaker } from '../contract/index.ts';
import type { RawSentence } from './formats/format.ts';
import { saysNothing, withoutModelTags } from './formats/markup.ts';
import { type ParsedTranscript, type Sentence, type SpeakersBy, type Timing, tidyText, toMs } from './sentence.ts';
import { labelsRestOn, type SpeakerHints, speakerOfChannel, speakersOf } from './speaker-labels.ts';

/** Seconds that a character takes at 240 characters a minute, and that a turn takes beside. */
const perCharacter = 0.25;
const perTurn = 0.4;
/** Sentences that may begin together before the next start is looked for in vain. */
const lookAhead = 20;

/** How a file is to be read, where a person knows better. */
export interface Reading extends SpeakerHints {
  /** Whose the sentences of a voice are, by `voiceOf`. */
  voices?: ReadonlyMap<string, Speaker> | undefined;
  /** Seconds to add to every time of the file. */
  shift?: number | undefined;
  /** Seconds that the recording lasts: times that cannot be are left out. */
  within?: number | undefined;
}

/** Seconds that a last sentence may outlast the sound: services round, and count the delay that a decoder cuts off. */
export const tolerance = 1;

/** What tells the sentences of one party from those of another: the label, else the channel; empty when neither is given. */
export const voiceOf = ({ label, channel }: Pick<RawSentence, 'label' | 'channel'>): string =>
  label ?? (channel == null ? '' : `channel ${channel}`);

/** @returns null when no sentence has any text */
export function finishTranscript(raw: readonly RawSentence[], reading: Reading): ParsedTranscript | null {
  const { shift = 0 } = reading;
  const { beyond, impossible } = outsideOf(raw, reading);
  const spoken = raw
    .filter((sentence) => !impossible.has(sentence))
    .map((sentence) => ({
      ...sentence,
      text: tidyText(withoutModelTags(sentence.text)),
      start: moved(sentence.start, shift),
      end: moved(sentence.end, shift),
      words: sentence.words?.map((word) => ({
        ...word,
        text: withoutModelTags(word.text),
        start: Math.max(0, word.start + shift),
        end: Math.max(0, word.end + shift),
      })),
    }))
    .filter(({ text }) => text !== '' && !saysNothing(text));
  if (spoken.length === 0) return null;
  const speakers = speakersOfVoices(spoken, reading);
  const { timed, timing } = fillTimes(spoken);
  const sentences = timed.map(({ sentence, start, end }): Sentence => {
    const words = sentence.words?.filter((word) => word.text !== '');
    const speaker = speakers.get(voiceOf(sentence)) ?? 'unknown';
    return { speaker, start, end, text: sentence.text, ...(words?.length ? { words } : {}) };
  });
  return {
    sentences: sentences.sort((a, b) => a.start - b.start),
    timing,
    speakersBy: restOn(spoken, reading),
    ...(beyond + impossible.size > 0 && { outside: { kept: beyond, leftOut: impossible.size } }),
  };
}

/** Seconds after the end that a call may have gone on while its sound is lost. */
const lostS = 600;

/**
 * Sentences that begin after the sound has ended may be those whose sound is lost. Times before the start, or so late
 * that the sound would have to be less than half of the call, are none, unless most of the file has such: then it is
 * the times of the day, or another call's, which a person must see.
 */
function outsideOf(
  raw: readonly RawSentence[],
  { shift = 0, within }: Reading,
): { beyond: number; impossible: ReadonlySet<RawSentence> } {
  if (within === undefined) return { beyond: 0, impossible: new Set() };
  const outside = raw.filter(
    ({ start }) => start !== null && (start + shift < 0 || start + shift > within + tolerance),
  );
  const impossible = outside.filter(({ start }) => start! + shift < 0 || start! + shift > within * 2 + lostS);
  if (impossible.length * 2 > raw.length) return { beyond: outside.length, impossible: new Set() };
  return { beyond: outside.length - impossible.length, impossible: new Set(impossible) };
}

/** A person's word counts as a label that names a role. */
function restOn(raw: readonly RawSentence[], { voices }: Reading): SpeakersBy {
  if (raw.some((sentence) => voices?.has(voiceOf(sentence)))) return 'labels';
  const told = labelsRestOn(new Set(raw.flatMap(({ label }) => label ?? [])));
  return told ?? (raw.some(({ label, channel }) => label === null && channel != null) ? 'channels' : 'labels');
}

/** Whose each voice is: as a person says, else as its label or channel tells. A voice that is missing tells nothing. */
export function speakersOfVoices(raw: readonly RawSentence[], reading: Reading): Map<string, Speaker> {
  const labels = speakersOf(new Set(raw.flatMap(({ label }) => (label === null ? [] : [label]))), reading);
  const channels = raw.flatMap(({ channel }) => (channel == null ? [] : [channel]));
  // Some services count channels from one.
  const firstChannel = channels.length > 0 && !channels.includes(0) && channels.includes(2) ? 1 : 0;
  const speakers = new Map<string, Speaker>();
  for (const sentence of raw) {
    const { label, channel } = sentence;
    const told =
      label !== null
        ? labels.get(label)
        : channel == null
          ? undefined
          : speakerOfChannel(channel - firstChannel, reading);
    const speaker = reading.voices?.get(voiceOf(sentence)) ?? told;
    if (speaker) speakers.set(voiceOf(sentence), speaker);
  }
  return speakers;
}

const moved = (time: number | null, shift: number) => (time === null ? null : Math.max(0, time + shift));

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
