import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, samples, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';

test('an import of the past is taken back under 导入记录, after a question that says what goes', async ({
  page,
  library,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-undo-'));
  try {
    const file = '20260302_101544_8012_13700001111.mp3';
    await copyFile(join(samples, file), join(folder, file));
    await library.cli('import', folder, '--no-analyze');
    const app = new AppPage(page);
    const list = new LibraryPage(page);
    await app.open(library.address);
    await list.expectRecordings(1);
    const preview = page.getByRole('complementary').last();
    await expect(preview).toContainText('机器还没有分析这条录音');
    await expect(preview).not.toContainText('没有需要注意的发现');
    await page.getByRole('menuitem', { name: '文件' }).click();
    await page.getByRole('menuitem', { name: '导入记录…' }).click();
    const history = page.getByRole('dialog', { name: '导入记录' });
    await history.getByRole('button', { name: '导入结果' }).click();
    const result = page.getByRole('dialog', { name: '导入结果' });
    await expect(result).toContainText('导入录音1');
    await result.getByRole('button', { name: '撤销导入' }).click();
    const question = page.getByRole('dialog', { name: /^撤销导入/ });
    await expect(question).toContainText('移出这次导入的 1 通录音');
    await question.getByRole('button', { name: '撤销导入' }).click();
    await expect(page.getByText('已撤销导入：移出 1 通，恢复 0 通')).toBeVisible();
    await expect(list.row(/8012/)).toBeHidden();
    await page.getByRole('menuitem', { name: '文件' }).click();
    await page.getByRole('menuitem', { name: '导入记录…' }).click();
    await expect(history).toContainText('撤销');
    await expect(history.getByRole('button', { name: '撤销导入' })).toBeDisabled();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a cell that was not understood is mended where the import ends, and its call follows', async ({
  page,
  library,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-mend-'));
  try {
    await copyFile(join(samples, '20260302_101544_8012_13700001111.mp3'), join(folder, 'a.mp3'));
    const cdr = join(folder, 'cdr.csv');
    await writeFile(cdr, '录音文件,工号,开始时间,客户号码,挂机方\na.mp3,8012,周一上午,13700001111,甲方\n');
    await library.cli('import', folder, '--cdr', cdr, '--no-analyze');
    await new AppPage(page).open(library.address);
    await new LibraryPage(page).expectRecordings(1);
    const openResult = async () => {
      await page.getByRole('menuitem', { name: '文件' }).click();
      await page.getByRole('menuitem', { name: '导入记录…' }).click();
      await page.getByRole('dialog', { name: '导入记录' }).getByRole('button', { name: '导入结果' }).click();
    };
    await openResult();
    const result = page.getByRole('dialog', { name: '导入结果' });
    await expect(result).toContainText('周一上午');
    await page.keyboard.press('Escape');
    await expect(result).toBeHidden();
    await openResult();
    const start = result.getByRole('textbox', { name: '开始时间“周一上午”应读作' });
    await start.fill('周一');
    await start.press('Enter');
    await expect(result.getByRole('alert')).toContainText('“周一”也看不懂');
    await start.fill('2026-03-02 10:15:44');
    await start.press('Enter');
    await expect(start).toBeHidden();
    await expect(result).toContainText('甲方');
    await result.getByRole('button', { name: '留空' }).click();
    await expect(result).not.toContainText('无法识别');
    // The row that had the focus is gone; the key still reaches the dialog.
    await page.keyboard.press('Escape');
    await expect(result).toBeHidden();
    await expect(new LibraryPage(page).row('8012')).toContainText('03-02 10:15');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
