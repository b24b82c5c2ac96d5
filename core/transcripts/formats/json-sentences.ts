/** Lists of sentences as speech services write them, wherever in the answer they stand. */

import { fromStart } from './epoch-times.ts';
import type { RawSentence, TranscriptReader } from './format.ts';
import { type Entry, type EntryWord, entryOf, textOf, voiceIn, voiceSpansIn, wordKeys, wordsIn } from './json-entry.ts';
import { type Moment, plainKeys } from './json-keys.ts';
import { type NumberUnit, unitOfNumbers } from './number-unit.ts';
import { parseJson, parseJsonOrLines } from './parse-json.ts';
import { timedLines } from './timed-lines.ts';
import { type StreamWord, sentencesOfWords } from './word-stream.ts';

/** Levels of objects and lists that are looked into. */
const deepest = 8;

/**
 * Aliyun, AssemblyAI, AWS, Azure, Baidu, Deepgram, FunASR, Genesys, Google, Huawei, Hugging Face, iFlytek, Rev,
 * Speechmatics, Tencent, Volcengine, Vosk, Watson …: told by what their lists hold, not by the service. Words are no
 * sentences: a list of words counts only where nothing larger is given, and is then put together.
 */
export const jsonSentences: TranscriptReader = {
  id: 'json-sentences',
  extensions: ['.json', '.jsonl'],
  read(text) {
    const value = parseJsonOrLines(text);
    if (typeof value !== 'object' || value === null) return null;
    const nobody = { label: null, channel: null };
    const alone = Array.isArray(value) ? null : entryOf(value);
    const listed = sentencesIn(value, nobody, deepest);
    const sentences = listed.length === 0 && alone ? toRaw([alone], nobody) : listed;
    if (sentences.length > 0) return fromStart(value, sentences);
    return (
      textsIn(value, deepest)
        .map(timedLines)
        .find((lines) => lines !== null) ?? null
    );
  },
};

/** Texts of several lines: some answers carry the talk as text only. */
function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.includes('\n') ? [value] : [];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner, depth - 1));
}

type Voice = Pick<Entry, 'label' | 'channel'>;

