/** A transcript file before it is attached: what was understood, and what a person may put right. */
import { z } from 'zod';
import { Id, Speaker } from './common.ts';
import { Encoding } from './imports.ts';

/** How a file is to be read where a person knows better than its labels and times. */
export const TranscriptReading = z.object({
  /** Whose the sentences of a voice are, by its key in the preview. */
  voices: z.record(z.string().max(1000), Speaker).optional(),
  /** Seconds to add to every time of the file. */
  shift: z.number().min(-1_000_000).max(1_000_000).optional(),
});
export type TranscriptReading = z.infer<typeof TranscriptReading>;

/** All sentences that the file gives the same label or channel. */
export const TranscriptVoice = z.object({
  key: z.string(),
  /** As the file names it; null: by channel number, or not at all. */
  label: z.string().nullable(),
  channel: z.number().int().nullable(),
  speaker: Speaker,
  sentences: z.number().int(),
  /** The first thing it says, numbers hidden. */
  sample: z.string(),
});
export type TranscriptVoice = z.infer<typeof TranscriptVoice>;

export const TranscriptWarning = z.discriminatedUnion('code', [
  /** So many sentences start after the recording has ended; the last one ends so many seconds after. */
  z.object({ code: z.literal('BEYOND_END'), sentences: z.number().int(), seconds: z.number() }),
  /** The shift puts so many sentences before the start. */
  z.object({ code: z.literal('BEFORE_START'), sentences: z.number().int() }),
  /** The file has no times; they are estimated from the length of the sentences. */
  z.object({ code: z.literal('NO_TIMES') }),
  z.object({ code: z.literal('NO_ENDS') }),
  /** Nothing tells whose so many sentences are. */
  z.object({ code: z.literal('UNKNOWN_SPEAKERS'), sentences: z.number().int() }),
  /** Everything is said by one party. */
  z.object({ code: z.literal('ONE_SPEAKER'), speaker: Speaker }),
]);
export type TranscriptWarning = z.infer<typeof TranscriptWarning>;

export const TranscriptPreview = z.object({
  /** Base name of the file. */
  file: z.string(),
  /** The form that it turned out to have, as its usual extension without dot, or `json-…` for those of services. */
  format: z.string(),
  encoding: Encoding,
  sentences: z.number().int(),
  /** Seconds, shift included. */
  from: z.number(),
  to: z.number(),
  /** Of the recording; null: not known. */
  recordingSeconds: z.number().nullable(),
  /** The voices with most sentences first, at most 30. */
  voices: z.array(TranscriptVoice),
  /** The first ones, numbers hidden. */
  rows: z.array(z.object({ speaker: Speaker, start: z.number(), end: z.number(), text: z.string() })),
  warnings: z.array(TranscriptWarning),
  /** Seconds that would bring times of day into the recording; null: they lie in it as they are. */
  suggestedShift: z.number().nullable(),
  /** The transcript that would give way. */
  present: z.object({ source: z.enum(['import', 'engine']), corrections: z.number().int() }).nullable(),
});
export type TranscriptPreview = z.infer<typeof TranscriptPreview>;

export const TranscriptFile = z.object({ recordingId: Id, path: z.string(), reading: TranscriptReading.optional() });
