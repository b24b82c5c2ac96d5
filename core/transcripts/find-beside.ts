import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { transcriptExtensions } from './formats/index.ts';
import { parseTranscript } from './parse-transcript.ts';

/** A note or a settings file may bear the recording's name too; a transcript is seldom larger than this. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The transcript beside an audio file: `call.srt` or `call.wav.srt` for `call.wav`. Files that cannot be
 * read as a transcript are passed over.
 */
export async function findTranscriptBeside(audioPath: string): Promise<string | null> {
  const extension = extname(audioPath);
  const base = join(dirname(audioPath), basename(audioPath, extension));
  const candidates = transcriptExtensions.flatMap((ending) => [
    base + ending,
    base + ending.toUpperCase(),
    audioPath + ending,
  ]);
  for (const path of candidates) if (path !== audioPath && (await isTranscript(path))) return path;
  return null;
}

async function isTranscript(path: string): Promise<boolean> {
  try {
    const facts = await stat(path);
    if (!facts.isFile() || facts.size > maxBytes) return false;
    return parseTranscript(await readFile(path), path) !== null;
  } catch {
    // Unreadable or gone: as if it were not there.
    return false;
  }
}