/** @param inherited what the surrounding object says of all its sentences */
function sentencesIn(value: unknown, inherited: Voice, depth: number): RawSentence[] {
  if (depth === 0) return [];
  // Some answers carry the result as JSON inside JSON.
  const opened = typeof value === 'string' && /^\s*[{[]/.test(value) ? parseJson(value) : value;
  if (typeof opened !== 'object' || opened === null) return [];
  if (Array.isArray(opened)) return listOf(opened, inherited, depth);
  const own = plainKeys(opened);
  const given = voiceIn(own);
  const voice = { label: given.label ?? inherited.label, channel: given.channel ?? inherited.channel };
  const larger = largerParts(own, voice, depth);
  return withVoiceSpans(larger.length > 0 ? larger : wordParts(own, voice, depth), own.speakerlabels);
}

/** Sentences in what an object holds beside words. */
function largerParts(own: Record<string, unknown>, voice: Voice, depth: number): RawSentence[] {
  const parts = Object.entries(own).filter(
    ([key, inner]) => !wordKeys.has(key) && key !== 'speakerlabels' && !isItsWords(own, inner),
  );
  return withoutRepeats(
    parts.map(([key, inner]) =>
      key === 'channels' && Array.isArray(inner) ? byChannel(inner, depth) : sentencesIn(inner, voice, depth - 1),
    ),
  );
}

/** Vosk: the words of a text stand beside it under a name that elsewhere is another list's. */
function isItsWords(own: Record<string, unknown>, value: unknown): boolean {
  const text = textOf(own);
  const said = text === null || !Array.isArray(value) ? null : wordsIn(value);
  return said?.every(isWord) === true && letters(said) === letters([{ text: text! }]);
}

function wordParts(own: Record<string, unknown>, voice: Voice, depth: number): RawSentence[] {
  const streams = Object.entries(own).filter(([key, inner]) => wordKeys.has(key) || isItsWords(own, inner));
  return withoutRepeats(
    streams.map(([, inner]) => {
      const words = wordsIn(inner);
      return words ? sentencesOfStream(words, voice) : sentencesIn(inner, voice, depth - 1);
    }),
  );
}

/** Whose the words are, by the spans of voices that a file gives apart from them. */
function withVoiceSpans(sentences: RawSentence[], value: unknown): RawSentence[] {
  const spans = voiceSpansIn(value);
  if (spans.length === 0) return sentences;
  return sentences.flatMap((sentence) => {
    if (sentence.label !== null || !sentence.words) return [sentence];
    const words = sentence.words.map((word) => {
      const middle = (word.start + word.end) / 2;
      const label = spans.find(({ start, end }) => start <= middle && end >= middle)?.label ?? null;
      return { ...word, label, channel: sentence.channel ?? null };
    });
    const voices = new Set(words.map(({ label }) => label));
    return voices.size > 1 ? sentencesOfWords(words) : [{ ...sentence, label: words[0]?.label ?? null }];
  });
}

/** Deepgram numbers its channels by their place. */
function byChannel(channels: readonly unknown[], depth: number): RawSentence[] {
  return channels.flatMap((inner, channel) => sentencesIn(inner, { label: null, channel }, depth - 1));
}

function listOf(given: readonly unknown[], inherited: Voice, depth: number): RawSentence[] {
  // Recognisers that listen write an empty result for each pause.
  const list = given.filter((value) => !isEmpty(value));
  const entries = list.map(entryOf);
  if (entries.length > 0 && !entries.includes(null)) {
    const found = entries as Entry[];
    const words = looksLikeWords(found) ? wordsIn(list) : null;
    if (words) return sentencesOfStream(words, inherited);
    const finer = list.flatMap((value) => largerParts(plainKeys(value), inherited, depth - 1));
    const whole = toRaw(found, inherited);
    const isFiner = finer.length > whole.length && letters(finer) === letters(whole) && !finer.every(isWord);
    return isFiner ? finer : withVoices(found, whole, inherited);
  }
  const inner = list.flatMap((value) => sentencesIn(value, inherited, depth - 1));
  // A few entries of a list may be empty or broken: the others are still sentences.
  return inner.length > 0
    ? inner
    : toRaw(
        entries.filter((entry) => entry !== null),
        inherited,
      );
}

const isEmpty = (value: unknown): boolean => {
  const own = plainKeys(value);
  return Object.keys(own).length > 0 && textOf(own)?.trim() === '' && entryOf(value) === null;
};

/** Google repeats all words in a last result of their own, which alone says who spoke them. */
function withVoices(entries: readonly Entry[], sentences: RawSentence[], inherited: Voice): RawSentence[] {
  const last = entries.at(-1);
  if (entries.length < 2 || !last?.words?.some(({ label }) => label !== null)) return sentences;
  const said = letters(last.words);
  const before = letters(entries.slice(0, -1));
  return before !== '' && said.includes(before) ? sentencesOfStream(last.words, inherited) : sentences;
}

const isWord = ({ text }: { text: string }): boolean =>
  /^\s*(?:\p{Script=Han}{1,4}|[^\s\p{Script=Han}]{1,20})\p{P}?\s*$/u.test(text);

/** Single words in close order; a talk of so many calls of one word each does not occur. */
function looksLikeWords(entries: readonly Entry[]): boolean {
  if (entries.length < 6 || entries.some(({ words }) => words !== null)) return false;
  const single = entries.filter(isWord);
  const unit = unitOf(entries);
  const closed = entries.slice(1).filter(({ start }, index) => {
    const end = entries[index]!.end;
    return end !== null && seconds(start, unit) - seconds(end, unit) < 0.3;
  });
  return single.length >= entries.length * 0.95 && closed.length >= (entries.length - 1) * 0.6;
}

/** Answers say the same at several levels of detail: of lists with the same words the one with the longest sentences. */
function withoutRepeats(lists: readonly RawSentence[][]): RawSentence[] {
  const found = lists.filter((list) => list.length > 0).map((list) => ({ list, said: letters(list) }));
  const kept = found.filter(
    (one, index) =>
      !found.some((other, at) => {
        if (other === one || !saysTheSame(one.said, other.said)) return false;
        const [mine, theirs] = [average(one), average(other)];
        return theirs > mine || (theirs === mine && at < index);
      }),
  );
  return kept.flatMap(({ list }) => list);
}

/** In whatever order: lists by channel say the same as one list by time. */
function saysTheSame(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true;
  return one.length === other.length && Array.from(one).sort().join('') === Array.from(other).sort().join('');
}

const letters = (list: readonly { text: string }[]) =>
  list
    .map(({ text }) => text)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
const average = ({ list, said }: { list: readonly RawSentence[]; said: string }) => said.length / list.length;

function toRaw(entries: readonly Entry[], inherited: Voice): RawSentence[] {
  const unit = unitOf(entries);
  return entries.flatMap((entry) => {
    const { text, start, end, duration, words, label, channel } = entry;
    const voice = { label: label ?? inherited.label, channel: channel ?? inherited.channel };
    const begun = seconds(start, unit);
    const until = end ? seconds(end, unit) : duration ? begun + seconds(duration, unit) : null;
    if (words && isSeveral(entry, words, until === null ? 0 : until - begun)) return sentencesOfStream(words, voice);
    return [{ ...voice, start: begun, end: until, text, words: words ? timedWords(words, unit) : undefined }];
  });
}

/** Seconds: what lasts longer is a paragraph or a whole call, in which no second can be pointed at. */
const longestSentence = 30;

/** Whether an entry is more than one sentence: of several voices, too long for one, or with more than one end. */
function isSeveral({ complete }: Entry, words: readonly EntryWord[], lasts: number): boolean {
  const voices = new Set(words.flatMap(({ label, start }) => (label === null || start === null ? [] : [label])));
  const ends = words.slice(0, -1).some(({ text }) => /[。！？!?]$/.test(text));
  return voices.size > 1 || lasts > longestSentence || (complete && ends);
}

function timedWords(words: readonly EntryWord[], unit: NumberUnit): RawSentence['words'] {
  const timed = words.flatMap(({ text, start, end }) =>
    start === null ? [] : [{ text: text.trim(), start: seconds(start, unit), end: seconds(end ?? start, unit) }],
  );
  return timed.length > 0 ? timed : undefined;
}

function sentencesOfStream(words: readonly EntryWord[], inherited: Voice): RawSentence[] {
  const unit = unitOf(words, longestWord);
  let voice = inherited;
  return sentencesOfWords(
    words.map(({ text, start, end, label, channel }): StreamWord => {
      // Punctuation belongs to the word before.
      if (start !== null) voice = { label: label ?? inherited.label, channel: channel ?? inherited.channel };
      return {
        text,
        start: start && seconds(start, unit),
        end: end && seconds(end, unit),
        ...voice,
      };
    }),
  );
}

/** A word in milliseconds seems to last longer than this, seconds. */
const longestWord = 20;

function unitOf(timed: readonly { start: Moment | null; end: Moment | null }[], longest?: number): NumberUnit {
  const bare = timed.filter(({ start }) => start !== null);
  if (bare.some(({ start }) => start!.unit !== null)) return bare[0]!.start!.unit ?? 's';
  return unitOfNumbers(
    bare.map(({ start, end }) => ({ start: start!.value, end: end?.value ?? null })),
    longest,
  );
}

/** @param bare unit of numbers that name none */
const seconds = ({ value, unit }: Moment, bare: NumberUnit) => ((unit ?? bare) === 'ms' ? value / 1000 : value);
