/** The pool of decoder processes. */
import type { Span } from '../contract/index.ts';
import type { Measures } from './measures.ts';

/** What decoding a file to its end told. */
export interface AudioFacts {
  codec: string;
  container: string;
  sampleRate: number;
  channels: number;
  /** From the samples really read, never from the header. */
  durationMs: number;
  /** What header or index say of the length; null when they say nothing. */
  claimedMs: number | null;
  /** Sound in pieces that could not be decoded and were left out. */
  skippedMs: number;
  /** The file stops in the middle of a piece. */
  endsInsidePiece: boolean;
  /** What the file may hold behind the end that its header names. */
  unreadMs: number;
  /** True when Chromium cannot play the original, or cannot seek in it exactly. */
  needsProxy: boolean;
}

export interface IngestRequest {
  path: string;
  /** Absolute path of the peaks file to write (audiowaveform .dat v2). */
  peaksPath: string;
  /** Absolute path, without extension, of the proxy to write when one is needed. */
  proxyBase: string;
  /** Whether to measure in the same pass. */
  measure?: boolean;
}
/** Where the proxy of this request goes, if one is needed. */
export const proxyPathOf = (request: Pick<IngestRequest, 'proxyBase'>) => `${request.proxyBase}.flac`;

export interface IngestResult extends AudioFacts {
  /** File that was written, or null when the original plays as it is. */
  proxyPath: string | null;
  /** Null when not asked for. */
  measures: Measures | null;
}

export interface MeasureRequest {
  path: string;
}

export interface CutRequest {
  path: string;
  span: Span;
  /** Absolute path of the WAV file to write. */
  outPath: string;
}
export interface CutResult {
  durationMs: number;
}

export interface JoinRequest {
  /** Recording of one side: becomes the left channel. */
  path: string;
  otherPath: string;
  /** Absolute path of the WAV file to write. */
  outPath: string;
}
export interface JoinResult {
  durationMs: number;
}

export interface MediaWorkers {
  /**
   * Decodes to the end once: facts, peaks and, where needed, the proxy and the measures.
   * @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, NOT_AUDIO, AUDIO_DAMAGED, DECODER_CRASHED,
   * DECODE_TIMEOUT, DISK_FULL, OUTPUT_NOT_WRITABLE, CANCELLED
   */
  ingest(request: IngestRequest, signal?: AbortSignal): Promise<IngestResult>;
  /**
   * Measures a recording that is in the library already.
   * @throws DomainError as ingest
   */
  measure(request: MeasureRequest, signal?: AbortSignal): Promise<Measures>;
  /**
   * Cuts a span of a recording into a 16-bit PCM WAV, exact to the sample, all channels.
   * @throws DomainError as ingest; CLIP_RANGE_INVALID when the span holds no sound
   */
  cut(request: CutRequest, signal?: AbortSignal): Promise<CutResult>;
  /**
   * Writes the two sides of a call as one stereo 16-bit PCM WAV.
   * @throws DomainError as ingest; SIDES_DIFFER
   */
  join(request: JoinRequest, signal?: AbortSignal): Promise<JoinResult>;
  /** Ends the processes; what is under way is rejected as CANCELLED. */
  close(): Promise<void>;
}
