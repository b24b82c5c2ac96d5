import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Id } from './common.ts';
import { JobState } from './jobs.ts';
import { RecordingFilter } from './recordings.ts';

export const TranscriptionEngineName = z.enum(['whisper.cpp', 'whisper-node', 'sherpa-onnx']);
export type TranscriptionEngineName = z.infer<typeof TranscriptionEngineName>;

/** `auto`: the engine tells from the sound. */
export const SpokenLanguage = z.enum(['zh', 'yue', 'en', 'ja', 'ko', 'auto']);
export type SpokenLanguage = z.infer<typeof SpokenLanguage>;

/** The engine under which the models are listed that an engine takes. */
export const modelsOf: Record<TranscriptionEngineName, TranscriptionEngineName> = {
  'whisper.cpp': 'whisper.cpp',
  'whisper-node': 'whisper.cpp',
  'sherpa-onnx': 'sherpa-onnx',
};

export const TranscriptionEngine = z.object({
  name: TranscriptionEngineName,
  title: Bilingual,
  /** Null: runs on this machine. Otherwise why not. */
  unavailable: Bilingual.nullable(),
  /** It runs once it has been built, which this machine can do. */
  toBuild: z.boolean(),
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
      /** How many times faster than speech, on eight threads of a server and on two of an office PC. */
      speedServer: z.number().nullable(),
      speedOffice: z.number().nullable(),
      /** Character errors of a hundred in Mandarin, as published. */
      errorPercent: z.number().nullable(),
      /** Where the figures come from, and what they cannot tell. */
      note: Bilingual,
      /** What it consists of and where the mirror that is set has it, for those who fetch it on another computer. */
      files: z.array(z.object({ name: z.string(), url: z.string(), bytes: z.number().int(), sha256: z.string() })),
    })
    .nullable(),
  sizeBytes: z.number().int(),
  present: z.boolean(),
  /** It is there, but not as long as published: a part of it, or another file of its name. */
  wrongSize: z.boolean(),
  /** Bytes of it that an interrupted download left, for it to go on. */
  partBytes: z.number().int(),
  /** The one that recordings are transcribed with, as the settings are. */
  inUse: z.boolean(),
});
export type SpeechModel = z.infer<typeof SpeechModel>;

/** These recordings, or all that a filter shows. */
const Which = {
  recordingIds: z.array(Id).min(1).max(100_000).optional(),
  filter: RecordingFilter.optional(),
};
const oneWay = ({ recordingIds, filter }: { recordingIds?: unknown; filter?: unknown }) =>
  (recordingIds === undefined) !== (filter === undefined);

const What = z.object({
  ...Which,
  /** Left out: as set. */
  engine: TranscriptionEngineName.optional(),
  /** Name in the library's `models/`, or the absolute path of a model elsewhere. */
  model: z.string().max(4096).optional(),
  language: SpokenLanguage.optional(),
  /** Also where there is a transcript: an imported one is lost. */
  replace: z.boolean().default(false),
  /** With `replace`: also where a person corrected the transcript; the corrected one is kept to be brought back. */
  overCorrections: z.boolean().default(false),
  /** Before what waits already: the call that is open. */
  first: z.boolean().default(false),
});
export const TranscribeWhat = What.refine(oneWay);
export type TranscribeWhat = z.infer<typeof What>;

const Fault = z.object({ code: z.string(), message: Bilingual });

/** What queueing would do, asked before it is done. */
export const TranscriptionPlan = z.object({
  recordings: z.number().int(),
  /** Of these have a transcript. */
  transcribed: z.number().int(),
  /** Of these wait in the queue already. */
  waiting: z.number().int(),
  /** What would be queued: without a transcript, and all; what waits already is in neither. */
  missing: z.object({ calls: z.number().int(), ms: z.number().int() }),
  all: z.object({
    calls: z.number().int(),
    ms: z.number().int(),
    /** Whose transcript a person corrected. */
    corrected: z.number().int(),
  }),
  engine: TranscriptionEngineName,
  /** Name of the model; null: there is none that could be used. */
  model: z.string().nullable(),
  /** Why nothing can be transcribed as the settings are. */
  fault: Fault.nullable(),
});
export type TranscriptionPlan = z.infer<typeof TranscriptionPlan>;

