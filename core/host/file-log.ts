/**
 * The library's log: one JSON object per line, so that no message can forge a second line. Rotated by size.
 * Customers' numbers are hidden in it: recorders write them into file names, and errors quote those.
 * A log that cannot be written (full disk, read-only folder) never stops the work it tells about.
 */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../ports.ts';
import { maskSensitive } from '../text/sensitive.ts';

export interface FileLogOptions {
  dir: string;
  clock: Clock;
  /** A file that would grow beyond this many bytes is put aside. */
  maxBytes?: number;
  /** How many older files are kept. */
  keep?: number;
}

export function createFileLog({ dir, clock, maxBytes = 5_000_000, keep = 5 }: FileLogOptions): Log {
  const file = join(dir, 'tingjian.log');
  const older = (n: number) => join(dir, `tingjian.${n}.log`);

  const rotate = (bytes: number) => {
    if (sizeOf(file) + bytes <= maxBytes) return;
    rmSync(older(keep), { force: true });
    for (let n = keep - 1; n >= 1; n--) if (sizeOf(older(n)) > 0) renameSync(older(n), older(n + 1));
    if (sizeOf(file) > 0) renameSync(file, older(1));
  };
  const write = (level: string, message: string, data: Record<string, unknown>) => {
    const entry = { at: new Date(clock()).toISOString(), level, pid: process.pid, message, ...data };
    const line = `${JSON.stringify(entry, hideNumbers)}\n`;
    try {
      mkdirSync(dir, { recursive: true });
      rotate(Buffer.byteLength(line));
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // Nowhere is left to say so.
    }
  };
  return {
    info: (message, data = {}) => write('info', message, data),
    warn: (message, data = {}) => write('warn', message, data),
    error: (message, error, data = {}) => write('error', message, { ...data, error: plain(error) }),
  };
}

const hideNumbers = (key: string, value: unknown) =>
  typeof value === 'string' && key !== 'at' ? maskSensitive(value) : value;

function plain(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    name: error.name,
    text: error.message,
    stack: error.stack,
    ...(error.cause ? { cause: plain(error.cause) } : {}),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
