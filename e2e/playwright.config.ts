import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { electronProgram } from './electron-program.ts';

/** Without one Playwright takes its own. */
const chromium = findChromium();

/**
 * One spec set for both shells. `web` drives Chromium against the browser shell; `electron` drives the desktop app
 * where Electron's program is there, and otherwise every spec of it says why it was skipped.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Two cores: a decoder and a browser per test are enough for one worker.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  projects: [
    {
      name: 'web',
      testIgnore: '**/desktop.spec.ts',
      use: {
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
      },
    },
    { name: 'electron', testMatch: '**/desktop.spec.ts', metadata: { program: electronProgram() } },
  ],
});
