/** Where an uploaded file may land: pure. Names come from the browser and are hostile. */
import { posix } from 'node:path';

export interface UploadTarget {
  /** Folder below the inbox and path below that folder, both with '/' and safe on every system. */
  batch: string;
  path: string;
  /** First part of the path: the file itself, or the folder that was dropped. */
  top: string;
}

const MAX_DEPTH = 32;
const MAX_NAME_BYTES = 240;
// Characters that Windows refuses, separators and control characters.
const UNSAFE = /[\p{Cc}<>:"|?*\\/]/gu;
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * @param rest what follows `/upload/`: `<batch uuid>/<percent-encoded relative path>`
 * @returns null when the address names no safe place
 */
export function uploadTarget(rest: string): UploadTarget | null {
  const [batch = '', ...segments] = rest.split('/');
  if (!/^[0-9a-f-]{8,64}$/i.test(batch) || segments.length === 0 || segments.length > MAX_DEPTH) return null;
  const names = segments.map(safeName);
  if (names.includes(null)) return null;
  return { batch, path: posix.join(...(names as string[])), top: names[0] as string };
}

function safeName(segment: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    return null;
  }
  if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\\')) return null;
  const plain = name
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/[. ]+$/, '_');
  const safe = WINDOWS_DEVICE.test(plain) ? `_${plain}` : plain;
  return Buffer.byteLength(safe) > MAX_NAME_BYTES ? null : safe;
}
