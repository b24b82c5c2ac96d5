/** Sound in a WAV file behind the end that its header names: recorders that died or go on appending leave an old length. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What lies behind the sound is sound only when it is more than this; encoders' padding stays below it. */
const leastSeconds = 0.1;

/**
 * True when the data chunk claims less than the file holds and what follows is neither chunks nor text nor zeros.
 * A second file that was appended whole counts as sound: its header is a click of some milliseconds.
 * @param head the first bytes of the file
 */
export function soundBehindEnd(path: string, head: Buffer): boolean {
  const form = head.toString('latin1', 0, 4);
  if ((form !== 'RIFF' && form !== 'RF64') || head.toString('latin1', 8, 12) !== 'WAVE') return false;
  const fd = openSync(path, 'r');
  try {
    const size = fstatSync(fd).size;
    const read = (at: number, bytes: number) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(bytes, size - at)));
      return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, at));
    };
    const data = dataChunk(read, size);
    if (!data) return false;
    const rest = size - data.end;
    if (rest < Math.max(64, data.bytesPerSecond * leastSeconds)) return false;
    return !isChunks(read, data.end, size) && !isChunks(read, data.end + 1, size) && holdsSound(read(data.end, 4096));
  } finally {
    closeSync(fd);
  }
}

type Read = (at: number, bytes: number) => Buffer;

function dataChunk(read: Read, size: number): { end: number; bytesPerSecond: number } | null {
  let [bytesPerSecond, longSize] = [16_000, 0];
  for (let at = 12, chunks = 0; at + 8 <= size && chunks < 64; chunks++) {
    const chunk = read(at, 32);
    const name = chunk.toString('latin1', 0, 4);
    const bytes = chunk.readUInt32LE(4);
    if (name === 'ds64' && chunk.length >= 24) longSize = Number(chunk.readBigUInt64LE(16));
    if (name === 'fmt ' && chunk.length >= 20) bytesPerSecond = chunk.readUInt32LE(16);
    if (name === 'data') {
      const claimed = bytes === 0xffff_ffff ? longSize : bytes;
      // Nothing, or what no file holds: the reader goes to the end by itself.
      return claimed === 0 || at + 8 + claimed >= size ? null : { end: at + 8 + claimed, bytesPerSecond };
    }
    at += 8 + bytes + (bytes % 2);
  }
  return null;
}

/** Whether chunks other than a whole file follow up to the end. */
function isChunks(read: Read, from: number, size: number): boolean {
  let at = from;
  for (let chunks = 0; at + 8 <= size && chunks < 256; chunks++) {
    const head = read(at, 8);
    const name = head.toString('latin1', 0, 4);
    if (!/^[\x20-\x7e]{4}$/.test(name) || name === 'RIFF') return false;
    const bytes = head.readUInt32LE(4);
    at += 8 + bytes + (bytes % 2);
  }
  return at >= size - 8 && at <= size + 1;
}

function holdsSound(bytes: Buffer): boolean {
  if (bytes.every((byte) => byte === 0)) return false;
  const printable = bytes.filter(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  );
  return printable.length < bytes.length * 0.9;
}
