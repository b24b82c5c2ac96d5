import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { transcriptExtensions } from './formats/index.ts';
import { parseTranscript } from './parse-transcript.ts';
import { maxTranscriptBytes } from './transcript-file.ts';

export interface Beside {
  /** The transcript to take along. */
  transcript: string | null;
  /** Where there is none: a file that bears its name but cannot be read as one. */
  unreadable: string | null;
}

/** Looks beside an audio file: `call.srt` or `call.wav.srt` for `call.wav`; the first that can be read is taken. */
export async function findTranscriptBeside(audioPath: string): Promise<Beside> {
  const extension = extname(audioPath);
  const base = join(dirname(audioPath), basename(audioPath, extension));
  const candidates = transcriptExtensions.flatMap((ending) => [
    base + ending,
    base + ending.toUpperCase(),
    audioPath + ending,
  ]);
  let unreadable: string | null = null;
  for (const path of candidates) {
    const kind = path === audioPath ? 'absent' : await look(path);
    if (kind === 'transcript') return { transcript: path, unreadable: null };
    // A table may be anything; what is named as a transcript is one that failed.
    if (kind === 'unreadable' && !/\.[ct]sv$/i.test(path)) unreadable ??= path;
  }
  return { transcript: null, unreadable };
}

async function look(path: string): Promise<'absent' | 'unreadable' | 'transcript'> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) return 'absent';
  if (facts.size > maxTranscriptBytes) return 'unreadable';
  try {
    return parseTranscript(await readFile(path), path) === null ? 'unreadable' : 'transcript';
  } catch {
    // No permission, or gone meanwhile.
    return 'unreadable';
  }
}
