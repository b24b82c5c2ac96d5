/** Messages between the pool and a worker process. One job at a time, answered by one reply; progress comes before it. */
import type { ErrorCode, ErrorParams } from '../contract/index.ts';
import type { Measures } from './measures.ts';
import type {
  CutRequest,
  CutResult,
  IngestRequest,
  IngestResult,
  JoinRequest,
  JoinResult,
  MeasureRequest,
} from './media-workers.ts';

/** Every kind of job with what it takes and gives. A new kind: a line here and one in worker.ts. */
export interface JobKinds {
  ingest: { request: IngestRequest; result: IngestResult };
  measure: { request: MeasureRequest; result: Measures };
  cut: { request: CutRequest; result: CutResult };
  join: { request: JoinRequest; result: JoinResult };
}
export type JobKind = keyof JobKinds;

export interface JobMessage<K extends JobKind = JobKind> {
  kind: K;
  request: JobKinds[K]['request'];
}

/** Seconds of sound decoded so far; a second pass over the file begins at 0 again. */
export interface ProgressMessage {
  outcome: 'progress';
  seconds: number;
}
/** Takes the seconds of sound decoded so far. */
export type OnProgress = (seconds: number) => void;

export type ReplyMessage =
  | { outcome: 'done'; result: JobKinds[JobKind]['result'] }
  | { outcome: 'expected-error'; code: ErrorCode; params: ErrorParams }
  | { outcome: 'unexpected-error'; message: string; stack: string };
