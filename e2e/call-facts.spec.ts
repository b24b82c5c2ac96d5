import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

test('agent, team and start of a call are corrected by keyboard, the rules follow, and Ctrl+Z takes it back', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const library = new LibraryPage(page);
  const review = new ReviewPage(page);
  await app.open(sampleLibrary.address);
  await library.row('13700001111').or(library.row('8012')).first().click();
  await page.keyboard.press('Alt+Enter');
  const dialog = page.getByRole('dialog', { name: '修改通话信息' });
  await expect(dialog.getByLabel('工号')).toBeFocused();
  await expect(dialog.getByRole('button', { name: '保存' })).toBeDisabled();
  await page.keyboard.type('8077');
  await dialog.getByLabel('姓名').fill('尉迟恭');
  await dialog.getByLabel('班组').fill('夜班组');
  await dialog.getByLabel('开始时间').fill('随便');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('看不懂开始时间“随便”');
  await dialog.getByLabel('开始时间').fill('2026-03-03 08:00:05');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const row = library.row('8077');
  await expect(row).toContainText('尉迟恭');
  await expect(row).toContainText('夜班组');
  await page.keyboard.press('Control+z');
  await expect(row).toBeHidden();
  await page.keyboard.press('Control+y');
  await expect(row).toContainText('夜班组');

  await row.dblclick();
  await review.expectOpen('8077');
  await page.keyboard.press('Alt+Enter');
  await dialog.getByRole('radio', { name: '呼出' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已修改 1 通的通话信息').last()).toBeVisible();
  await expect(page.getByRole('region', { name: '录音信息' })).toContainText('呼出');
});

test('a selection is corrected at once; where its calls differ the fields are empty and stay as they are', async ({
  page,
  sampleLibrary,
}) => {
  await new AppPage(page).open(sampleLibrary.address);
  await new LibraryPage(page).expectRecordings(10);
  await expect(page.getByRole('row').filter({ hasText: '8012' }).first()).toBeVisible();
  await page.getByRole('checkbox', { name: '全选' }).click();
  await page.getByRole('button', { name: '修改通话信息' }).click();
  const dialog = page.getByRole('dialog', { name: '修改 10 通的通话信息' });
  await expect(dialog.getByLabel('工号')).toHaveAttribute('placeholder', '各通不同，留空不改');
  await dialog.getByLabel('班组').fill('周末组');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('gridcell', { name: '周末组', exact: true })).toHaveCount(10);
  await expect(page.getByRole('row').filter({ hasText: '8012' }).first()).toBeVisible();
});
