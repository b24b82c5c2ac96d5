/** What the first bytes of a file say, for telling a damaged recording from a file that never was one. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DomainError, fromSystemError } from '../domain-error.ts';

const headBytes = 512;

/** @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, NOT_AUDIO for a folder or device */
export function readHead(path: string): Buffer {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new DomainError('NOT_AUDIO', { file: path });
    if (stat.size === 0) throw new DomainError('FILE_EMPTY', { file: path });
    const head = Buffer.alloc(Math.min(headBytes, stat.size));
    return head.subarray(0, readSync(fd, head, 0, head.length, 0));
  } catch (error) {
    throw fromSystemError(error, path);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

const signatures: { at: number; bytes: string }[] = [
  ...[
    'RIFF',
    'RIFX',
    'RF64',
    'riff',
    'OggS',
    'fLaC',
    'ID3',
    '#!AMR',
    'FORM',
    '.snd',
    'caff',
    'Creative Voice File',
  ].map((bytes) => ({ at: 0, bytes })),
  { at: 0, bytes: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' }, // ASF: WMA
  { at: 0, bytes: '\x1a\x45\xdf\xa3' }, // Matroska, WebM
  { at: 4, bytes: 'ftyp' }, // MP4, M4A, 3GP
];

/** True when the file starts as one of the containers that hold recordings. */
export function startsAsAudio(head: Buffer): boolean {
  return startsAsContainer(head) || isMpegFrame(head);
}

/** As `startsAsAudio`, but by a signature that nothing else begins with by chance. */
export function startsAsContainer(head: Buffer): boolean {
  return signatures.some(({ at, bytes }) => head.toString('latin1', at, at + bytes.length) === bytes);
}

/** Sync word of MPEG audio (11 bits set) of layer II or III with a bit rate and sample rate that exist; ADTS AAC has layer 0. */
function isMpegFrame(head: Buffer): boolean {
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe0) !== 0xe0) return false;
  if ((head[1]! & 0xf6) === 0xf0) return true;
  const version = (head[1]! >> 3) & 3;
  const layer = (head[1]! >> 1) & 3;
  return version !== 1 && (layer === 1 || layer === 2) && head[2]! >> 4 !== 15 && ((head[2]! >> 2) & 3) !== 3;
}

/** True for readable text; sound without a header (G.722, G.729, GSM) never is. */
export function isText(head: Buffer): boolean {
  try {
    // A character cut off at the end is no fault.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\x00-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}

/**
 * Hz that a WAV header gives by bytes per second and block size, for when its sample rate is out of the question.
 * Both are constant-rate codecs' fields; null for other containers and codecs.
 */
export function wavRateByBytes(head: Buffer): number | null {
  const at = head.indexOf('fmt ');
  if (head.toString('latin1', 0, 4) !== 'RIFF' || at < 0 || head.length < at + 24) return null;
  const bytesPerSecond = head.readUInt32LE(at + 16);
  const blockBytes = head.readUInt16LE(at + 20);
  // Only where a block is one sample of every channel: PCM, A-law, µ-law.
  return blockBytes > 0 && blockBytes <= 8 * 32 ? bytesPerSecond / blockBytes : null;
}
