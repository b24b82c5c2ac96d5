/**
 * The samples have a library of their own, below the house's: what is tried on them never stands among real calls.
 * A file in its folder marks it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const mark = 'SAMPLES.txt';
const markText = '示例录音库：可以整个删除。 Library of the sample recordings: may be deleted as a whole.\n';

export const isSampleLibrary = (dir: string): boolean => existsSync(join(dir, mark));

/** Folder of the samples' library that belongs to a library; its own when it is that already. */
export const sampleLibraryDir = (libraryDir: string): string =>
  isSampleLibrary(libraryDir) ? libraryDir : join(libraryDir, 'samples');

/** Makes a folder the samples' library. */
export function markSampleLibrary(dir: string): void {
  mkdirSync(dir, { recursive: true });
  if (!isSampleLibrary(dir)) writeFileSync(join(dir, mark), markText);
}
