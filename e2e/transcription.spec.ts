import { copyFile, mkdir, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { talkingModel, writeModel } from '../core/transcripts/engines/testing-ggml-model.ts';
import { writeTalkingSenseVoice } from '../core/transcripts/engines/testing-onnx-model.ts';
import { expect, samples, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

const spoken = '20260302_091503_8012_13800138001.wav';
const connectionLost = /WebSocket connection to .* failed|net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET)/;

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-models-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const models = (page: Page) => page.getByRole('table');
const queue = (page: Page) => page.getByRole('dialog', { name: '后台任务' });
const status = (page: Page) => page.getByRole('contentinfo').getByRole('button');

/** By its place, as on a computer without internet. */
async function addModel(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: '从这台电脑添加…' }).click();
  await page.keyboard.type(path);
  await page.keyboard.press('Enter');
}

test('without a model the way to one is shown; with one the open call is transcribed, and a queue rests, survives a kill and goes on', async ({
  page,
  sampleLibrary,
  expectedErrors,
}) => {
  expectedErrors.push(connectionLost);
  const app = new AppPage(page);
  const review = new ReviewPage(page);
  await app.open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-05 09:08');
  await review.expectOpen('8015 赵雷');
  await review.pause();
  await expect(page.getByText('未转写，仍可评分')).toBeVisible();
  await page.keyboard.press('Control+U');
  const question = page.getByRole('dialog', { name: '还不能转写' });
  await expect(question).toContainText('没有可用的转写模型');
  await page.keyboard.press('Enter');

  // A file that is no model is refused with the reason; the one that is whole is taken and used.
  await expect(models(page).getByRole('row')).toHaveCount(10);
  const damaged = writeModel(join(folder, 'house.bin'), talkingModel(['您']));
  await truncate(damaged, 200_000);
  await addModel(page, damaged);
  await expect(page.getByRole('alert')).toContainText('不完整或不是模型文件');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(writeTalkingSenseVoice(join(folder, 'house-voice'), ['您', '好']));
  await page.keyboard.press('Enter');
  const own = models(page).getByRole('row', { name: /house-voice/ });
  await expect(own).toContainText('正在使用');
  await own.getByRole('button', { name: '详情' }).click();
  await page.getByRole('button', { name: '计算校验值' }).click();
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible();

  await app.goTo('review');
  await page.keyboard.press('Control+U');
  await expect(app.message('优先转写这一通')).toBeVisible();
  await expect(page.getByRole('region', { name: '转写', exact: true }).getByText('您好').first()).toBeVisible();

  // All ten again, with the transcripts that they have.
  await app.goTo('library');
  await page.keyboard.press('Control+U');
  const plan = page.getByRole('dialog', { name: '转写' });
  await expect(plan).toContainText('已有转写的 10 通');
  await expect(plan.getByRole('button', { name: /^转写 0 通/ })).toBeDisabled();
  await plan.getByRole('radio', { name: '重新转写' }).click();
  await plan.getByRole('button', { name: /^转写 10 通/ }).click();
  await status(page).filter({ hasText: '转写' }).click();
  await queue(page).getByRole('button', { name: '暂停' }).click();
  await expect(queue(page).getByRole('button', { name: '继续' })).toBeVisible();
  const waiting = queue(page).getByRole('region', { name: '排队的录音' }).getByRole('listitem');
  const left = await waiting.count();
  expect(left).toBeGreaterThan(2);
  const last = (await waiting.last().getByRole('button').first().textContent())!;
  await waiting.last().getByRole('button', { name: '移到最前' }).click();
  await expect(waiting.first()).toContainText(last);
  await waiting.last().getByRole('button', { name: '移出队列' }).click();
  await expect(waiting).toHaveCount(left - 1);

  await sampleLibrary.kill();
  await expect(page.getByRole('contentinfo')).toContainText('后台进程已断开');
  await sampleLibrary.start();
  await expect(waiting.first()).toContainText(last);
  await queue(page).getByRole('button', { name: '继续' }).click();
  await expect(app.message('转写完成 9 通')).toBeVisible({ timeout: 40_000 });
  await expect(queue(page)).toContainText('没有正在进行的任务');
});

test('what an import brings is transcribed where that is set; a queue that cannot go on says why, and is retried', async ({
  page,
  library,
}) => {
  const app = new AppPage(page);
  await app.open(library.address);
  await page.evaluate(() => {
    location.hash = '#/settings/transcription';
  });
  await page.getByRole('switch', { name: /导入后自动转写/ }).click();
  const calls = join(folder, 'calls');
  await mkdir(calls);
  await copyFile(join(samples, spoken), join(calls, spoken));
  await app.goTo('library');
  await app.importFolder(calls);

  // No model: the job stops, the reason is on the screen, the call can be scored.
  await status(page).filter({ hasText: '任务已停止' }).click();
  await expect(queue(page)).toContainText('没有可用的转写模型');
  await queue(page).getByRole('button', { name: '转写模型' }).click();
  await addModel(page, writeTalkingSenseVoice(join(folder, 'house-voice'), ['您', '好']));
  await expect(models(page).getByRole('row', { name: /house-voice/ })).toContainText('正在使用');
  await queue(page).getByRole('button', { name: '重试' }).click();
  await expect(queue(page)).toContainText('没有正在进行的任务');
  await app.goTo('library');
  await page.keyboard.press('Escape');
  await new LibraryPage(page).openByKeyboard('03-02 09:15');
  await new ReviewPage(page).expectOpen('8012');
  await expect(page.getByRole('region', { name: '转写', exact: true }).getByText('您好').first()).toBeVisible();
});
