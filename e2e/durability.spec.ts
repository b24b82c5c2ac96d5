import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './fixtures.ts';
import { makeCalls } from './make-calls.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

/** Titles of the first items of the service standard that apply to this inbound call without names, in their order. */
const items = [
  '三声内接听',
  '问候并报企业名称',
  '主动报出工号',
  '等待前征得同意',
  '等待中保持联系',
  '等待后致谢',
] as const;
const connectionLost =
  /WebSocket connection to .* failed|net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|CONTENT_LENGTH_MISMATCH)/;

test('a kill in the middle of scoring loses no answer', async ({ page, sampleLibrary, expectedErrors }) => {
  expectedErrors.push(connectionLost);
  const review = new ReviewPage(page);
  await new AppPage(page).open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-02 10:15');
  await review.expectOpen('8012 张敏');
  await review.pause();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await review.expectSaved();

  // One answer is on its way when the core dies, two more are given while it is away.
  await page.keyboard.press('2');
  await sampleLibrary.kill();
  await expect(page.getByRole('contentinfo')).toContainText('后台进程已断开');
  await page.keyboard.press('3');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('断开时写的备注');
  await page.keyboard.press('Enter');
  const expectAll = async () => {
    await review.expectAnswer(items[0], '合格');
    await review.expectAnswer(items[1], '不合格');
    await review.expectAnswer(items[2], '不合格');
    await review.expectAnswer(items[3], '部分');
    await review.expectAnswer(items[4], '不适用');
    await review.expectAnswer(items[5], null);
    await expect(page.getByRole('region', { name: '转写' }).getByRole('tab', { name: '备注 1' })).toBeVisible();
  };
  await expectAll();
  // Longer away than a single call waits for the connection: the queue itself must keep what is unsaved.
  await wait(6000);
  await expectAll();

  await sampleLibrary.start();
  await review.expectSaved();
  await expectAll();
  // The queue is empty once the score, which only the core reckons, is that of all answers.
  await expect(review.form.getByText('已判 5 / 42', { exact: true })).toBeVisible();
  await page.reload();
  await review.expectOpen('8012 张敏');
  await expectAll();
});

test('answers that were acknowledged outlive a kill and a closed page', async ({
  page,
  sampleLibrary,
  expectedErrors,
}) => {
  expectedErrors.push(connectionLost);
  const review = new ReviewPage(page);
  await new AppPage(page).open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-02 10:15');
  await review.expectOpen('8012 张敏');
  await review.pause();
  const address = page.url();
  for (const key of ['2', '2', '2', '3', '1', '1']) await page.keyboard.press(key);
  await expect(review.form.getByText('已判 6 / 42', { exact: true })).toBeVisible();
  await review.expectScore('81.33', '不合格');
  await sampleLibrary.kill();
  await page.goto('about:blank');
  await sampleLibrary.start();
  await page.goto(address);
  await review.expectOpen('8012 张敏');
  for (const [item, answer] of [
    [items[0], '不合格'],
    [items[1], '不合格'],
    [items[2], '不合格'],
    [items[3], '部分'],
    [items[4], '合格'],
    [items[5], '合格'],
  ] as const)
    await review.expectAnswer(item, answer);
  await review.expectScore('81.33', '不合格');
});

test('a kill in the middle of an import keeps what was done and imports the rest after a restart', async ({
  page,
  library,
  expectedErrors,
}) => {
  expectedErrors.push(connectionLost);
  const count = 16;
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-calls-'));
  try {
    await makeCalls(folder, { count, seconds: 120 });
    const app = new AppPage(page);
    const list = new LibraryPage(page);
    await app.open(library.address);
    await app.importFolder(folder);
    const banner = page.getByRole('region', { name: '导入录音' });
    await expect(banner.getByText(/^[2-9] \/ 16$/)).toBeVisible();
    await library.kill();
    const before = await library.cli<{ id: string }[]>('recordings');
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(count);

    // The page waits and finds the core again by itself.
    await wait(500);
    await library.start();
    await list.expectRecordings(count);
    await expect(banner).toBeHidden();
    const after = await library.cli<{ id: string; sha256: string }[]>('recordings');
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    expect(new Set(after.map(({ sha256 }) => sha256)).size).toBe(count);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
