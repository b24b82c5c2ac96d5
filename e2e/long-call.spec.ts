import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawnAfter, measureDrawing } from './first-drawing.ts';
import { expect, test } from './fixtures.ts';
import { writeLongCall } from './make-calls.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { ServedLibrary } from './served-library.ts';

/** The bar is 300 ms and bench/open-call.ts holds the app to it; here only a busy machine's worst is kept out. */
const DRAWN_MS = 1000;
const MEMORY_MB = 300;

test('a call of two hours shows its waveform at once and stays small in memory', async ({ page, browser, shells }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-long-'));
  try {
    await writeLongCall(join(folder, '20260309_090000_8011_13810000001.wav'), 2);
    const library = await ServedLibrary.create();
    shells.push(library);
    await library.cli('import', folder, '--no-analyze');
    await library.start();
    await measureDrawing(page);
    const app = new AppPage(page);
    const review = new ReviewPage(page);
    await app.open(library.address);
    await expect(new LibraryPage(page).row('8011')).toContainText('2:00:00');
    for (let round = 1; round <= 3; round++) {
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await drawnAfter(page)).length).toBe(round);
      await review.expectOpen('8011');
      if (round < 3) await app.goTo('library');
      await expect(page.getByRole('grid', { name: '录音库' })).toBeVisible({ visible: round < 3 });
    }
    const drawn = (await drawnAfter(page)).map(Math.round);
    console.log(`two hours: waveform drawn ${drawn.join(', ')} ms after Enter`);
    expect(Math.min(...drawn)).toBeLessThan(DRAWN_MS);

    // Played near the end, zoomed from the whole call to seconds and back.
    await review.goTo('1:58:20');
    for (let i = 0; i < 12; i++) await page.keyboard.press('Control+ArrowUp');
    await expect.poll(async () => Math.max(...(await review.inkOf('agent')))).toBeGreaterThan(10);
    await page.keyboard.press('Control+\\');
    await expect.poll(async () => Number(await review.playhead.getAttribute('aria-valuenow'))).toBeGreaterThan(7100);

    const session = await page.context().newCDPSession(page);
    // What only waits to be thrown away is not counted.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
    const system = await browser.newBrowserCDPSession();
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const memory = Math.max(...(await Promise.all(renderers.map(({ id }) => memoryOf(id)))));
    console.log(`two hours: JavaScript heap ${heap.toFixed(0)} MB, page process ${memory.toFixed(0)} MB`);
    expect(heap).toBeGreaterThan(1);
    expect(heap).toBeLessThan(MEMORY_MB);
    expect(memory).toBeLessThan(MEMORY_MB);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Proportional memory of a process in MB; 0 where the system does not tell. */
async function memoryOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024;
}
