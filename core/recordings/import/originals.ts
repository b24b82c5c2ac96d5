/** Copies of originals inside the library: `media/originals/<sha>.<ext>`, whole or not at all. */
import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import type { LibraryDirs } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { hashFile } from './hash-file.ts';

/** True for files that the browser shell uploaded: they have no other home. */
export function isUploaded(dirs: LibraryDirs, path: string): boolean {
  return isBelow(dirs.inbox, path);
}

/**
 * @param sha256 of the source as it was looked at
 * @param id of the work: a second try after a kill overwrites what the first one left
 * @returns the copy's absolute path
 * @throws DomainError FILE_CHANGED when the source is no longer that file
 */
export async function copyOriginal(dirs: LibraryDirs, source: string, sha256: string, id: string): Promise<string> {
  const extension = extname(source).toLowerCase();
  const target = join(dirs.media, 'originals', sha256 + (/^\.[a-z0-9]{1,5}$/.test(extension) ? extension : ''));
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.${id}.part`;
  try {
    await copyFile(source, partial, constants.COPYFILE_FICLONE);
    if ((await hashFile(partial)) !== sha256) throw new DomainError('FILE_CHANGED', { file: source });
    const handle = await open(partial, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return target;
}

/**
 * Takes an uploaded file out of the inbox once the library has what was in it, with folders that are then empty.
 * Others clear the same folders at the same time; what cannot be removed stays.
 */
export async function clearUploaded(dirs: LibraryDirs, path: string): Promise<void> {
  if (!isUploaded(dirs, path)) return;
  try {
    await rm(path, { force: true });
    for (let dir = dirname(path); isBelow(dirs.inbox, dir); dir = dirname(dir)) await rmdir(dir);
  } catch {
    // Not empty yet, already gone, or held by another program.
  }
}

/** Size and time of the last change: different ones mean that the file was written meanwhile. */
export async function fingerprint(path: string): Promise<{ sizeBytes: number; mtimeMs: number; isFile: boolean }> {
  const facts = await stat(path);
  return { sizeBytes: facts.size, mtimeMs: Math.trunc(facts.mtimeMs), isFile: facts.isFile() };
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '' && !way.startsWith('..') && resolve(folder, way) === resolve(path);
}
