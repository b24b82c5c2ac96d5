/**
 * What the waveform of a call of two hours costs once it stands: processor time (page and drawing) per zoom step and
 * per second of playing, and the time from the key of a step to the frame that shows it. Results: docs/decisions/0006.
 * Run: node bench/zoom-call.ts [rounds] [hours]. Needs a browser of the Chromium family (TINGJIAN_CHROMIUM names one).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { writeLongCall } from '../e2e/make-calls.ts';
import { ServedLibrary } from '../e2e/served-library.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { worked } from './page-work.ts';

const BAR_MS = 30;
const STEPS = 12;
const PLAYED_SECONDS = 10;
const rounds = Number(process.argv[2] ?? 5);
const hours = Number(process.argv[3] ?? 2);

/** Presses the key and waits for the frame after it. @returns ms to the end of that frame's work */
function step(page: Page, key: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          // The frame has begun: what follows in it is the step's own work, without waiting for a screen.
          const start = performance.now();
          document.activeElement!.dispatchEvent(
            new KeyboardEvent('keydown', { key: name, code: name, ctrlKey: true, bubbles: true, cancelable: true }),
          );
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          requestAnimationFrame(() => port2.postMessage(null));
        });
      }),
    key,
  );
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const folder = mkdtempSync(join(tmpdir(), 'tingjian-bench-zoom-'));
const library = await ServedLibrary.create();
try {
  await writeLongCall(join(folder, '20260309_090000_8011_13810000001.wav'), hours);
  await library.cli('import', folder, '--no-analyze');
  await library.start();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const session = await browser.newBrowserCDPSession();
  await page.goto(library.address);
  await page.getByRole('row').filter({ hasText: '8011' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('slider', { name: '播放位置' }).waitFor();
  await page.waitForTimeout(3000);
  const shown: number[] = [];
  const cost: number[] = [];
  const playing: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = await worked(session);
    await page.waitForTimeout(PLAYED_SECONDS * 1000);
    playing.push(((await worked(session)) - before) / PLAYED_SECONDS);
    await page.keyboard.press('F8');
    await page.waitForTimeout(500);
    const start = await worked(session);
    for (const key of ['ArrowDown', 'ArrowUp']) {
      for (let i = 0; i < STEPS; i++) {
        shown.push(await step(page, key));
        await page.waitForTimeout(50);
      }
    }
    cost.push(((await worked(session)) - start) / (2 * STEPS));
    await page.keyboard.press('F8');
  }
  await browser.close();
  const share = (ms: number) => `${ms.toFixed(1)} ms (${(ms / BAR_MS).toFixed(2)} of the bar)`;
  console.log(`${hours} h, zoom step: median ${share(median(shown))}, worst ${share(Math.max(...shown))}`);
  console.log(`${hours} h, zoom step, processor time: median ${median(cost).toFixed(1)} ms`);
  console.log(`${hours} h, a second of playing, processor time: median ${median(playing).toFixed(0)} ms`);
} finally {
  await library.remove();
  rmSync(folder, { recursive: true, force: true });
}
