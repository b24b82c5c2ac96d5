import { isAbsolute, join, relative } from 'node:path';

/**
 * File to start for a worker that the core asks for. The core names its source; the build has it as JavaScript.
 * @returns null for anything outside the core's own folder
 */
export function workerFile(asked: string, coreDir: string): string | null {
  const inside = relative(coreDir, asked);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  return join(coreDir, inside.replace(/\.ts$/, '.js'));
}
