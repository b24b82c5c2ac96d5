/** A zip archive that is written while its parts are made: nothing waits in memory but what is under way. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { TransformOptions } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createDeflateRaw, type ZlibOptions } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

export interface ZipPart {
  /** Resolves when more may come: others have had their turn, and the archive has nearly caught up. */
  write(text: string): Promise<void>;
  end(): Promise<void>;
}
/** All promises reject with the system's error (ENOSPC, EACCES …) when the file cannot be written. */
export interface ZipFile {
  /** One part at a time: the one before must have ended. */
  part(name: string): ZipPart;
  /** Resolves when the archive is complete on disk. */
  finish(): Promise<void>;
  /** Lets go of an unfinished file; resolves when it is closed. */
  abort(): Promise<void>;
}

/** Bytes that may wait for the compressor, so that it works while the next ones are made. */
const maxBacklog = 262_144;
/** Compressed bytes that come at a time. */
const chunkSize = 65_536;
const deflated = 8;

/**
 * @param path file to write
 * @param level how hard to compress: the tables that are written shrink sevenfold at 1, for a fifth of the time of 6
 */
export function createZipFile(path: string, level = 1): ZipFile {
  const file = createWriteStream(path);
  const closed = finished(file);
  closed.catch(() => {});
  const zip = new Zip((error, bytes) => {
    if (error) file.destroy(error);
    else file.write(bytes);
  });
  return {
    part(name) {
      const entry: ZipInputFile = { filename: name, size: 0, crc: 0, compression: deflated };
      zip.add(entry);
      const options: ZlibOptions & TransformOptions = { level, chunkSize, writableHighWaterMark: maxBacklog };
      const deflate = createDeflateRaw(options);
      const done = finished(deflate);
      done.catch(() => {});
      closed.catch((error: Error) => deflate.destroy(error));
      deflate.on('data', (bytes: Buffer<ArrayBuffer>) => {
        entry.ondata!(null, bytes, false);
        if (!file.writableNeedDrain) return;
        deflate.pause();
        file.once('drain', () => deflate.resume());
      });
      return {
        async write(text) {
          const bytes = Buffer.from(text);
          entry.crc = crc32(bytes, entry.crc);
          entry.size += bytes.length;
          if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), done]);
          await nextTurn();
        },
        async end() {
          deflate.end();
          await done;
          entry.ondata!(null, new Uint8Array(0), true);
        },
      };
    },
    async finish() {
      zip.end();
      file.end();
      await closed;
    },
    async abort() {
      file.destroy();
      await closed.catch(() => {});
    },
  };
}
