/** Where the library keeps the files it made, and the guard that nothing outside it is ever deleted. */
import { readdir, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { LibraryDirs } from '../context.ts';

/** Absolute path of a file that a row names below media/; null when the name leaves that folder. */
export function mediaFile(dirs: Pick<LibraryDirs, 'media'>, name: string): string | null {
  const file = resolve(dirs.media, name);
  return isInside(dirs.media, file) ? file : null;
}

export function isInside(dir: string, file: string): boolean {
  return resolve(file).startsWith(resolve(dir) + sep);
}

/**
 * Audio of a clip, cut on demand. The span is part of the name, so that a clip whose ends were moved never plays
 * its old cut.
 */
export function clipFile(
  dirs: Pick<LibraryDirs, 'media'>,
  clip: { id: string; startMs: number; endMs: number },
): string {
  return join(clipsDir(dirs), `${clip.id}-${clip.startMs}-${clip.endMs}.wav`);
}

/** Deletes every cut made of these clips. */
export async function removeClipFiles(dirs: Pick<LibraryDirs, 'media'>, ids: readonly string[]): Promise<void> {
  const names = await readdir(clipsDir(dirs)).catch(() => []);
  const cuts = names.filter((name) => ids.some((id) => name.startsWith(`${id}-`)));
  for (const name of cuts) await rm(join(clipsDir(dirs), name), { force: true });
}

function clipsDir(dirs: Pick<LibraryDirs, 'media'>): string {
  return join(dirs.media, 'clips');
}
