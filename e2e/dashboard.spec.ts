/** From a mark of the dashboard to the second in the call that it counts. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import type { ServedLibrary } from './served-library.ts';

const standard = new URL('../scoring-templates/service-standard.json', import.meta.url);

/** Points are lost on ending without a number in two calls of 一组 (79.2 s and 24.5 s), on waiting in one of 二组 (17.8 s). */
async function scoreFour(library: ServedLibrary): Promise<void> {
  const recordings = await library.cli<{ id: string; file: string }[]>('recordings');
  const template = JSON.parse(await readFile(standard, 'utf8')) as { sections: { items: { id: string }[] }[] };
  const allYes = Object.fromEntries(
    template.sections.flatMap(({ items }) => items.map(({ id }) => [id, { answer: 'yes' }])),
  );
  for (const [start, lost] of [
    ['20260302_0915', 'closing-id'],
    ['20260302_0930', 'closing-id'],
    ['20260303_1402', 'wait-limit'],
    ['20260302_1015', null],
  ] as const)
    await library.score({
      recording: recordings.find(({ file }) => file.startsWith(start))!.id,
      template: 'service-standard',
      inspector: '周质检',
      answers: { ...allYes, ...(lost ? { [lost]: { answer: 'no' } } : {}) },
    });
}

test('reports are asked for by the same names as on the dashboard', async ({ page, sampleLibrary }) => {
  await scoreFour(sampleLibrary);
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('reports');
  const paper = page.getByRole('main');
  await expect(paper.getByRole('heading', { name: '质检日报' }).first()).toBeVisible();
  for (const [name, heading] of [
    ['昨天', '质检日报'],
    ['上周', '质检周报'],
    ['本月', '质检月报'],
    ['上月', '质检月报'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
    await expect(paper.getByRole('heading', { name: heading }).first()).toBeVisible();
  }
});

const scope = (page: Page) => page.getByRole('region', { name: '列表范围' });
const second = async (review: ReviewPage) => Number(await review.playhead.getAttribute('aria-valuenow'));

test('from a bar to hearing the second takes two keys, and going back finds list and dashboard as they were', async ({
  page,
  sampleLibrary,
}) => {
  await scoreFour(sampleLibrary);
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  const review = new ReviewPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('trends');
  await page.getByRole('radio', { name: '周', exact: true }).click();
  const items = page.getByRole('region', { name: '评分项差错' });
  // The bar itself, not the name beside it.
  await items.getByRole('row').filter({ hasText: '乐意再服务' }).locator('td[aria-hidden]').click();

  await list.expectRecordings(2);
  await expect(scope(page).getByRole('listitem')).toHaveText([/^03-02–03-06/, /^呼叫中心服务标准/, /乐意再服务 扣分/]);
  await expect(scope(page)).toContainText('2 通');
  await expect(list.row('8013 李强')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');

  await review.expectOpen('8013 李强');
  await expect(review.current()).toHaveAttribute('data-item', 'closing-id');
  await review.expectPlaying(true);
  // Begun a little before, the second itself is heard.
  await expect.poll(() => second(review)).toBeGreaterThan(24.5);

  await page.goBack();
  await list.expectRecordings(2);
  await expect(scope(page)).toContainText('乐意再服务');
  await page.goBack();
  await expect(page.getByRole('radio', { name: '周', exact: true })).toBeChecked();
  await expect(items.getByRole('row').filter({ hasText: '乐意再服务' })).toBeVisible();
});

test('where calls do not play by themselves Space does it; teams and weeks are named, and each part can be taken away', async ({
  page,
  sampleLibrary,
}) => {
  await scoreFour(sampleLibrary);
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  const review = new ReviewPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('settings');
  await page.getByRole('navigation', { name: '设置' }).getByRole('button', { name: '质检' }).click();
  await page.getByRole('switch', { name: '提交后自动播放下一条' }).click();
  await app.goTo('trends');
  const teams = page.getByRole('region', { name: '班组对比' });
  await teams.getByRole('button', { name: '二组' }).focus();
  await page.keyboard.press('Enter');
  await list.expectRecordings(1);
  await expect(scope(page).getByRole('listitem')).toHaveText([/^03-02–03-06/, /^二组/, /^已质检/]);
  await page.keyboard.press('Enter');
  await review.expectOpen('8015 赵雷');
  await expect(review.current()).toHaveAttribute('data-item', 'wait-limit');
  await expect.poll(() => second(review)).toBeCloseTo(15.8, 0);
  await review.expectPlaying(false);
  await page.keyboard.press('Space');
  await expect.poll(() => second(review)).toBeGreaterThan(17.8);

  await page.getByRole('button', { name: '返回列表' }).click();
  await scope(page).getByRole('button', { name: '去掉“二组”' }).click();
  await list.expectRecordings(4);
  await scope(page).getByRole('button', { name: '返回看板' }).click();
  await expect(teams).toBeVisible();
});
