/** Messages between the core and an engine process, which works on one order at a time. */
import type { ErrorCode, ErrorParams, TranscriptionEngineName } from '../../contract/index.ts';
import type { VoiceSpan } from '../voices/split-by-voice.ts';
import type { HeardSentence, SeparateRequest, TranscribeRequest } from './transcriber.ts';

export type Order =
  /** `home`: folder of the engines that are built on this machine. */
  | { kind: 'transcribe'; request: TranscribeRequest; home: string }
  | { kind: 'separate'; request: SeparateRequest }
  | { kind: 'try'; engine: TranscriptionEngineName; home: string };

/** How far a process has come: tells what was to blame when it dies. */
export type Stage = 'engine' | 'model' | 'sound';

export type Report =
  | { kind: 'stage'; stage: Stage }
  | { kind: 'heard'; sentences: HeardSentence[]; fraction: number }
  | { kind: 'voices'; spans: VoiceSpan[] }
  | { kind: 'done' }
  | { kind: 'failed'; code: ErrorCode; params: ErrorParams }
  | { kind: 'broken'; message: string; stack: string };
