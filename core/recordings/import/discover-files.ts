/** Finds the recordings below the paths that a person chose. Paths are plain data, whatever they contain. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { DomainError, fromSystemError } from '../../domain-error.ts';
import { type FileKind, fileKind, type LeftOutKind } from './file-kinds.ts';

const maxDepth = 64;

export interface Discovered {
  /** Absolute paths, folder by folder, names in code-point order. */
  audio: { path: string; sizeBytes: number }[];
  /** Files beside that may be transcripts or call records, by name only. */
  transcripts: string[];
  callRecords: string[];
  /** What is not taken, and as what. */
  leftOut: { path: string; kind: LeftOutKind }[];
  /** What was named but is not there, or cannot be read. */
  failed: { path: string; error: DomainError }[];
}

/** @param skip folders that are never looked into: the library's own */
export async function discoverFiles(paths: readonly string[], skip: readonly string[] = []): Promise<Discovered> {
  const found: Discovered = { audio: [], transcripts: [], callRecords: [], leftOut: [], failed: [] };
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
        if (!seen.has(path)) take(path, Number(facts.size), named);
        seen.add(path);
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
    const kind: FileKind = fileKind(path);
    if (kind === 'transcript') found.transcripts.push(path);
    else if (kind === 'call-records') found.callRecords.push(path);
    else if (kind === 'audio' || named) found.audio.push({ path, sizeBytes });
    else found.leftOut.push({ path, kind });
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

/** Folders that hide themselves hold no recordings; hidden files are named as such. */
function isWorthVisiting(entry: Dirent): boolean {
  return entry.isFile() || (!entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()));
}
