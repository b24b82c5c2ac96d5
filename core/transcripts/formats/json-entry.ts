/**
 * One entry of a list in a speech service's answer: the words, when, and whose, whatever the service calls them.
 * Names are compared without case and underscores.
 */
import { wordsByTimes } from './character-times.ts';
import { type Moment, moment, pick, plainKeys, words } from './json-keys.ts';
import { labelOf } from './labelled-text.ts';
import { joinWords, type StreamWord } from './word-stream.ts';

const keys = {
  start: words(`begintime bg startms starttimems beginoffsetmillis offsetmilliseconds starttime begin start startoffset
    ts offsetstartms from startseconds offset`),
  end: words('endtime ed endms endtimems endoffsetmillis end endoffset endts offsetendms to resultendtime endseconds'),
  duration: words('durationmilliseconds durationms duration'),
  text: words(
    'punctuatedword text onebest finalsentence sentence transcript content display displaytext word textseg value utterance phrase res words',
  ),
  channel: words('channelid channel channeltag channelnumber'),
  speaker: words(
    'speakerid speakerlabel speakertag speaker spk role participantrole participantid participantpurpose channellabel',
  ),
  words: words('words items wordsinfo wordinfo wordlist result elements timestamps tokens'),
  /** Where the words stand one level lower: several guesses, the best first, or a result of its own. */
  lower: words('nbest alternatives result alternative json1best'),
} as const;

export const wordKeys: ReadonlySet<string> = new Set([
  'words',
  'items',
  'wordsinfo',
  'wordinfo',
  'wordlist',
  'elements',
  'timestamps',
  'tokens',
  'wordsegments',
]);

export interface Entry {
  text: string;
  start: Moment;
  end: Moment | null;
  duration: Moment | null;
  words: readonly EntryWord[] | null;
  /** The words are all of the text, each with the marks that follow it: they may be put together anew. */
  complete: boolean;
  label: string | null;
  channel: number | null;
}
export interface EntryWord {
  text: string;
  start: Moment | null;
  end: Moment | null;
  label: string | null;
  channel: number | null;
}
/** @returns null when the value is no sentence with a time */
export function entryOf(value: unknown): Entry | null {
  const own = plainKeys(value);
  const lower = plainKeys(firstOf(pick(own, keys.lower)?.value));
  const text = textOf(own) ?? textOf(lower);
  const listed = wordsOf(own) ?? wordsOf(lower);
  const said = listed ?? timedCharacters(own, text) ?? timedTokens(own);
  const timed = said?.filter(({ start }) => start !== null);
  const start = moment(own, keys.start) ?? pairOf(own)?.[0] ?? timed?.[0]?.start ?? null;
  const whole = text ?? (said && said.length > 0 ? joinWords(said.map((word) => word.text)) : null);
  if (start === null || whole === null) return null;
  return {
    text: whole,
    start,
    end: moment(own, keys.end) ?? pairOf(own)?.[1] ?? timed?.at(-1)?.end ?? null,
    duration: moment(own, keys.duration),
    words: said,
    complete: said !== null && (listed === null || text === null),
    ...voiceIn(own, lower),
  };
}

/** Whose it is; services put that beside the words, or a level lower (`additions`, `analysis_info`). */
export function voiceIn(...objects: Record<string, unknown>[]): Pick<Entry, 'label' | 'channel'> {
  const all = objects.flatMap((own) => [own, plainKeys(own.additions), plainKeys(own.analysisinfo)]);
  const speaker = all.map((own) => pick(own, keys.speaker)?.value).find(isName);
  const channel = all.map((own) => pick(own, keys.channel)?.value).find((given) => /^\d{1,2}$/.test(String(given)));
  return { label: labelOf(nameOf(speaker)), channel: channel === undefined ? null : Number(channel) };
}

/** Genesys calls the agent's side internal. */
const sides: Record<string, string> = { internal: 'agent', external: 'customer' };
const isName = (value: unknown): value is string | number => typeof value === 'string' || Number.isInteger(value);
const nameOf = (speaker: string | number | undefined) =>
  typeof speaker === 'string' ? (sides[speaker.toLowerCase()] ?? speaker) : speaker;

/** @returns null when the value is not a list of words with times; marks of punctuation have none */
export function wordsIn(value: unknown): EntryWord[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const read = value.map(wordOf);
  if (read.includes(null)) return null;
  const list = read as EntryWord[];
  return list.some(({ start }) => start !== null) ? list : null;
}

