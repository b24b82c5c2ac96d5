import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { decodeText } from '../text/decode-text.ts';
import { transcriptExtensions } from './formats/index.ts';
import { parseJson } from './formats/parse-json.ts';
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
    base + ending.replace('textgrid', 'TextGrid'),
    audioPath + ending,
  ]);
  let unreadable: string | null = null;
  for (const path of candidates) {
    const kind = path === audioPath ? 'absent' : await look(path);
    if (kind === 'transcript') return { transcript: path, unreadable: null };
    if (kind === 'unreadable') unreadable ??= path;
  }
  return { transcript: null, unreadable };
}

async function look(path: string): Promise<'absent' | 'unreadable' | 'transcript'> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) return 'absent';
  if (facts.size > maxTranscriptBytes) return 'unreadable';
  try {
    const bytes = await readFile(path);
    if (parseTranscript(bytes, path) !== null) return 'transcript';
    return isSomethingElse(bytes, path) ? 'absent' : 'unreadable';
  } catch {
    // No permission, or gone meanwhile.
    return 'unreadable';
  }
}

/** What a transcript is made of, in whatever form. */
const spokenKeys = /text|sentence|segment|transcri|utterance|word|onebest|content|result/i;

/** A table may be call records; recorders write what they know of a call into JSON of the same name. */
function isSomethingElse(bytes: Uint8Array, path: string): boolean {
  const extension = extname(path).toLowerCase();
  if (extension === '.csv' || extension === '.tsv') return true;
  const value = extension === '.json' ? parseJson(decodeText(bytes) ?? '') : undefined;
  return typeof value === 'object' && value !== null && !spokenKeys.test(keysOf(value, 6).join(' '));
}

function keysOf(value: unknown, depth: number): string[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap((inner) => keysOf(inner, depth - 1))];
}
