/** PUT /upload/<batch>/<relative path>: streams a file into the library's inbox, from which it is imported. */

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sendJson, sendText } from './replies.ts';
import { uploadTarget } from './upload-path.ts';

/** Left free for the database, whatever is uploaded. */
const RESERVE_BYTES = 256 * 1024 * 1024;
const CHECK_EVERY_BYTES = 64 * 1024 * 1024;

/**
 * Answers 201 `{ path, root }`: where the file lies, and the file or folder to import.
 * @param rest what follows `/upload/`
 */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  inbox: string,
  rest: string,
): Promise<void> {
  if (request.method !== 'PUT') return sendText(response, 405, 'use PUT');
  const target = uploadTarget(rest);
  if (!target) return sendText(response, 400, 'no such place');
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > (await room(inbox))) return sendText(response, 507, 'disk full');

  const folder = join(inbox, target.batch);
  const wanted = join(folder, target.path);
  // Two names of one batch may become the same one: each upload has a file of its own until it is whole.
  const partial = join(dirname(wanted), `.${randomUUID()}.part`);
  try {
    await mkdir(dirname(wanted), { recursive: true, mode: 0o700 });
    await pipeline(
      request,
      (chunks: AsyncIterable<Buffer>) => whileRoom(chunks, inbox),
      createWriteStream(partial, { mode: 0o600 }),
    );
    const path = await freePlace(wanted);
    await rename(partial, path);
    sendJson(response, 201, { path, root: target.path === target.top ? path : join(folder, target.top) });
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    if (isFull(error)) return sendText(response, 507, 'disk full');
    if (isInTheWay(error)) return sendText(response, 409, 'a file has the name of this folder');
    // The sender left: nobody is there to be answered.
    if (!request.complete) return void response.destroy();
    throw error;
  }
}

/** Takes the name, or the next free one: `call (2).wav`. @returns the path of an empty file that is now ours */
async function freePlace(wanted: string): Promise<string> {
  const extension = extname(wanted);
  const stem = join(dirname(wanted), basename(wanted, extension));
  for (let n = 1; ; n++) {
    const path = n === 1 ? wanted : `${stem} (${n})${extension}`;
    try {
      await (await open(path, 'wx', 0o600)).close();
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Passes the bytes on until the reserve is reached; the announced length may have been a lie. */
async function* whileRoom(chunks: AsyncIterable<Buffer>, inbox: string): AsyncGenerator<Buffer> {
  let unchecked = 0;
  for await (const chunk of chunks) {
    unchecked += chunk.length;
    if (unchecked >= CHECK_EVERY_BYTES) {
      if ((await room(inbox)) <= 0) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
      unchecked = 0;
    }
    yield chunk;
  }
}

async function room(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - RESERVE_BYTES;
}

/** A part of the path is there, but is no folder. */
function isInTheWay(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === 'ENOTDIR' || (code === 'EEXIST' && syscall === 'mkdir');
}

function isFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
