/**
 * Answers `tingjian://app/…`: the built page with its security headers, and media with byte ranges. Ranges are
 * our own: a file: address handed to Electron's fetch loses them, and every seek would jump to the start.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type LibraryName, libraryAt } from '../core/contract/index.ts';
import {
  contentSecurityPolicy,
  mediaSecurityPolicy,
  pageWithNonce,
  securityHeaders,
} from '../core/host/content-security.ts';
import { contentType } from '../core/host/content-type.ts';
import { pageFile } from '../core/host/page-file.ts';
import { parseByteRange } from '../core/media/byte-range.ts';
import type { MediaFile } from '../core/media/resolve.ts';
import { isOwnPage } from './own-page.ts';

export interface PageSources {
  rendererDir: string;
  resolveMedia(path: string, library: LibraryName): Promise<MediaFile | null>;
}

export async function answerPage(request: Request, { rendererDir, resolveMedia }: PageSources): Promise<Response> {
  if (!isOwnPage(request.url)) return reply(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405);
  const { library, path: pathname } = libraryAt(new URL(request.url).pathname);
  if (pathname.startsWith('/media/')) {
    const media = await resolveMedia(pathname.slice('/media/'.length), library);
    if (!media) return reply(404);
    return sendFile(request, media.file, media.contentType, { 'Content-Security-Policy': mediaSecurityPolicy });
  }
  const file = pageFile(rendererDir, pathname);
  if (!file) return reply(404);
  if (!file.endsWith('index.html')) return sendFile(request, file, contentType(file));
  const html = await readFile(file, 'utf8').catch(() => null);
  if (html === null) return reply(404);
  const nonce = randomBytes(16).toString('base64url');
  const headers = { 'Content-Type': contentType(file), 'Content-Security-Policy': contentSecurityPolicy(nonce) };
  return reply(200, headers, pageWithNonce(html, nonce));
}

async function sendFile(
  request: Request,
  file: string,
  type: string,
  extra: Record<string, string> = {},
): Promise<Response> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) return reply(404);
  const range = parseByteRange(request.headers.get('range'), info.size);
  if (range.kind === 'unsatisfiable') return reply(416, { 'Content-Range': `bytes */${info.size}` });
  const part = range.kind === 'part' ? range : { start: 0, end: info.size - 1 };
  const headers: Record<string, string> = {
    ...extra,
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Content-Length': String(part.end - part.start + 1),
    ...(range.kind === 'part' ? { 'Content-Range': `bytes ${part.start}-${part.end}/${info.size}` } : {}),
  };
  const status = range.kind === 'part' ? 206 : 200;
  if (request.method === 'HEAD' || info.size === 0) return reply(status, headers);
  return reply(status, headers, Readable.toWeb(createReadStream(file, part)) as ReadableStream);
}

function reply(status: number, headers: Record<string, string> = {}, body: BodyInit | null = null): Response {
  return new Response(body, { status, headers: { ...securityHeaders, ...headers } });
}
