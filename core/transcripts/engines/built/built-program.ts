import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unpacked } from '../../../host/product.ts';

/** Where in a library the engines lie that are built on this machine. */
export const enginesFolder = (libraryDir: string): string => join(libraryDir, 'engines');

/** The Makefile's goal. */
export const builtGoal = 'main';

/** @param home folder of the engines that are built here */
export const builtFolder = (home: string): string => join(home, 'whisper-node');
export const builtProgram = (home: string): string => join(builtFolder(home), builtGoal);

/** Folder of the sources of whisper.cpp in the package. It names its `dist/index.js`, and is never loaded for this. */
export function builtSources(): string {
  const entry = createRequire(import.meta.url).resolve('whisper-node');
  return unpacked(join(dirname(dirname(entry)), 'lib', 'whisper.cpp'));
}
