import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DomainError, fromSystemError } from '../domain-error.ts';

/** A file that appears under its name only when it is whole and on the disk. */
export interface AtomicFile {
  append(bytes: Uint8Array): void;
  /** Overwrites bytes already appended: lengths in headers. */
  patch(bytes: Uint8Array, position: number): void;
  /** fsync, then rename to the final name. */
  commit(): void;
  /** Removes what was written. */
  discard(): void;
}

const bufferBytes = 256 * 1024;

/** Where the bytes wait until they are whole. One name per target: a rerun replaces what a killed worker left. */
export const partOf = (path: string) => `${path}.part`;

/** @throws DomainError DISK_FULL, OUTPUT_NOT_WRITABLE; also from the methods */
export function openAtomicFile(path: string): AtomicFile {
  const part = partOf(path);
  const fd = guard(() => openSync(part, 'w', 0o600));
  const buffer = Buffer.allocUnsafe(bufferBytes);
  let held = 0;
  let written = 0;
  let open = true;

  function guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const known = fromSystemError(error, path);
      if (known instanceof DomainError && known.code !== 'DISK_FULL')
        throw new DomainError('OUTPUT_NOT_WRITABLE', { path }, { cause: error });
      throw known;
    }
  }
  function write(bytes: Uint8Array, position: number) {
    let done = 0;
    while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, position + done);
  }
  function flush() {
    write(buffer.subarray(0, held), written);
    written += held;
    held = 0;
  }
  return {
    append: (bytes) =>
      guard(() => {
        if (held + bytes.length > bufferBytes) flush();
        if (bytes.length > bufferBytes) {
          write(bytes, written);
          written += bytes.length;
        } else {
          buffer.set(bytes, held);
          held += bytes.length;
        }
      }),
    patch: (bytes, position) =>
      guard(() => {
        flush();
        write(bytes, position);
      }),
    commit: () =>
      guard(() => {
        flush();
        fsyncSync(fd);
        closeSync(fd);
        open = false;
        renameSync(part, path);
      }),
    discard() {
      if (open) closeSync(fd);
      open = false;
      rmSync(part, { force: true });
    },
  };
}
