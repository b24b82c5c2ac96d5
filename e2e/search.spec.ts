import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { SearchPage } from './pages/search-page.ts';

test('what was said is found in all calls, heard from two seconds before, and opened at its second', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const search = new SearchPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('search');
  await search.ask('8012');
  await search.expectFound(3, 3);
  await expect(search.results.locator('mark')).toHaveText(['八零一二', '八零一二', '八零一二']);
  await search.ask('请您稍等');
  await search.expectFound(2, 2);
  await expect(search.current()).toContainText('请您稍等好吗');
  await expect(search.current()).toContainText('帮我查一下上个月为什么多扣了三十块');
  await page.keyboard.press('ArrowDown');
  await expect(search.current()).toContainText('请您稍等，可以吗');
  await expect(search.preview).toContainText('8012 张敏');

  const audio = search.preview.locator('audio');
  await expect(audio).toBeAttached();
  await page.keyboard.press('Space');
  await expect(search.preview.getByRole('button', { name: '试听' })).toBeVisible();
  // The sentence begins at 0:16.6.
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(14.4);
  expect(await audio.evaluate((player: HTMLAudioElement) => player.played.start(0))).toBeCloseTo(14.6, 0);
  await page.keyboard.press('Space');
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.paused)).toBe(true);

  await page.keyboard.press('Enter');
  const review = new ReviewPage(page);
  await review.expectOpen('8012 张敏');
  await review.pause();
  const second = Number(await review.playhead.getAttribute('aria-valuenow'));
  expect(second).toBeGreaterThanOrEqual(15);
  expect(second).toBeLessThan(60);
});

test('initials suggest an agent; speaker, time and scope narrow what is found', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  const search = new SearchPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('search');
  await search.ask('您好');
  await search.expectFound(8, 7);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('您好 zm');
  await page.getByRole('option', { name: /8012 张敏/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search.field).toHaveValue('您好');
  await search.expectFound(4, 3);
  await search.panel.getByRole('checkbox', { name: '客户' }).check();
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
  await search.panel.getByRole('button', { name: '清空筛选' }).click();
  await search.panel.getByRole('radio', { name: '结尾' }).click();
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
  await search.panel.getByRole('radio', { name: '开头' }).click();
  await search.expectFound(7, 7);

  await search.panel.getByRole('button', { name: '清空筛选' }).click();
  await search.ask('账单 稍等');
  await search.expectFound(1, 1);
  await search.ask('信号 重启');
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
  await page.getByRole('radio', { name: '同一通' }).click();
  await expect(search.results.getByRole('row').first()).toContainText('8012 张敏');
  await search.ask('信号 重启 -再见');
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
});

test('a saved search keeps its calls at hand: as a queue, as a list, as clips; what goes comes back', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const search = new SearchPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('search');
  await search.ask('请您稍等');
  await search.expectFound(2, 2);
  await page.keyboard.press('Control+S');
  await page.getByRole('textbox', { name: '名称' }).fill('等待');
  await page.keyboard.press('Enter');
  await expect(search.saved('等待')).toBeVisible();
  await search.saved('等待').hover();
  await search.panel.getByRole('button', { name: '删除' }).click();
  await expect(search.saved('等待')).toBeHidden();
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(search.saved('等待')).toBeVisible();

  await page.reload();
  await search.saved('等待').click();
  await search.expectFound(2, 2);
  await page.keyboard.press('Control+Enter');
  const review = new ReviewPage(page);
  await review.expectOpen('8016 陈静');
  await expect(page.getByRole('region', { name: '录音信息' })).toContainText('1 / 2');
  await page.keyboard.press('Control+PageDown');
  await review.expectOpen('8012 张敏');
  await app.goTo('library');
  const list = new LibraryPage(page);
  await list.expectRecordings(2);
  await page.getByRole('button', { name: '请您稍等' }).click();
  await list.expectRecordings(10);

  await app.goTo('search');
  await page.keyboard.press('Control+B');
  await page.getByRole('dialog', { name: '存为培训片段' }).getByRole('button', { name: '生成片段' }).click();
  await expect(app.message('已生成 2 个片段')).toBeVisible();
  await expect(
    page.getByRole('grid', { name: '片段' }).getByRole('row').filter({ hasText: '8016 陈静' }),
  ).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('heading', { name: '还没有片段' })).toBeVisible();
});
