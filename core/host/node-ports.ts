import { join } from 'node:path';
import type { CorePorts, Shell } from '../ports.ts';
import { createFileLog } from './file-log.ts';
import { createForkWorker } from './fork-worker.ts';
import { findProduct } from './product.ts';

/** What the core needs, supplied by plain Node: for web/ and cli/. */
export function createNodePorts(shell: Shell, libraryDir: string): CorePorts {
  const { version, templatesDir, samplesDir } = findProduct();
  const clock = Date.now;
  const log = createFileLog({ dir: join(libraryDir, 'logs'), clock });
  return { libraryDir, templatesDir, samplesDir, version, shell, clock, log, spawnWorker: createForkWorker(log) };
}
