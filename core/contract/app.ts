import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { oc } from './base.ts';
import { Language } from './common.ts';
import { Job } from './jobs.ts';
import { SpokenLanguage, TranscriptionEngineName } from './transcription.ts';

/** What changed, so that screens can ask again. */
export const Topic = z.enum([
  'recordings',
  'transcripts',
  'findings',
  'rules',
  'reviews',
  'templates',
  'clips',
  'jobs',
  'imports',
  'settings',
  'searches',
]);
export type Topic = z.infer<typeof Topic>;
export const AppEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), topic: Topic }),
  z.object({ type: z.literal('job'), job: Job }),
  /** How far a call has come whose answer the page waits for; `id` is the one that it gave. */
  z.object({ type: z.literal('progress'), id: z.string(), done: z.number().int(), total: z.number().int() }),
]);
export type AppEvent = z.infer<typeof AppEvent>;

/** Settings of this library and its inspector; `defaultSettings` fills what was never set. */
export const Settings = z.object({
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
  inspector: z.string().max(100),
  organisation: z.string().max(200),
  timeZone: z.string(),
  dailyGoal: z.number().int().min(1).max(1000),
  defaultTemplate: z.string(),
  /** Seconds to step back when playback resumes. */
  rewindOnResume: z.number().min(0).max(5),
  playbackRate: z.number().min(0.5).max(3),
  skipSilence: z.boolean(),
  autoPlayNext: z.boolean(),
  pauseWhileTyping: z.boolean(),
  /** Single-character keys (WCAG 2.1.4). */
  letterKeys: z.boolean(),
  keyBindings: z.record(z.string(), z.array(z.string())),
  libraryColumns: z.array(z.string()),
  /** Which channel of a stereo recording is taken for the agent's where nothing tells and nothing contradicts; decide: none. */
  agentSide: z.enum(['decide', 'left', 'right']),
  copyIn: z.boolean(),
  importPattern: z.string(),
  transcriptionEngine: TranscriptionEngineName,
  /** Name in the library's `models/`; empty: none chosen yet. */
  transcriptionModel: z.string().max(300),
  transcriptionLanguage: SpokenLanguage,
  /** 0: as many as leave a core free, at most four. */
  transcriptionThreads: z.number().int().min(0).max(64),
  /** The house's own words: products, places, names. The first ones count most. */
  transcriptionVocabulary: z.array(z.string().min(1).max(50)).max(500),
  /** Recordings that were imported without a transcript are queued at once. */
  transcribeAfterImport: z.boolean(),
  /** Where models are downloaded from; a mirror keeps the paths of Hugging Face. */
  modelMirror: z.url({ protocol: /^https?$/ }).max(500),
  /** Anything a screen remembers about its layout. */
  layout: z.record(z.string(), z.unknown()),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  language: 'zh',
  theme: 'system',
  inspector: '',
  organisation: '',
  timeZone: 'Asia/Shanghai',
  dailyGoal: 60,
  defaultTemplate: 'service-standard',
  rewindOnResume: 2,
  playbackRate: 1,
  skipSilence: false,
  autoPlayNext: true,
  pauseWhileTyping: true,
  letterKeys: true,
  keyBindings: {},
  libraryColumns: [],
  // Most stereo recorders write the agent on the first channel.
  agentSide: 'left',
  copyIn: false,
  importPattern: '',
  transcriptionEngine: 'whisper.cpp',
  transcriptionModel: '',
  transcriptionLanguage: 'zh',
  transcriptionThreads: 0,
  transcriptionVocabulary: [],
  transcribeAfterImport: false,
  modelMirror: 'https://huggingface.co',
  layout: {},
};

export const app = {
  info: oc.output(
    z.object({
      version: z.string(),
      library: z.string(),
      /** It is the library of the sample recordings, which takes no others. */
      samples: z.boolean(),
      schemaVersion: z.number().int(),
      shell: z.enum(['electron', 'web', 'cli']),
      timeZone: z.string(),
      recordings: z.number().int(),
      freeBytes: z.number().int().nullable(),
      /** Today in the library's time zone. */
      today: z.string(),
    }),
  ),
  /** Changes and job progress as they happen, until the caller leaves. */
  events: oc.output(eventIterator(AppEvent)),
  settings: oc.output(Settings),
  saveSettings: oc.input(Settings.partial()).output(Settings),
  /** Integrity of the database and of every stored file. */
  verify: oc.output(
    z.object({
      ok: z.boolean(),
      checked: z.number().int(),
      problems: z.array(z.object({ code: z.string(), file: z.string(), detail: z.string() })),
    }),
  ),
};
