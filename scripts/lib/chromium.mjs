/** The browser that `npm start` opens the app in, and that `npm test` drives. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forgetsAfterADay } from './once-a-day.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];
const PROBE_MS = 4000;
const DOWNLOAD_MS = 300_000;

/**
 * A browser of the Chromium family, or null. TINGJIAN_CHROMIUM names one that lies elsewhere.
 * @param {{ named?: string, places?: readonly string[] }} [where]
 */
export function findChromium({ named = process.env.TINGJIAN_CHROMIUM, places = PLACES } = {}) {
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
