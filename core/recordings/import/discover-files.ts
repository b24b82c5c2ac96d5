/** Finds the recordings below the paths that a person chose. Paths are plain data, whatever they contain. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { DomainError, fromSystemError } from '../../domain-error.ts';
import { isCdrFileName } from './cdr-table.ts';

/** What recorders write. A file that is named by itself is tried whatever its extension, unless it is a transcript's or a table's. */
const audioExtensions = new Set(
  'wav wave mp3 mp2 m4a m4b aac ogg oga opus spx flac amr awb wma asf gsm g722 722 g729 729 g726 au snd aif aiff aifc caf 3gp 3gpp mp4 webm mka ac3 alaw ulaw'
    .split(' ')
    .map((extension) => `.${extension}`),
);
const transcriptExtensions = new Set(['.json', '.srt', '.vtt', '.txt']);
const maxDepth = 64;

export interface Discovered {
  /** Absolute paths, folder by folder, names in code-point order. */
  audio: { path: string; sizeBytes: number }[];
  /** Files beside that may be transcripts or call records, by name only. */
  transcripts: string[];
  callRecords: string[];
  /** What was named but is not there, or cannot be read. */
  failed: { path: string; error: DomainError }[];
}

/** @param skip folders that are never looked into: the library's own */
export async function discoverFiles(paths: readonly string[], skip: readonly string[] = []): Promise<Discovered> {
  const found: Discovered = { audio: [], transcripts: [], callRecords: [], failed: [] };
  const seen = new Set<string>();
  const skipped = new Set(skip.map((dir) => resolve(dir)));

  /** @param named by a person: tried whatever it looks like */
  async function visit(path: string, depth: number, named: boolean): Promise<void> {
    if (skipped.has(path)) return;
    try {
      const facts = await stat(path, { bigint: true });
      if (facts.isDirectory()) {
        // By identity, so that links that lead back end here.
        const identity = `${facts.dev}:${facts.ino}`;
        if (depth < maxDepth && !seen.has(identity)) {
          seen.add(identity);
          await visitFolder(path, depth);
        }
      } else if (facts.isFile()) {
        take(path, Number(facts.size), named);
      } else if (named) {
        throw new DomainError('NOT_AUDIO', { file: path });
      }
    } catch (error) {
      const known = fromSystemError(error, path);
      if (!(known instanceof DomainError)) throw error;
      // A dangling link or a file that vanished while looking is no loss; one that a person named is.
      if (named || known.code !== 'FILE_NOT_FOUND') found.failed.push({ path, error: known });
    }
  }
  async function visitFolder(path: string, depth: number): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) if (isWorthVisiting(entry)) await visit(join(path, entry.name), depth + 1, false);
  }
  function take(path: string, sizeBytes: number, named: boolean): void {
    if (seen.has(path)) return;
    const extension = extname(path).toLowerCase();
    if (transcriptExtensions.has(extension)) found.transcripts.push(path);
    else if (isCdrFileName(path)) found.callRecords.push(path);
    else if (audioExtensions.has(extension) || named) {
      seen.add(path);
      found.audio.push({ path, sizeBytes });
    }
  }

  for (const path of paths) await visit(resolve(path), 0, true);
  return found;
}

/** @throws DomainError NO_AUDIO_FOUND, or what hindered the only path that was named */
export function assertAudio(found: Discovered, paths: readonly string[]): void {
  if (found.audio.length > 0) return;
  throw (
    found.failed[0]?.error ??
    new DomainError('NO_AUDIO_FOUND', { path: paths.map((path) => basename(path)).join(', ') })
  );
}

/** Hidden files, macOS's `._` twins among them, are nobody's recordings. */
function isWorthVisiting(entry: Dirent): boolean {
  if (entry.name.startsWith('.')) return false;
  if (!entry.isFile()) return entry.isDirectory() || entry.isSymbolicLink();
  const extension = extname(entry.name).toLowerCase();
  return audioExtensions.has(extension) || transcriptExtensions.has(extension) || isCdrFileName(entry.name);
}
