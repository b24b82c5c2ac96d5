/** Opens the app in a window of an installed Chromium, or shows its address. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { errorText } from '../core/contract/index.ts';
import { DomainError } from '../core/domain-error.ts';
import { libraryDir } from '../core/host/library-dir.ts';
import { announcement, serveLibrary, untilStopped } from './serve.ts';
import type { WebServer } from './server.ts';

export interface OpenOptions {
  library: string | undefined;
  port: number | undefined;
  /** Path of a Chromium browser; null = only show the address. */
  chromium: string | null;
}

/** Runs until the window is closed or the process is asked to end. */
export async function openInBrowser({ library, port, chromium }: OpenOptions): Promise<void> {
  const dir = libraryDir(library);
  try {
    const server = await serveLibrary({ libraryDir: dir, port, token: process.env.TINGJIAN_TOKEN });
    console.log(announcement(server));
    console.log(`录音库 Library: ${dir}`);
    await Promise.race(chromium ? [untilStopped(), windowClosed(chromium, server, dir)] : [untilStopped()]);
    await server.close();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`${errorText(error.code, error.params, 'zh')}\n${error.message}`);
    process.exitCode = 1;
  }
}

/** A browser that hands the window to one already running ends at once: that is not the user closing it. */
const HANDED_OVER_MS = 3000;

/** Other users of the machine can read a command line: the window gets a code that works once. */
function windowClosed(chromium: string, server: WebServer, dir: string): Promise<void> {
  const args = [
    `--app=${server.oneTimeAddress()}`,
    `--user-data-dir=${join(dir, 'window')}`,
    '--no-first-run',
    '--no-default-browser-check',
    // Chromium's sandbox refuses to run as root; the window shows nothing but our own page.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const started = Date.now();
  const child = spawn(chromium, args, { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('exit', () => {
      if (Date.now() - started > HANDED_OVER_MS) resolve();
    });
    // The browser would not start: the address on the terminal still works.
    child.once('error', () => {});
  });
}
