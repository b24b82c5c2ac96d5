import { z } from 'zod';
import { parseTime } from '../timestamps.ts';
import type { TranscriptReader } from './format.ts';
import { jsonSentences } from './json-sentences.ts';
import { labelOf } from './labelled-text.ts';
import { unitOfNumbers } from './number-unit.ts';
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
/** A bare list may be anything: its entries must say who speaks or when. */
const List = z.array(
  Sentence.refine(({ speaker, channel, start }) => speaker != null || channel != null || start != null),
);
const File = z.union([List, z.object({ segments: z.array(Sentence) }).transform((file) => file.segments)]);

/**
 * Our own form, which Whisper, faster-whisper and WhisperX write too: `{segments:[{speaker,start,end,text,words?}]}`, seconds, or
 * whole milliseconds where seconds would make sentences of minutes.
 */
export const jsonOwn: TranscriptReader = {
  id: 'json',
  extensions: ['.json'],
  read(text) {
    const parsed = File.safeParse(parseJson(text));
    if (!parsed.success) return null;
    // Texts alone: the times may stand under other names than ours.
    if (parsed.data.every(({ start }) => start == null) && jsonSentences.read(text) !== null) return null;
    const spans = parsed.data.map(({ start, end }) => ({ start: start ?? null, end: end ?? null }));
    const scale = unitOfNumbers(spans) === 'ms' ? 1000 : 1;
    return parsed.data.map((sentence, index) => ({
      label: labelOf(sentence.speaker),
      channel: sentence.channel ?? null,
      start: scaled(spans[index]!.start, scale),
      end: scaled(spans[index]!.end, scale),
      text: sentence.text,
      words: sentence.words?.map(({ text: said, start, end }) => ({
        text: said,
        start: start / scale,
        end: end / scale,
      })),
    }));
  },
};

const scaled = (time: number | null, scale: number) => (time === null ? null : time / scale);
