import { z } from 'zod';
import type { RawSentence, TranscriptReader } from './format.ts';
import { parseJson } from './parse-json.ts';

const Sentence = z.object({
  /** Milliseconds. */
  begintime: z.number(),
  endtime: z.number(),
  channelid: z.coerce.number().int().nullish(),
  speakerid: z.coerce.string().nullish(),
  text: z.string(),
});
const Sentences = z.array(z.preprocess(plainKeys, Sentence)).min(1);

/**
 * Sentence lists of Aliyun's speech services, wherever in the answer they stand: `{Sentences:[{BeginTime,EndTime,
 * ChannelId,Text}]}`, or a list per channel `{transcripts:[{channel_id,sentences:[{begin_time,end_time,text}]}]}`.
 */
export const jsonSentences: TranscriptReader = {
  id: 'json-sentences',
  extensions: ['.json'],
  read(text) {
    const sentences = sentencesIn(parseJson(text), null, 6);
    return sentences.length > 0 ? sentences : null;
  },
};

/** @param channel that the surrounding object names */
function sentencesIn(value: unknown, channel: number | null, depth: number): RawSentence[] {
  const parsed = Sentences.safeParse(value);
  if (parsed.success) return parsed.data.map((sentence) => toRaw(sentence, channel));
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const own = (plainKeys(value) as { channelid?: unknown }).channelid;
  const inherited = typeof own === 'number' ? own : channel;
  return Object.values(value).flatMap((inner) =>
    // Some answers carry the result as JSON inside JSON.
    sentencesIn(typeof inner === 'string' ? parseJson(inner) : inner, inherited, depth - 1),
  );
}

function toRaw(sentence: z.output<typeof Sentence>, channel: number | null): RawSentence {
  const { speakerid: speaker } = sentence;
  return {
    label: speaker && /^\d+$/.test(speaker) ? `speaker ${speaker}` : (speaker ?? null),
    channel: sentence.channelid ?? channel,
    start: sentence.begintime / 1000,
    end: sentence.endtime / 1000,
    text: sentence.text,
  };
}

/** BeginTime and begin_time are the same. */
function plainKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll('_', '').toLowerCase(), inner]),
  );
}
