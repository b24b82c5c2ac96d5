import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetsAfterADay } from './once-a-day.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const folder = join(root, 'node_modules', 'electron');
const refused = forgetsAfterADay('electron-not-reachable');
const PROBE_MS = 4000;
const DOWNLOAD_MS = 180_000;

/**
 * Path of Electron's program, or null. Its download host is asked once a day, with a limit; the app never waits
 * for it in vain. ELECTRON_MIRROR names another host.
 */
export async function findElectron() {
  // Chromium's sandbox does not work for root, and the desktop app does not run without it.
  if (process.platform === 'linux' && process.getuid?.() === 0) return null;
  const present = programPath();
  if (present) return present;
  if (refused.isSet()) return null;
  const fetched = (await reachable()) && (await download());
  const program = fetched ? programPath() : null;
  if (program) return program;
  refused.set();
  console.error(
    '无法下载 Electron，改用浏览器窗口打开同一应用。Electron cannot be downloaded here: the same app opens in a browser window.',
  );
  return null;
}

function programPath() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

async function reachable() {
  const host =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/';
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
}

/** Electron's own installer checks the archive against the checksums in its package. */
async function download() {
  console.error('下载 Electron（仅一次） Downloading Electron (once) …');
  const signal = AbortSignal.timeout(DOWNLOAD_MS);
  return (await run(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 2, 2], signal })) === 0;
}
