/** The few ways in which the browser shell answers. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { parseByteRange } from '../core/media/byte-range.ts';

export interface FileReply {
  file: string;
  contentType: string;
  /** Set for downloads. */
  downloadName?: string;
  cacheControl: string;
}

/** Streams a file, or the part that its Range header asks for; 404 when it is not there. */
export async function sendFile(request: IncomingMessage, response: ServerResponse, reply: FileReply): Promise<void> {
  const info = await stat(reply.file).catch(() => null);
  if (!info?.isFile()) return sendText(response, 404, 'not found');
  const etag = `"${info.size.toString(16)}-${Math.trunc(info.mtimeMs).toString(16)}"`;
  response.setHeader('Content-Type', reply.contentType);
  response.setHeader('Cache-Control', reply.cacheControl);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', etag);
  if (reply.downloadName) response.setHeader('Content-Disposition', attachment(reply.downloadName));
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();

  // A range of an older version of the file would be spliced into the new one.
  const rangeHolds = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = parseByteRange(rangeHolds ? request.headers.range : undefined, info.size);
  if (range.kind === 'unsatisfiable') {
    return void response.writeHead(416, { 'Content-Range': `bytes */${info.size}`, 'Content-Length': 0 }).end();
  }
  const part = range.kind === 'part' ? range : { start: 0, end: info.size - 1 };
  response.setHeader('Content-Length', part.end - part.start + 1);
  if (range.kind === 'part') response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${info.size}`);
  response.writeHead(range.kind === 'part' ? 206 : 200);
  if (request.method === 'HEAD' || info.size === 0) return void response.end();
  await pipeline(createReadStream(reply.file, part), response).catch(whenPlayerLeaves);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(value));
}

/** A player that seeks drops the connection in the middle of a file: that is no error. */
function whenPlayerLeaves(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
}

/** RFC 6266: a plain name for old clients, the real one percent-encoded. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
