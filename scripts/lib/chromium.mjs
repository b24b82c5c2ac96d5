/** The browser that `npm start` opens the app in, and that `npm test` drives. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { forgetsAfterADay } from './once-a-day.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** Also where PATH does not lead there: a program started from the desktop has a short one. */
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Of one user on Windows. */
const OWN_PLACES = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
const PROBE_MS = 4000;
const DOWNLOAD_MS = 300_000;

/** @param {{ PATH?: string, LOCALAPPDATA?: string }} [env] */
export function placesOfChromium(env = process.env) {
  const folders = [...FOLDERS, ...(env.PATH ?? '').split(delimiter)].filter((folder) => folder !== '');
  const own = env.LOCALAPPDATA ? OWN_PLACES.map((place) => join(env.LOCALAPPDATA, place)) : [];
  return [...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES, ...own];
}

/**
 * A browser of the Chromium family, or null. TINGJIAN_CHROMIUM names one that lies elsewhere.
 * @param {{ named?: string, places?: readonly string[] }} [where]
 */
export function findChromium({ named = process.env.TINGJIAN_CHROMIUM, places = placesOfChromium() } = {}) {
  return [named, ...places].find((path) => path && existsSync(path)) ?? null;
}

/**
 * A browser for the end-to-end tests: an installed one, Playwright's own that is there, or that one fetched where its
 * host can be reached (asked once a day; PLAYWRIGHT_DOWNLOAD_HOST names another). Null: there is none.
 */
export async function chromiumForTests({ installed = findChromium, own = playwrightsOwn, fetch = fetchOwn } = {}) {
  return installed() ?? (await own()) ?? ((await fetch()) ? own() : null);
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

async function fetchOwn() {
  const refused = forgetsAfterADay('chromium-not-reachable');
  if (refused.isSet()) return false;
  const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev';
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  try {
    await globalThis.fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    console.error('下载测试用浏览器（仅一次） Downloading a browser for the tests (once) …');
    const signal = AbortSignal.timeout(DOWNLOAD_MS);
    if ((await run(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2], signal })) === 0)
      return true;
  } catch {}
  refused.set();
  return false;
}
