import { extname } from 'node:path';
import { decodeText } from '../text/decode-text.ts';
import { finishTranscript } from './finish-transcript.ts';
import { readers } from './formats/index.ts';
import type { ParsedTranscript } from './sentence.ts';
import type { SpeakerHints } from './speaker-labels.ts';

/**
 * Reads a transcript in any known format; the extension only decides what is tried first.
 * @returns null when it is none
 */
export function parseTranscript(
  bytes: Uint8Array,
  fileName: string,
  hints: SpeakerHints = {},
): ParsedTranscript | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const extension = extname(fileName).toLowerCase();
  const ordered = readers.toSorted(
    (a, b) => Number(b.extensions.includes(extension)) - Number(a.extensions.includes(extension)),
  );
  for (const reader of ordered) {
    const raw = reader.read(text);
    const parsed = raw && finishTranscript(raw, hints);
    if (parsed) return parsed;
  }
  return null;
}