/** A recording that waits, or is being transcribed. */
export const WaitingRecording = z.object({
  jobId: Id,
  recordingId: Id,
  file: z.string(),
  durationMs: z.number().int().nullable(),
  /** Share that is done of one that is being transcribed; null: it waits. */
  fraction: z.number().nullable(),
});
export type WaitingRecording = z.infer<typeof WaitingRecording>;

const Enqueued = z.object({ jobId: Id.nullable(), queued: z.number().int(), kept: z.number().int() });
export const TranscriptionOutcome = z.object({
  state: JobState,
  stopped: Fault.nullable(),
  /** The first 1000. */
  failed: z.array(Fault.extend({ recordingId: Id.nullable(), file: z.string() })),
});
export type TranscriptionOutcome = z.infer<typeof TranscriptionOutcome>;

export const transcription = {
  engines: oc.output(z.array(TranscriptionEngine)),
  /** Builds the engine that has to be built on this machine, in the background. */
  buildEngine: oc.output(z.object({ jobId: Id })),
  /** The two models that tell the voices of a mono recording apart: whether they are there, and where to put them. */
  separation: oc.output(
    z.object({
      /** As `downloadModel` takes it. */
      name: z.string(),
      present: z.boolean(),
      folder: z.string(),
      files: z.array(z.object({ name: z.string(), url: z.string(), bytes: z.number().int(), sha256: z.string() })),
    }),
  ),
  /** Known models, and every other one that lies in `models/`. */
  models: oc.output(z.array(SpeechModel)),
  /** Takes a model that is on this machine into `models/`: a file, or a folder with a network and its tokens. */
  addModel: oc.input(z.object({ path: z.string().min(1).max(4096) })).output(SpeechModel),
  /** Fetches a known model in the background; goes on where an interrupted download stopped. */
  downloadModel: oc.input(z.object({ name: z.string() })).output(z.object({ jobId: Id })),
  /** Of a model that is there, and what it should be where that is known. */
  checksum: oc
    .input(z.object({ name: z.string() }))
    .output(z.object({ sha256: z.string(), published: z.string().nullable() })),
  removeModel: oc.input(z.object({ name: z.string() })).output(z.object({ removed: z.boolean() })),
  /**
   * Queues recordings; what is queued already stays so once. Those that have a transcript are left alone unless
   * `replace` is asked for.
   */
  enqueue: oc.input(TranscribeWhat).output(Enqueued),
  plan: oc.input(z.object(Which).refine(oneWay)).output(TranscriptionPlan),
  /** What waits, in the order in which it is worked on: what is in work first. At most `limit`. */
  queue: oc
    .input(z.object({ limit: z.number().int().min(1).max(1000) }))
    .output(z.object({ total: z.number().int(), recordings: z.array(WaitingRecording) })),
  /** Takes recordings out of the queue, also one that is being transcribed. */
  withdraw: oc
    .input(z.object({ recordingIds: z.array(Id).min(1).max(100_000) }))
    .output(z.object({ withdrawn: z.number().int() })),
  /**
   * Queues what failed in a job again, with the engine, model and language that it was asked with, the rest as the
   * settings are now; with a job that stopped also what it left.
   */
  retry: oc.input(z.object({ jobId: Id })).output(Enqueued),
  /** Takes the failures of a job out of sight. */
  dismiss: oc.input(z.object({ jobId: Id })).output(z.object({ dismissed: z.number().int() })),
  /** How a job of the queue, or a download, goes or went. */
  outcome: oc.input(z.object({ jobId: Id })).output(TranscriptionOutcome),
  /** Puts a waiting recording before all others; what is in work is finished first. */
  prioritise: oc.input(z.object({ recordingId: Id })).output(z.object({ waiting: z.boolean() })),
};
