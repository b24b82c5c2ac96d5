import { extname } from 'node:path';
import { decodeText, detectEncoding, type EncodingName } from '../text/decode-text.ts';
import { finishTranscript, type Reading } from './finish-transcript.ts';
import { docxText, isZip } from './formats/docx-text.ts';
import type { RawSentence } from './formats/format.ts';
import { readers } from './formats/index.ts';
import type { ParsedTranscript } from './sentence.ts';

export interface ReadTranscript {
  /** Id of the format that it turned out to be. */
  format: string;
  encoding: EncodingName;
  /** As the file says it. */
  raw: readonly RawSentence[];
  parsed: ParsedTranscript;
}

/**
 * Reads a transcript in any known format; the extension only decides what is tried first.
 * @returns null when it is none
 */
export function readTranscript(bytes: Uint8Array, fileName: string, reading: Reading = {}): ReadTranscript | null {
  const document = isZip(bytes);
  const text = document ? docxText(bytes) : decodeText(bytes);
  if (text === null) return null;
  const extension = extname(fileName).toLowerCase();
  const ordered = readers.toSorted(
    (a, b) => Number(b.extensions.includes(extension)) - Number(a.extensions.includes(extension)),
  );
  for (const reader of ordered) {
    const raw = reader.read(text);
    const parsed = raw && finishTranscript(raw, reading);
    if (parsed) return { format: reader.id, encoding: document ? 'utf-8' : detectEncoding(bytes), raw, parsed };
  }
  return null;
}

/** The sentences alone. */
export const parseTranscript = (bytes: Uint8Array, fileName: string, reading: Reading = {}): ParsedTranscript | null =>
  readTranscript(bytes, fileName, reading)?.parsed ?? null;
