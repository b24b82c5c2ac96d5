/** The pool of decoder processes. */
import type { Span } from '../contract/index.ts';

/** What decoding a file to its end told. */
export interface AudioFacts {
  codec: string;
  container: string;
  sampleRate: number;
  channels: number;
  /** From the samples really read, never from the header. */
  durationMs: number;
  /** True when Chromium cannot play the original, or cannot seek in it exactly. */
  needsProxy: boolean;
}

export interface IngestRequest {
  path: string;
  /** Absolute path of the peaks file to write (audiowaveform .dat v2). */
  peaksPath: string;
  /** Absolute path, without extension, of the proxy to write when one is needed. */
  proxyBase: string;
}
export interface IngestResult extends AudioFacts {
  /** File that was written, or null when the original plays as it is. */
  proxyPath: string | null;
}

export interface MediaWorkers {
  /** Decodes to the end once: facts, peaks and, where needed, the proxy. Throws DomainError (NOT_AUDIO, AUDIO_DAMAGED, DECODER_CRASHED, DECODE_TIMEOUT …). */
  ingest(request: IngestRequest, signal?: AbortSignal): Promise<IngestResult>;
  /** Cuts spans of a recording into a 16-bit PCM WAV, exact to the sample. */
  cut(request: { path: string; span: Span; outPath: string }, signal?: AbortSignal): Promise<{ durationMs: number }>;
  close(): Promise<void>;
}
