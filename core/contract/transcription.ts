import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Id } from './common.ts';
import { JobState } from './jobs.ts';

export const TranscriptionEngineName = z.enum(['whisper.cpp', 'sherpa-onnx']);
export type TranscriptionEngineName = z.infer<typeof TranscriptionEngineName>;

/** `auto`: the engine tells from the sound. */
export const SpokenLanguage = z.enum(['zh', 'yue', 'en', 'ja', 'ko', 'auto']);
export type SpokenLanguage = z.infer<typeof SpokenLanguage>;

export const TranscriptionEngine = z.object({
  name: TranscriptionEngineName,
  title: Bilingual,
  /** Null: runs on this machine. Otherwise why not. */
  unavailable: Bilingual.nullable(),
});
export type TranscriptionEngine = z.infer<typeof TranscriptionEngine>;

export const SpeechModel = z.object({
  /** Name of the file, or of the folder, in the library's `models/`. */
  name: z.string(),
  engine: TranscriptionEngineName,
  title: Bilingual,
  /** Known models: how they do with Mandarin. Null for a file of one's own. */
  known: z
    .object({
      /** Recommended for Mandarin calls on a CPU. */
      recommended: z.boolean(),
      /** Bytes of memory while it runs. */
      memoryBytes: z.number().int(),
      /** How many times faster than the call itself, on eight threads of a server and on two of an office PC. */
      speedServer: z.number().nullable(),
      speedOffice: z.number().nullable(),
      /** Character errors of a hundred in Mandarin, as published. */
      errorPercent: z.number().nullable(),
      /** Where the figures come from, and what they cannot tell. */
      note: Bilingual,
    })
    .nullable(),
  sizeBytes: z.number().int(),
  present: z.boolean(),
  /** Bytes of it that an interrupted download left, for it to go on. */
  partBytes: z.number().int(),
  sha256: z.string().nullable(),
});
export type SpeechModel = z.infer<typeof SpeechModel>;

export const TranscribeWhat = z.object({
  recordingIds: z.array(Id).min(1).max(100_000),
  /** Left out: as set. */
  engine: TranscriptionEngineName.optional(),
  /** Name in the library's `models/`, or the absolute path of a model elsewhere. */
  model: z.string().max(4096).optional(),
  language: SpokenLanguage.optional(),
  /** Also where there is a transcript: a person's words and an imported one are lost. */
  replace: z.boolean().default(false),
  /** Before what waits already: the call that is open. */
  first: z.boolean().default(false),
});
export type TranscribeWhat = z.infer<typeof TranscribeWhat>;

const Fault = z.object({ code: z.string(), message: Bilingual });
export const TranscriptionOutcome = z.object({
  state: JobState,
  stopped: Fault.nullable(),
  /** The first 1000. */
  failed: z.array(Fault.extend({ recordingId: Id.nullable(), file: z.string() })),
});
export type TranscriptionOutcome = z.infer<typeof TranscriptionOutcome>;

export const transcription = {
  engines: oc.output(z.array(TranscriptionEngine)),
  /** Known models, and every other one that lies in `models/`. */
  models: oc.output(z.array(SpeechModel)),
  /** Takes a model that is on this machine into `models/`: a file, or a folder with a network and its tokens. */
  addModel: oc.input(z.object({ path: z.string().min(1).max(4096) })).output(SpeechModel),
  /** Fetches a known model in the background; goes on where an interrupted download stopped. */
  downloadModel: oc.input(z.object({ name: z.string() })).output(z.object({ jobId: Id })),
  removeModel: oc.input(z.object({ name: z.string() })).output(z.object({ removed: z.boolean() })),
  /**
   * Queues recordings; what is queued already stays so once. Those that have a transcript are left alone unless
   * `replace` is asked for.
   */
  enqueue: oc
    .input(TranscribeWhat)
    .output(z.object({ jobId: Id.nullable(), queued: z.number().int(), kept: z.number().int() })),
  /** How a job of the queue goes or went; what stopped it as a whole is known to the process that ran it. */
  outcome: oc.input(z.object({ jobId: Id })).output(TranscriptionOutcome),
  /** Puts a waiting recording before the others. */
  prioritise: oc.input(z.object({ recordingId: Id })).output(z.object({ waiting: z.boolean() })),
};
