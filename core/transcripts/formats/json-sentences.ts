import { z } from 'zod';
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelOf } from './labelled-text.ts';
import { type NumberUnit, unitOfNumbers } from './number-unit.ts';
import { parseJson } from './parse-json.ts';

/** Names of the same thing in the answers of several services, in compared form: lower case, no underscores. */
const keys = {
  start: ['begintime', 'bg', 'startms', 'starttime', 'start'],
  end: ['endtime', 'ed', 'endms', 'end'],
  text: ['text', 'onebest', 'finalsentence', 'sentence', 'transcript', 'content', 'word'],
  channel: ['channelid', 'channel'],
  speaker: ['speakerid', 'speaker', 'spk', 'role'],
} as const;
/** These are milliseconds by agreement of those who write them; the others are told by their size. */
const inMilliseconds = new Set(['begintime', 'bg', 'startms']);

const Number_ = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number),
]);
const Channel = z.union([z.int(), z.string().regex(/^\d$/).transform(Number)]).nullish();
const Speaker = z.union([z.string(), z.int()]).nullish();
const Named = z.object({
  start: Number_,
  end: Number_,
  text: z.string(),
  channel: Channel.catch(null),
  speaker: Speaker.catch(null),
  words: z.array(z.unknown()).nullish().catch(null),
  unit: z.enum(['ms', 's']).nullable(),
});
type Named = z.output<typeof Named>;
const Sentences = z.array(z.preprocess(named, Named)).min(1);

/**
 * Sentence lists as speech services write them, wherever in the answer they stand: Aliyun's `{Sentences:[{BeginTime,
 * EndTime,ChannelId,Text}]}` and `{transcripts:[{channel_id,sentences:[{begin_time,end_time,text}]}]}`, FunASR's
 * `sentence_info`, iFlytek's `bg`, `ed` and `onebest`, Tencent's `ResultDetail`, Volcengine's `utterances`.
 */
export const jsonSentences: TranscriptReader = {
  id: 'json-sentences',
  extensions: ['.json'],
  read(text) {
    const sentences = sentencesIn(parseJson(text), { channel: null, speaker: null }, 6);
    return sentences.length > 0 ? sentences : null;
  },
};

type Inherited = Pick<Named, 'channel' | 'speaker'>;

/** @param inherited what the surrounding object says of all its sentences */
function sentencesIn(value: unknown, inherited: Inherited, depth: number): RawSentence[] {
  const parsed = Sentences.safeParse(value);
  if (parsed.success) return toRaw(parsed.data, inherited);
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? {} : plainKeys(value);
  const passedOn = {
    channel: Channel.catch(null).parse(pick(own, keys.channel)?.value) ?? inherited.channel,
    speaker: Speaker.catch(null).parse(pick(own, keys.speaker)?.value) ?? inherited.speaker,
  };
  return Object.values(value).flatMap((inner) =>
    // Some answers carry the result as JSON inside JSON.
    sentencesIn(typeof inner === 'string' ? parseJson(inner) : inner, passedOn, depth - 1),
  );
}

function toRaw(sentences: readonly Named[], inherited: Inherited): RawSentence[] {
  const unit = sentences[0]!.unit ?? unitOfNumbers(sentences);
  return sentences.map((sentence) => ({
    label: labelOf(sentence.speaker ?? inherited.speaker),
    channel: sentence.channel ?? inherited.channel ?? null,
    start: seconds(sentence.start, unit),
    end: seconds(sentence.end, unit),
    text: sentence.text,
    words: wordsOf(sentence.words ?? [], unit),
  }));
}

function wordsOf(values: readonly unknown[], unit: NumberUnit): RawSentence['words'] {
  const words = values.map((value) => Named.safeParse(named(value)));
  // Half the words are worse than none.
  if (words.length === 0 || words.some((word) => !word.success)) return undefined;
  return words.map(({ data }) => ({
    text: data!.text.trim(),
    start: seconds(data!.start, unit),
    end: seconds(data!.end, unit),
  }));
}

const seconds = (value: number, unit: NumberUnit) => (unit === 'ms' ? value / 1000 : value);

/** The fields by our names, whatever the file calls them. */
function named(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const own = plainKeys(value);
  const { additions, words } = own;
  const start = pick(own, keys.start);
  return {
    start: start?.value,
    end: pick(own, keys.end)?.value,
    text: pick(own, keys.text)?.value,
    channel: pick(own, keys.channel)?.value,
    // Volcengine's speaker stands one level lower.
    speaker: pick(own, keys.speaker)?.value ?? pick(plainKeys(additions), keys.speaker)?.value,
    words,
    unit: start && inMilliseconds.has(start.key) ? 'ms' : null,
  };
}

function pick(own: Record<string, unknown>, names: readonly string[]): { key: string; value: unknown } | null {
  const key = names.find((name) => own[name] !== undefined && own[name] !== null);
  return key === undefined ? null : { key, value: own[key] };
}

/** BeginTime and begin_time are the same. */
function plainKeys(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll('_', '').toLowerCase(), inner]),
  );
}
