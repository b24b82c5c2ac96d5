import { z } from 'zod';
import { oc } from './base.ts';
import { Id, Language, Speaker } from './common.ts';
import { TranscriptFile, TranscriptPreview } from './transcript-file.ts';

export const Word = z.object({ text: z.string(), start: z.number(), end: z.number() });
export const Segment = z.object({
  id: z.number().int(),
  speaker: Speaker,
  /** Seconds. */
  start: z.number(),
  end: z.number(),
  text: z.string(),
  words: z.array(Word).optional(),
  /** Where a person corrected it: what it came from, who touched it last, and when. */
  corrected: z
    .object({
      original: z.array(z.object({ speaker: Speaker, text: z.string() })),
      by: z.string(),
      at: z.number().int(),
    })
    .optional(),
});
export type Segment = z.infer<typeof Segment>;

export const Transcript = z.object({
  recordingId: Id,
  source: z.enum(['import', 'engine']),
  engine: z.string().nullable(),
  /** What the engine ran: name of the model's file or folder, and the checksum of its weights. */
  model: z.object({ file: z.string(), sha256: z.string() }).optional(),
  createdAt: z.number().int(),
  /** `starts`: ends are estimated; `estimated`: the file had no times at all. */
  timing: z.enum(['exact', 'starts', 'estimated']),
  /** The speakers were told apart by their voices only: a hint for people, no ground for rules. */
  speakersEstimated: z.boolean(),
  /** How many of its original sentences a person corrected or removed. */
  corrections: z.number().int(),
  segments: z.array(Segment),
});
export type Transcript = z.infer<typeof Transcript>;
/** What can be read again as it was written. */
export const TranscriptTextFormat = z.enum(['json', 'srt', 'vtt', 'txt', 'csv']);
export type TranscriptTextFormat = z.infer<typeof TranscriptTextFormat>;
/** DOCX is for people: a table to read and print, spoken numbers hidden. */
export const TranscriptFormat = z.enum([...TranscriptTextFormat.options, 'docx']);
export type TranscriptFormat = z.infer<typeof TranscriptFormat>;

export const transcripts = {
  /** Null when the recording has none: it can still be scored. */
  get: oc.input(z.object({ recordingId: Id })).output(Transcript.nullable()),
  export: oc
    .input(z.object({ recordingId: Id, format: TranscriptTextFormat }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
  /** As a file: in the library's exports, to be fetched by its URL, or in a folder of one's own. */
  exportFile: oc
    .input(
      z.object({ recordingId: Id, format: TranscriptFormat, language: Language, dir: z.string().max(4096).optional() }),
    )
    .output(z.object({ path: z.string(), downloadUrl: z.string() })),
  /** A person says that the estimated speakers are right, or takes that back: from then on rules rely on them, or not. */
  confirmSpeakers: oc.input(z.object({ recordingId: Id, confirmed: z.boolean() })).output(Transcript),
  /**
   * Attach a transcript file to a recording; replaces the one it has. One that a person corrected only gives way with
   * `overCorrections`, and is kept to be brought back.
   */
  attach: oc.input(TranscriptFile.extend({ overCorrections: z.boolean().default(false) })).output(Transcript),
  /** What would be attached, and what a person may put right first. */
  preview: oc.input(TranscriptFile).output(TranscriptPreview),
};
