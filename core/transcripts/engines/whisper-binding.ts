/** What the engine needs of a Node binding to whisper.cpp; each of them is a file of its own. */

export interface WhisperBinding {
  /** Throws when whisper.cpp refuses the file. */
  open(model: string): WhisperModel;
}

export interface WhisperModel {
  /**
   * @param samples mono at `engineRate`, -1..1
   * @returns what was said; seconds from the first sample
   */
  run(samples: Float32Array, options: RunOptions): Promise<{ text: string; from: number; to: number }[]>;
  close(): Promise<void>;
}

export interface RunOptions {
  /** `zh`, `en` … or `auto`. */
  language: string;
  threads: number;
  /** Steers what is written; '': nothing. Bindings that take none leave it out. */
  prompt: string;
  /** One attempt, no better one looked for: enough to see that it runs. */
  once?: boolean;
}
