import { z } from 'zod';
import { parseTime } from '../timestamps.ts';
import type { TranscriptReader } from './format.ts';
import { parseJson } from './parse-json.ts';

const Time = z.union([z.number(), z.string()]).transform((value, context) => {
  const seconds = typeof value === 'number' ? value : parseTime(value);
  if (seconds !== null && Number.isFinite(seconds)) return seconds;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});
const Word = z
  .object({ text: z.string().optional(), word: z.string().optional(), start: Time, end: Time })
  .transform((word) => ({ text: (word.text ?? word.word ?? '').trim(), start: word.start, end: word.end }));
const Sentence = z.object({
  speaker: z.union([z.string(), z.number().int()]).nullish(),
  channel: z.number().int().nullish(),
  start: Time.nullish(),
  end: Time.nullish(),
  text: z.string(),
  words: z.array(Word).nullish().catch(null),
});
const File = z.union([z.array(Sentence), z.object({ segments: z.array(Sentence) }).transform((file) => file.segments)]);

/** Our own form, which Whisper, faster-whisper and WhisperX write too: `{segments:[{speaker,start,end,text,words?}]}`, seconds. */
export const jsonOwn: TranscriptReader = {
  id: 'json',
  extensions: ['.json'],
  read(text) {
    const parsed = File.safeParse(parseJson(text));
    if (!parsed.success) return null;
    return parsed.data.map((sentence) => ({
      label: labelOf(sentence.speaker),
      channel: sentence.channel ?? null,
      start: sentence.start ?? null,
      end: sentence.end ?? null,
      text: sentence.text,
      words: sentence.words ?? undefined,
    }));
  },
};

const labelOf = (speaker: string | number | null | undefined): string | null => {
  if (speaker == null || speaker === '') return null;
  return /^\d+$/.test(String(speaker)) ? `speaker ${speaker}` : String(speaker);
};