function wordOf(value: unknown): EntryWord | null {
  // Watson: ["word", 1.2, 1.6]
  if (Array.isArray(value)) {
    const [text, start, end] = value as unknown[];
    if (typeof text !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null;
    return { text, start: { value: start, unit: 's' }, end: { value: end, unit: 's' }, label: null, channel: null };
  }
  const own = plainKeys(value);
  const lower = plainKeys(firstOf(own.alternatives));
  const text = textOf(own) ?? textOf(lower);
  if (text === null) return null;
  const pair = pairOf(own);
  const start = moment(own, keys.start) ?? pair?.[0] ?? null;
  // Half the words are worse than none; only what is no word may lack its time.
  if (start === null && /[\p{L}\p{N}]/u.test(text)) return null;
  return { text, start, end: moment(own, keys.end) ?? pair?.[1] ?? null, ...voiceIn(own, lower) };
}

const wordsOf = (own: Record<string, unknown>): EntryWord[] | null => wordsIn(pick(own, keys.words)?.value);

function timedCharacters(own: Record<string, unknown>, text: string | null): EntryWord[] | null {
  const times = own.timestamp;
  if (text === null || !Array.isArray(times) || !times.every(isPair)) return null;
  const timed = ({ start, end, ...word }: StreamWord): EntryWord => ({
    ...word,
    start: start === null ? null : { value: start, unit: 's' },
    end: end === null ? null : { value: end, unit: 's' },
  });
  return wordsByTimes(text, times).map(timed);
}

/** sherpa-onnx: the pieces of the text, and beside them when each begins, in seconds. */
function timedTokens({ tokens, timestamps }: Record<string, unknown>): EntryWord[] | null {
  if (!Array.isArray(tokens) || !Array.isArray(timestamps) || tokens.length !== timestamps.length) return null;
  const at = (index: number): Moment | null => {
    const value: unknown = timestamps[index];
    return typeof value === 'number' ? { value, unit: 's' } : null;
  };
  if (tokens.length === 0 || !tokens.every((token, index) => typeof token === 'string' && at(index))) return null;
  // ▁ stands where a word begins.
  return (tokens as string[]).map((token, index) => ({
    text: token.replaceAll('▁', ' '),
    start: at(index),
    end: at(index + 1),
    label: null,
    channel: null,
  }));
}

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');

/** Hugging Face: `timestamp: [1.2, 2.5]`; the last may lack its end. */
function pairOf({ timestamp }: Record<string, unknown>): [Moment, Moment | null] | null {
  if (!Array.isArray(timestamp) || typeof timestamp[0] !== 'number' || timestamp.length !== 2) return null;
  const [start, end] = timestamp as [number, unknown];
  return [{ value: start, unit: 's' }, typeof end === 'number' ? { value: end, unit: 's' } : null];
}

export function textOf(own: Record<string, unknown>): string | null {
  const value = pick(own, keys.text)?.value;
  if (typeof value === 'string') return value + (typeof own.punc === 'string' ? own.punc : '');
  if (Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string'))
    return value.join('');
  return recognised(own.rt ?? plainKeys(own.st).rt);
}

/** iFlytek: `rt[].ws[].cw[0].w`. */
function recognised(rt: unknown): string | null {
  if (!Array.isArray(rt)) return null;
  const guesses = rt.flatMap((part) => listIn(part, 'ws')).map((word) => plainKeys(listIn(word, 'cw')[0]).w);
  return guesses.length > 0 ? guesses.filter((word) => typeof word === 'string').join('') : null;
}

function listIn(value: unknown, key: string): unknown[] {
  const list = plainKeys(value)[key];
  return Array.isArray(list) ? list : [];
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** Who speaks when, where a file says that apart from the words: AWS, Watson. */
export function voiceSpansIn(value: unknown): { start: number; end: number; label: string }[] {
  const list = Array.isArray(value) ? value : plainKeys(value).segments;
  if (!Array.isArray(list)) return [];
  return list.flatMap((part) => {
    const own = plainKeys(part);
    const [start, end] = [moment(own, keys.start), moment(own, keys.end)];
    const { label } = voiceIn(own);
    return start && end && label !== null ? [{ start: start.value, end: end.value, label }] : [];
  });
}
