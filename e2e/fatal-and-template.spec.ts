import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { ServedLibrary, samples } from './served-library.ts';

/** A call in which the agent uses forbidden phrases, and one with a wait of over a minute. */
const rude = { row: '03-02 09:30', agent: '8013 李强' };
const withWait = { row: '03-02 10:15', agent: '8012 张敏' };

async function openCall(page: Page, library: ServedLibrary, call: { row: string; agent: string }): Promise<ReviewPage> {
  await new AppPage(page).open(library.address);
  await new LibraryPage(page).openByKeyboard(call.row);
  const review = new ReviewPage(page);
  await review.expectOpen(call.agent);
  await review.pause();
  return review;
}

test.describe('a fatal finding that nobody decided', () => {
  test('is not passed by the key that submits: it leads there, and the bar says what submitting would', async ({
    page,
    sampleLibrary,
  }) => {
    const app = new AppPage(page);
    const review = await openCall(page, sampleLibrary, rude);
    const bar = page.getByRole('alert', { name: /致命发现 1 条未判/ });
    await expect(bar).toContainText(/若提交：[\d.]+ 分，(合格|不合格)/);
    // Machine and person stand side by side.
    await expect(review.form.getByText('人判', { exact: true })).toBeVisible();
    await expect(review.form.getByText('机判', { exact: true })).toBeVisible();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Enter');
    await expect(review.current()).toContainText('服务忌语');
    await expect(app.message(/^已提交/)).toHaveCount(0);
    await review.expectOpen(rude.agent);
    await expect(bar).toBeVisible();
    // It is so: the bar goes, and with it what stood in the way.
    await page.keyboard.press('2');
    await expect(bar).toBeHidden();
    await review.expectScore('0', '不合格');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText(/只听了 \d+%/);
    await page.keyboard.press('Control+Enter');
    await expect(app.message('已提交：0 分，不合格')).toBeVisible();
  });

  test('is passed knowingly by a key of its own', async ({ page, sampleLibrary }) => {
    const app = new AppPage(page);
    await openCall(page, sampleLibrary, rude);
    await expect(page.getByRole('alert', { name: /致命发现/ })).toBeVisible();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(app.message(/^已提交/)).toBeVisible();
  });
});

test('a call that was not analysed is not passed by the key that submits: the bar says that nobody checked it', async ({
  page,
  shells,
}) => {
  const library = await ServedLibrary.create();
  shells.push(library);
  await library.cli('import', join(samples, '20260302_093012_8013_13911112222.wav'), '--no-analyze');
  await library.start();
  const app = new AppPage(page);
  await app.open(library.address);
  await new LibraryPage(page).openByKeyboard('8013');
  const review = new ReviewPage(page);
  await review.expectOpen('8013');
  await review.pause();
  const bar = page.getByRole('alert', { name: '机器没有检查过这通录音' });
  await expect(bar).toContainText(/未分析.*致命项未经核对；48 项没有人作答/);
  await expect(bar).toContainText(/若提交：100 分，合格/);
  for (let i = 0; i < 2; i++) await page.keyboard.press('Control+Enter');
  await expect(app.message(/没有检查过这通录音，没有提交/).first()).toBeVisible();
  await expect(app.message(/^已提交/)).toHaveCount(0);
  await review.expectOpen('8013');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(app.message(/^已提交/)).toBeVisible();
  await expect(page.getByText('未经机器检查', { exact: true })).toBeVisible();
});

test('another template and back loses nothing: it asks first, and Ctrl+Z undoes it', async ({
  page,
  sampleLibrary,
}) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await page.keyboard.press('2');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('2');
  await review.expectAnswer('三声内接听', '不合格');
  await review.expectAnswer('等待不超过一分钟', '不合格');
  await review.expectScore('91', '合格');
  const info = page.getByRole('region', { name: '录音信息' });
  const choose = async (title: string) => {
    await info.getByRole('button', { name: /v\d+$/ }).click();
    await page.getByRole('menuitem', { name: title }).click();
  };

  await choose('现场管理：通话扣分');
  const dialog = page.getByRole('dialog', { name: '更换评分模板' });
  await expect(dialog).toContainText(/\d 项判定暂存/);
  await expect(dialog).toContainText('三声内接听');
  await dialog.getByRole('button', { name: '取消' }).click();
  await review.expectAnswer('三声内接听', '不合格');

  await choose('现场管理：通话扣分');
  await dialog.getByRole('button', { name: '更换' }).click();
  await expect(review.item('三声内接听')).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await review.expectAnswer('三声内接听', '不合格');

  await choose('现场管理：通话扣分');
  await dialog.getByRole('button', { name: '更换' }).click();
  await expect(review.item('三声内接听')).toHaveCount(0);
  await choose('呼叫中心服务标准');
  await review.expectAnswer('三声内接听', '不合格');
  await review.expectAnswer('等待不超过一分钟', '不合格');
  await review.expectScore('91', '合格');
});
