/** Files written for people appear whole or not at all. */
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { LibraryDirs } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { makeFolder } from './make-folder.ts';

export interface OutputFile {
  path: string;
  /** Path below the media base; empty when the file went to a folder of the caller's choice. */
  downloadUrl: string;
}

/**
 * Writes into a temporary neighbour and renames it when complete; a file of that name is replaced.
 * @param dir the caller's folder, made when absent; undefined = the library's exports
 * @param name base name, made by `safeFileName`
 * @throws DomainError OUTPUT_NOT_WRITABLE, DISK_FULL
 */
export async function writeOutput(
  dirs: LibraryDirs,
  dir: string | undefined,
  name: string,
  write: (temporaryPath: string) => Promise<void>,
): Promise<OutputFile> {
  const folder = dir === undefined ? dirs.exports : resolve(dir);
  const path = join(folder, name);
  const temporary = join(folder, `.${randomUUID()}.part${extname(name)}`);
  try {
    makeFolder(folder);
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw outputError(error, path);
  }
  return { path, downloadUrl: dir === undefined ? `exports/${encodeURIComponent(name)}` : '' };
}

const notWritable = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENAMETOOLONG',
]);
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Names what the system refused; anything else comes back unchanged. */
export function outputError(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return error;
  // Named by a worker already, but after the temporary file.
  if (code === 'DISK_FULL' || code === 'OUTPUT_NOT_WRITABLE') return new DomainError(code, { path }, { cause: error });
  if (full.has(code)) return new DomainError('DISK_FULL', { path }, { cause: error });
  if (notWritable.has(code)) return new DomainError('OUTPUT_NOT_WRITABLE', { path }, { cause: error });
  return error;
}
