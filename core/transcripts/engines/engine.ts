/** What an engine is, seen from the worker process that it runs in. */
import type { TranscriptionEngineName } from '../../contract/index.ts';
import type { Packing } from './speech-pieces.ts';

/** Hz of the sound that every engine takes. */
export const engineRate = 16_000;

export interface EngineOptions {
  /** A file, or for some engines a folder; checked to be whole. */
  model: string;
  /** `zh`, `en` … or `auto`. */
  language: string;
  /** The house's own words, in the order of their weight. */
  vocabulary: readonly string[];
  threads: number;
}

/** What was heard in a piece; seconds from its start. */
export interface Heard {
  from: number;
  to: number;
  text: string;
  words?: { text: string; start: number; end: number }[];
}

export interface Recogniser {
  /** How it wants what it is to hear. */
  packing: Packing;
  /** @param samples mono at `engineRate`, -1..1 */
  recognise(samples: Float32Array): Promise<Heard[]>;
  close(): Promise<void>;
}

export interface Engine {
  name: TranscriptionEngineName;
  /**
   * Loads the binding and runs it once.
   * @param home folder of the engines that are built on this machine
   * @throws DomainError ENGINE_NOT_BUILT; Error where this platform has none; a processor without what it needs kills the process
   */
  load(home: string): Promise<void>;
  /** Throws when the binding refuses the model. */
  open(options: EngineOptions): Promise<Recogniser>;
}

/** The engine failed on a recording, in a way that another recording need not meet. */
export class EngineFailure extends Error {}
