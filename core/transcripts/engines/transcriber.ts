/** The port to whatever turns speech into text. */

import type { Pair } from '../../audio/measures/spans.ts';
import type { TranscriptionEngineName } from '../../contract/index.ts';
import type { VoiceSpan } from '../voices/split-by-voice.ts';
import type { SeparationFiles } from './separation-files.ts';

export interface TranscribeRequest {
  engine: TranscriptionEngineName;
  /** Absolute path of the model: a file, or a folder for sherpa-onnx. */
  model: string;
  /** Absolute path of the recording. */
  path: string;
  /** Spans of speech per channel to listen to, in order, disjoint, in seconds. Nothing else is heard. */
  speech: readonly (readonly Pair[])[];
  language: string;
  vocabulary: readonly string[];
  threads: number;
}

/** A sentence as it was heard; seconds from the start of the recording. */
export interface HeardSentence {
  channel: number;
  start: number;
  end: number;
  /** Simplified where the language is Chinese. */
  text: string;
  /** Where the engine tells of single words. */
  words?: { text: string; start: number; end: number }[];
}

export interface SeparateRequest {
  /** Absolute path of the recording. */
  path: string;
  /** Absolute paths. */
  models: SeparationFiles;
  threads: number;
}

export interface TranscribeControl {
  signal?: AbortSignal | undefined;
  /** @param fraction of the speech, 0..1 */
  onProgress?: ((fraction: number) => void) | undefined;
}

export interface Transcriber {
  /**
   * Sentences as they come; those of a channel are in order, the channels are not.
   * @throws DomainError MODEL_MISSING, MODEL_DAMAGED, ENGINE_UNAVAILABLE, OUT_OF_MEMORY, ENGINE_KILLED, ENGINE_CRASHED,
   * CANCELLED;
   * what is wrong with the recording, as ingest
   */
  transcribe(request: TranscribeRequest, control?: TranscribeControl): AsyncGenerator<HeardSentence, void>;
  /**
   * Who speaks when in a mono recording, as two voices without names.
   * @throws DomainError ENGINE_UNAVAILABLE, MODEL_DAMAGED, OUT_OF_MEMORY, ENGINE_KILLED, ENGINE_CRASHED, CANCELLED; what
   * is wrong with the recording, as ingest
   */
  separate(request: SeparateRequest, control?: Pick<TranscribeControl, 'signal'>): Promise<VoiceSpan[]>;
  /**
   * Whether an engine runs on this machine; tried once.
   * @throws DomainError ENGINE_UNAVAILABLE, OUT_OF_MEMORY, CANCELLED
   */
  tryEngine(engine: TranscriptionEngineName): Promise<void>;
  /** Ends the processes; what is under way is rejected as CANCELLED. */
  close(): Promise<void>;
}

/** Errors that every further call would meet too. */
export const engineFaults = new Set([
  'MODEL_MISSING',
  'MODEL_DAMAGED',
  'ENGINE_UNAVAILABLE',
  'ENGINE_NOT_BUILT',
  'OUT_OF_MEMORY',
  'ENGINE_KILLED',
]);
