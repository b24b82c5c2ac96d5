/** Messages between the core and an engine process, which works on one order at a time. */
import type { ErrorCode, ErrorParams, TranscriptionEngineName } from '../../contract/index.ts';
import type { HeardSentence, TranscribeRequest } from './transcriber.ts';

export type Order =
  | { kind: 'transcribe'; request: TranscribeRequest }
  | { kind: 'try'; engine: TranscriptionEngineName };

/** How far a process has come: tells what was to blame when it dies. */
export type Stage = 'engine' | 'model' | 'sound';

export type Report =
  | { kind: 'stage'; stage: Stage }
  | { kind: 'heard'; sentences: HeardSentence[]; fraction: number }
  | { kind: 'done' }
  | { kind: 'failed'; code: ErrorCode; params: ErrorParams }
  | { kind: 'broken'; message: string; stack: string };
