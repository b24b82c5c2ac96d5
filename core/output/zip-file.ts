/** A ZIP that is written while its members are read: nothing of it waits in memory but a chunk. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';

/** All promises reject with the system's error (ENOSPC, EACCES …) when a file cannot be read or written. */
export interface ZipFile {
  /** Bytes written so far. Sizes in a ZIP of this kind have 32 bits: the whole must stay below 4 GiB. */
  readonly bytes: number;
  /** @param name as shown, `/` between folders @param path file to copy in, stored as it is */
  addFile(name: string, path: string): Promise<void>;
  addText(name: string, text: string): Promise<void>;
  /** Resolves when the file is complete on disk. */
  end(): Promise<void>;
  /** Lets go of the file, complete or not; resolves when it is closed. */
  close(): Promise<void>;
}

/** @param path file to write */
export function createZipFile(path: string): ZipFile {
  const out = createWriteStream(path);
  const closed = finished(out);
  closed.catch(() => {});
  let bytes = 0;
  let ready = true;
  const zip = new Zip((error, chunk) => {
    if (error) return void out.destroy(error);
    bytes += chunk.length;
    ready = out.write(chunk);
  });
  const drained = async () => {
    if (!ready) await Promise.race([once(out, 'drain'), closed]);
  };
  const member = (name: string) => {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    return entry;
  };
  return {
    get bytes() {
      return bytes;
    },
    async addFile(name, source) {
      const entry = member(name);
      for await (const chunk of createReadStream(source) as AsyncIterable<Buffer>) {
        entry.push(chunk);
        await drained();
      }
      entry.push(new Uint8Array(0), true);
      await drained();
    },
    async addText(name, text) {
      member(name).push(Buffer.from(text), true);
      await drained();
    },
    async end() {
      zip.end();
      out.end();
      await closed;
    },
    async close() {
      out.destroy();
      await closed.catch(() => {});
    },
  };
}
