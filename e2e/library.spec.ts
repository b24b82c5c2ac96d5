import { expect, samples, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';

test('an empty library says what to do, and imports a folder with its call records by dialog', async ({
  page,
  library,
}) => {
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  await app.open(library.address);
  await expect(page.getByRole('heading', { name: '还没有录音' })).toBeVisible();
  await app.importFolder(samples);
  await list.expectRecordings(10);
  const row = list.row('03-02 10:15');
  await expect(row).toContainText('8012 张敏');
  await expect(row).toContainText('一组');
  await expect(row).toContainText('137****1111');
  await expect(row).toContainText('2:13');
});

test('the sample library opens with one click, apart from the own one, says so and leads back', async ({
  page,
  library,
}) => {
  test.setTimeout(180_000);
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  await app.open(library.address);
  await page.getByRole('button', { name: '打开示例库' }).click();
  // Ten calls are decoded and analysed meanwhile.
  await list.expectRecordings(10, 120_000);
  await expect(page.getByRole('banner').getByText('示例库', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle('示例库 · 听鉴');
  // Its sound is its own as well.
  await list.openByKeyboard('03-02 09:15');
  await expect
    .poll(async () => Number(await page.getByRole('slider', { name: '播放位置' }).getAttribute('aria-valuenow')))
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: '返回自己的录音库' }).click();
  await expect(page.getByRole('button', { name: '打开示例库' })).toBeVisible();
  expect(await library.cli<unknown[]>('recordings')).toEqual([]);
});

test('search finds pinyin initials, agent numbers, last digits and spoken words', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  await app.open(sampleLibrary.address);
  await list.expectRecordings(10);
  for (const [text, count] of [
    ['zm', 3],
    ['8015', 2],
    ['8888', 1],
    ['机顶盒', 1],
  ] as const) {
    await list.search(text);
    await list.expectRecordings(count);
    await list.clearSearch();
    await list.expectRecordings(10);
  }
});

test('the keyboard walks the list, and Enter opens the call for review', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  await app.open(sampleLibrary.address);
  await list.expectRecordings(10);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(list.row('03-05 09:08')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/review\//);
});

test('the language changes without a restart', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('settings');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('removing recordings asks first and leaves the files on disk', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  await app.open(sampleLibrary.address);
  await list.expectRecordings(10);
  // The preview has its sound before the recording goes: who asks for a removed one's is told that it is gone.
  await expect(page.getByRole('complementary', { name: '试听' }).getByRole('button', { name: '试听' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Delete');
  const question = page.getByRole('dialog', { name: '移出 1 条录音？' });
  await expect(question).toContainText('磁盘上的原始录音不动');
  await question.getByRole('button', { name: '移出' }).click();
  await expect(question).toBeHidden();
  await list.expectRecordings(9);
});
