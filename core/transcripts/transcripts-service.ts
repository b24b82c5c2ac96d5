import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export interface Transcripts extends ServiceOf<'transcripts'> {
  /** Transcript file that lies beside an audio file (same name, .json .srt .vtt .txt), or null. */
  findBeside(audioPath: string): Promise<string | null>;
  /** Reads a transcript file and stores it for the recording, replacing what was there; indexes it for search. */
  attachFile(recordingId: string, path: string): Promise<void>;
}

export function createTranscripts(_context: CoreContext): Transcripts {
  throw new Error('not built yet');
}
