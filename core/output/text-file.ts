/** A text file that is written while its lines are made: nothing waits in memory but what is under way. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** All promises reject with the system's error (ENOSPC, EACCES …) when the file cannot be written. */
export interface TextFile {
  /** Resolves when more may come. */
  write(text: string): Promise<void>;
  /** Resolves when the file is complete on disk. */
  end(): Promise<void>;
  /** Lets go of the file, complete or not; resolves when it is closed. */
  close(): Promise<void>;
}

/** Characters that are handed on at a time. */
const chunkSize = 65_536;

/** @param path file to write, as UTF-8 */
export function createTextFile(path: string): TextFile {
  const file = createWriteStream(path, 'utf8');
  const closed = finished(file);
  closed.catch(() => {});
  let pending = '';
  return {
    async write(text) {
      pending += text;
      if (pending.length < chunkSize) return;
      const chunk = pending;
      pending = '';
      if (!file.write(chunk)) await Promise.race([once(file, 'drain'), closed]);
    },
    async end() {
      file.end(pending);
      await closed;
    },
    async close() {
      file.destroy();
      await closed.catch(() => {});
    },
  };
}
