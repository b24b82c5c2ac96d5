import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'audio/mp4',
  '.aac': 'audio/aac',
  '.flac': 'audio/flac',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.webm': 'audio/webm',
};

/** Media type of a recording or its proxy. Never one that a browser would show as a page. */
export function audioType(file: string): string {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream';
}
