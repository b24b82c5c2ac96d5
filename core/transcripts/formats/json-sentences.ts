import { z } from 'zod';
import type { RawSentence, TranscriptReader } from './format.ts';
import { parseJson } from './parse-json.ts';

const Sentence = z.object({
  /** Milliseconds. */
  BeginTime: z.number(),
  EndTime: z.number(),
  ChannelId: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish(),
  SpeakerId: z.union([z.string(), z.number().transform(String)]).nullish(),
  Text: z.string(),
});
const List = z.array(Sentence).min(1);

/** Sentence lists of Aliyun's speech service, wherever in its answer they stand (`Sentences`, `Result.Sentences` …). */
export const jsonSentences: TranscriptReader = {
  id: 'json-sentences',
  extensions: ['.json'],
  read(text) {
    const list = sentencesIn(parseJson(text), 4);
    return list?.map(toRaw) ?? null;
  },
};

function toRaw(sentence: z.infer<typeof Sentence>): RawSentence {
  const numbered = sentence.SpeakerId && /^\d+$/.test(sentence.SpeakerId);
  return {
    label: numbered ? `speaker ${sentence.SpeakerId}` : (sentence.SpeakerId ?? null),
    channel: sentence.ChannelId ?? null,
    start: sentence.BeginTime / 1000,
    end: sentence.EndTime / 1000,
    text: sentence.Text,
  };
}

function sentencesIn(value: unknown, depth: number): z.infer<typeof List> | null {
  const parsed = List.safeParse(value);
  if (parsed.success) return parsed.data;
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  for (const inner of Object.values(value)) {
    // Some answers carry the result as JSON inside JSON.
    const found = sentencesIn(typeof inner === 'string' ? parseJson(inner) : inner, depth - 1);
    if (found) return found;
  }
  return null;
}
