/**
 * How long a recording of two hours takes from Enter in the list to its waveform, in Chromium: as the first call of
 * a page and as the next one, and as share of the bar of 300 ms; and the processor time of page and drawing from that
 * Enter to a second after the waveform, which other work on the machine changes less. Results: docs/decisions/0006.
 * Run: node bench/open-call.ts [pages] [hours]. Needs a browser of the Chromium family (TINGJIAN_CHROMIUM names one).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { drawnAfter, measureDrawing } from '../e2e/first-drawing.ts';
import { writeLongCall } from '../e2e/make-calls.ts';
import { ServedLibrary } from '../e2e/served-library.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { worked } from './page-work.ts';

const BAR_MS = 300;
const pages = Number(process.argv[2] ?? 10);
const hours = Number(process.argv[3] ?? 2);

/** Talk without end, a sentence every five seconds. */
function writeTranscript(path: string): void {
  const segments = Array.from({ length: hours * 720 }, (_, i) => ({
    speaker: i % 2 === 0 ? 'agent' : 'customer',
    start: i * 5,
    end: i * 5 + 4,
    text: `${i % 2 === 0 ? '您好，我马上为您查询一下' : '我的宽带从昨天晚上开始就上不了网'}，第 ${i} 句。`,
  }));
  writeFileSync(path, JSON.stringify({ segments }));
}

interface Opened {
  /** Of the first call and the second one, in ms. */
  drawn: [number, number];
  work: [number, number];
}

async function openTwice(browser: Browser, address: string): Promise<Opened> {
  const session = await browser.newBrowserCDPSession();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await measureDrawing(page);
  await page.goto(address);
  await page.getByRole('row').filter({ hasText: '8011' }).waitFor();
  // Who opens a call has read its row.
  await page.waitForTimeout(1000);
  const open = async (calls: number): Promise<number> => {
    const before = await worked(session);
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => window.drawnAfter.length === count, calls);
    await page.waitForTimeout(1000);
    return (await worked(session)) - before;
  };
  const work: [number, number] = [await open(1), 0];
  await page.keyboard.press('Control+2');
  await page.getByRole('row').filter({ hasText: '8011' }).waitFor();
  await page.waitForTimeout(1000);
  work[1] = await open(2);
  const [first, next] = await drawnAfter(page);
  await page.close();
  return { drawn: [first!, next!], work };
}

function report(name: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const share = (ms: number) => `${Math.round(ms)} ms (${(ms / BAR_MS).toFixed(2)} of the bar)`;
  console.log(`${name}: median ${share(sorted[sorted.length >> 1]!)}, worst ${share(sorted.at(-1)!)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'tingjian-bench-open-'));
const library = await ServedLibrary.create();
try {
  const name = '20260309_090000_8011_13810000001';
  await writeLongCall(join(folder, `${name}.wav`), hours);
  writeTranscript(join(folder, `${name}.json`));
  await library.cli('import', folder, '--transcripts', '--no-analyze');
  await library.start();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const times: Opened[] = [];
  for (let i = 0; i < pages; i++) times.push(await openTwice(browser, library.address));
  await browser.close();
  for (const [at, name] of [`${hours} h, first call of a page`, `${hours} h, next call`].entries()) {
    report(
      name,
      times.map(({ drawn }) => drawn[at]!),
    );
    const work = times.map((one) => one.work[at]!).toSorted((a, b) => a - b);
    console.log(`${name}, processor time: median ${Math.round(work[work.length >> 1]!)} ms`);
  }
} finally {
  await library.remove();
  rmSync(folder, { recursive: true, force: true });
}
