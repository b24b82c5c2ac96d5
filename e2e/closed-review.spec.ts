import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

const standard = new URL('../scoring-templates/service-standard.json', import.meta.url);

test('on a submitted call a digit says why it does nothing, and a key retracts the review', async ({
  page,
  sampleLibrary,
}) => {
  const recordings = await sampleLibrary.cli<{ id: string; file: string }[]>('recordings');
  const template = JSON.parse(await readFile(standard, 'utf8')) as { sections: { items: { id: string }[] }[] };
  const items = template.sections.flatMap((section) => section.items);
  await sampleLibrary.score({
    recording: recordings.find(({ file }) => file.startsWith('20260302_0915'))!.id,
    template: 'service-standard',
    inspector: '周质检',
    answers: Object.fromEntries(items.map(({ id }) => [id, { answer: 'yes' }])),
  });
  const app = new AppPage(page);
  const review = new ReviewPage(page);
  await app.open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-02 09:15');
  await review.expectOpen('8012 张敏');
  await page.keyboard.press('2');
  await expect(app.message('已提交，不能改动；按 Ctrl+Backspace 撤回修改')).toBeVisible();
  await page.keyboard.press('Control+Backspace');
  const dialog = page.getByRole('dialog', { name: '撤回修改' });
  await dialog.getByRole('textbox').fill('漏听一处');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /^跳过 Ctrl/ })).toBeVisible();
});

test('an open menu takes the arrow keys; the list behind it stays where it is', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  const rows = page.getByRole('grid').locator('[aria-selected="true"]');
  await page.keyboard.press('ArrowDown');
  const before = await rows.first().textContent();
  await page.getByRole('menuitem', { name: '查看' }).click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await rows.first().textContent()).toBe(before);
  await expect(menu.locator(':focus')).toHaveCount(1);
});
