import { availableParallelism } from 'node:os';
import { defineConfig, type PlaywrightTestProject } from '@playwright/test';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { electronProgram } from './electron-program.ts';

/** Without one Playwright takes its own. */
const chromium = findChromium();

/** These measure time, sound or memory of a page, and so have the machine to themselves. */
const measured = ['**/long-call.spec.ts', '**/main-flow.spec.ts'];

const inChromium: PlaywrightTestProject['use'] = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  launchOptions: {
    ...(chromium ? { executablePath: chromium } : {}),
    args: [
      '--no-sandbox',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  },
};

/**
 * One spec set for both shells. `web` and `measured` drive Chromium against the browser shell, `measured` in a run of
 * its own (`npm test` does so); `electron` drives the desktop app where Electron's program is there, and otherwise
 * every spec of it says why it was skipped.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // No bar of the product: two tests share a machine, and a test that hangs has to end.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  // A test waits for its page, its core and its decoder in turn: two of them fill two cores.
  workers: Math.min(2, availableParallelism()),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  projects: [
    { name: 'web', testIgnore: ['**/desktop.spec.ts', ...measured], use: inChromium },
    { name: 'measured', testMatch: measured, use: inChromium, workers: 1 },
    { name: 'electron', testMatch: '**/desktop.spec.ts', metadata: { program: electronProgram() } },
  ],
});
