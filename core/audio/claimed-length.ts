/** What a file says about its own length: its header, its index, or a last piece that stops halfway. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FormatContext } from 'node-av/lib';

/** The length in seconds that the file claims, given what was decoded of it; null when it claims none. */
export type ClaimedLength = (decodedSeconds: number) => number | null;

const unknown = -(2n ** 63n);

/**
 * To be asked before FFmpeg looks into the stream: what it then has is the header's word (frame count of a Xing or
 * Info tag, sample count of a FLAC, index of an MP4), later it may be its own guess from bit rate and size.
 * @param head the first bytes of the file
 */
export function readClaims(path: string, head: Buffer, format: FormatContext): (streamIndex: number) => ClaimedLength {
  const container = format.iformat?.name;
  const ratio = container === 'wav' ? wavDataRatio(path, head) : null;
  if (container === 'wav') return () => (decoded) => (ratio === null ? null : decoded * ratio);
  const claims = format.streams.map(({ duration, timeBase: { num, den } }) =>
    duration === unknown || duration <= 0n ? null : (Number(duration) * num) / den,
  );
  return (index) => () => claims[index] ?? null;
}

/** Sizes that writers leave who cannot go back to fill in the true one. */
const isPlaceholder = (bytes: number) =>
  bytes === 0 || bytes >= 0xffff_f000 || (bytes >= 0x7fff_0000 && bytes <= 0x8000_0000);

/**
 * How many times more sound a WAV claims than the file has bytes for: 1 for a whole one. In bytes, because a header
 * that lies about the size may lie about the rate too.
 * @returns null when the size is a placeholder or the chunks cannot be followed
 */
function wavDataRatio(path: string, head: Buffer): number | null {
  const form = head.toString('latin1', 0, 4);
  if (form !== 'RIFF' && form !== 'RF64') return null;
  const fd = openSync(path, 'r');
  try {
    const fileSize = fstatSync(fd).size;
    const chunk = Buffer.alloc(24);
    let longSize: number | null = null;
    for (let at = 12, chunks = 0; at + 8 <= fileSize && chunks < 64; chunks++) {
      const got = readSync(fd, chunk, 0, chunk.length, at);
      const name = chunk.toString('latin1', 0, 4);
      const size = chunk.readUInt32LE(4);
      if (name === 'ds64' && got >= 24) longSize = Number(chunk.readBigUInt64LE(16));
      if (name === 'data') {
        const claimed = size === 0xffff_ffff && form === 'RF64' ? longSize : isPlaceholder(size) ? null : size;
        const present = fileSize - at - 8;
        return claimed === null || present <= 0 ? null : Math.max(1, claimed / present);
      }
      at += 8 + size + (size % 2);
    }
    return null;
  } finally {
    closeSync(fd);
  }
}

// Layer III of MPEG 1, and of MPEG 2 and 2.5, in kbit/s; the first is "free", the last does not exist.
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const sampleRates = [44_100, 48_000, 32_000];

/** Bytes that an MP3 frame takes, by its header; null when the bytes begin no frame or its size is not told. */
export function mp3FrameBytes(header: Uint8Array): number | null {
  const [sync, kind, coding] = [header[0] ?? 0, header[1] ?? 0, header[2] ?? 0];
  const version = (kind >> 3) & 3;
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || version === 1) return null;
  const sampleRate = sampleRates[(coding >> 2) & 3];
  const kilobits = (version === 3 ? rates1 : rates2)[coding >> 4]!;
  if (sampleRate === undefined || kilobits === 0) return null;
  const [samples, divisor] = version === 3 ? [144, 1] : [72, version === 2 ? 2 : 4];
  return Math.floor((samples * kilobits * 1000) / (sampleRate / divisor)) + ((coding >> 1) & 1);
}

const maxPageBytes = 27 + 255 + 255 * 255;

/** True when the last page of an Ogg file goes on behind the file's end. */
export function oggEndsInsidePage(path: string): boolean {
  const fd = openSync(path, 'r');
  try {
    const size = fstatSync(fd).size;
    const tail = Buffer.alloc(Math.min(size, maxPageBytes));
    const bytes = tail.subarray(0, readSync(fd, tail, 0, tail.length, size - tail.length));
    const at = bytes.lastIndexOf('OggS');
    if (at < 0) return false;
    const pieces = bytes[at + 26] ?? 0;
    const table = bytes.subarray(at + 27, at + 27 + pieces);
    const length = 27 + pieces + table.reduce((sum, piece) => sum + piece, 0);
    return at + 27 > bytes.length || table.length < pieces || at + length > bytes.length;
  } finally {
    closeSync(fd);
  }
}
