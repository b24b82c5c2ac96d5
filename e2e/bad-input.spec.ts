import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, samples, test } from './fixtures.ts';
import { makeWav, wavHeader } from './make-calls.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const mp3 = join(samples, '20260302_101544_8012_13700001111.mp3');
const hostileName = `王"先生' 的 $(touch pwned)录音.wav`;

const withFolder = test.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the object pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-bad-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

withFolder(
  'broken files are named with their reason, the others are imported, and a mended one on retry',
  async ({ page, library, folder }) => {
    // Through the CLI, so that the failures are about files that stay where they are.
    await writeFile(join(folder, 'good.wav'), makeWav(1));
    await writeFile(join(folder, hostileName), makeWav(2));
    await writeFile(join(folder, 'empty.wav'), '');
    await writeFile(join(folder, 'text.wav'), 'ffconcat version 1.0\nfile /etc/passwd\n');
    await writeFile(join(folder, 'cut.mp3'), (await readFile(mp3)).subarray(0, 100_000));
    await writeFile(join(folder, 'lying.wav'), Buffer.concat([wavHeader(2, 4_000_000_000), makeWav(3).subarray(44)]));
    await writeFile(join(folder, 'noise.mp3'), Buffer.alloc(5000, 7));
    await symlink(join(folder, 'nowhere'), join(folder, 'gone.wav'));
    await mkdir(join(folder, 'folder.wav'));
    const result = await library.cli<{
      imported: number;
      failed: { file: string }[];
      remarks: { file: string; code: string }[];
    }>('import', folder, join(folder, 'gone.wav'), '--no-analyze');
    // What a cut MP3 still holds is a call, and a header that lies about the length hides no sound.
    expect(result.imported).toBe(4);
    expect(result.remarks.map(({ file, code }) => [file, code])).toEqual([
      ['cut.mp3', 'SHORTER_THAN_CLAIMED'],
      ['lying.wav', 'SHORTER_THAN_CLAIMED'],
    ]);

    const app = new AppPage(page);
    const list = new LibraryPage(page);
    await app.open(library.address);
    await list.expectRecordings(4);
    await page
      .getByRole('region', { name: '导入录音' })
      .getByRole('button', { name: /^失败 \d/ })
      .click();
    const dialog = page.getByRole('dialog', { name: '未能导入的文件' });
    await expect(dialog.getByRole('listitem').filter({ hasText: 'empty.wav' })).toContainText('文件为空');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'text.wav' })).toContainText('不是可识别的录音');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'noise.mp3' })).toContainText(
      /不是可识别的录音|录音已损坏/,
    );
    await expect(dialog.getByRole('listitem').filter({ hasText: 'gone.wav' })).toContainText(/找不到文件|无法读取文件/);
    await expect(dialog.getByRole('listitem')).toHaveCount(result.failed.length);
    await expect(dialog).not.toContainText('root:');

    await writeFile(join(folder, 'empty.wav'), makeWav(4));
    await dialog.getByRole('listitem').filter({ hasText: 'empty.wav' }).getByRole('button', { name: '重试' }).click();
    await list.expectRecordings(5);

    const recordings = await library.cli<{ file: string; durationS: number }[]>('recordings');
    const length = (file: string) => recordings.find((recording) => recording.file === file)?.durationS;
    expect(recordings.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['good.wav', hostileName, 'cut.mp3', 'lying.wav', 'empty.wav']),
    );
    expect(length('lying.wav')).toBeCloseTo(10, 1);
    expect(length('cut.mp3')).toBeLessThan(60);
  },
);

withFolder(
  'a cut recording and an unreadable transcript are imported with a remark that the list, the preview and the review show',
  async ({ page, library, folder }) => {
    const name = '20260302_101544_8012_13700001111';
    await writeFile(join(folder, `${name}.mp3`), (await readFile(mp3)).subarray(0, 100_000));
    await writeFile(join(folder, `${name}.json`), '{"words": 17}');
    const app = new AppPage(page);
    const list = new LibraryPage(page);
    await app.open(library.address);
    await app.importFolder(folder);
    await list.expectRecordings(1);
    await expect(app.message(/导入 1 个.*1 个有提示/)).toBeVisible();
    await page.getByRole('region', { name: '导入录音' }).getByRole('button', { name: '1 个有提示，查看' }).click();
    const dialog = page.getByRole('dialog', { name: '已导入，但有提示' });
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await expect(dialog).toContainText('文件标明时长 2:14，实际只有 0:33 的声音');
    await expect(dialog).toContainText('20260302_101544_8012_137****1111.json 无法识别为转写');
    await dialog.getByRole('button', { name: '知道了' }).click();
    await expect(page.getByRole('region', { name: '导入录音' })).toBeHidden();
    await expect(list.row('8012').getByRole('img', { name: /实际只有 0:33/ })).toBeVisible();
    await expect(page.getByRole('note').filter({ hasText: '实际只有 0:33' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('region', { name: '录音信息' }).getByRole('button', { name: /实际只有 0:33/ }),
    ).toBeVisible();
  },
);

withFolder(
  'an upload with a hostile name arrives under that name and can be heard',
  async ({ page, library, folder }) => {
    await writeFile(join(folder, hostileName), makeWav(2));
    const app = new AppPage(page);
    await app.open(library.address);
    await app.importFolder(folder);
    const list = new LibraryPage(page);
    await list.expectRecordings(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('toolbar', { name: '播放' }).getByRole('button', { name: /^暂停/ })).toBeVisible();
    const [recording] = await library.cli<{ file: string }[]>('recordings');
    // A quotation mark is not allowed in names on Windows.
    expect(recording?.file).toBe(hostileName.replace('"', '_'));
  },
);

withFolder('a folder without recordings says so and imports nothing', async ({ page, library, folder }) => {
  await writeFile(join(folder, 'readme.md'), 'no calls here');
  const app = new AppPage(page);
  await app.open(library.address);
  await app.chooseFolder(folder);
  const sheet = page.getByRole('dialog', { name: '导入录音' });
  await expect(
    sheet
      .getByText(/没有录音文件|0 个录音/)
      .or(app.message(/没有录音文件/))
      .first(),
  ).toBeVisible();
  const start = sheet.getByRole('button', { name: '开始导入' });
  if (await start.isVisible()) await expect(start).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '还没有录音' })).toBeVisible();
});

withFolder(
  'a call record without its file column says which is missing; choosing the column mends it',
  async ({ page, library, folder }) => {
    await writeFile(join(folder, 'a.wav'), makeWav(1));
    await writeFile(join(folder, 'b.wav'), makeWav(2));
    await writeFile(
      join(folder, 'calls.csv'),
      '甲,坐席工号,坐席姓名,客户号码\r\na.wav,0071,张三,13800138001\r\nb.wav,0072,李四,13900139002\r\na.wav,0071,张三,13800138001\r\n',
    );
    const app = new AppPage(page);
    await app.open(library.address);
    await app.chooseFolder(folder);
    const sheet = page.getByRole('dialog', { name: '导入录音' });
    const table = page.waitForEvent('filechooser');
    await sheet.getByRole('button', { name: '选择话单' }).click();
    await (await table).setFiles(join(folder, 'calls.csv'));
    await expect(sheet.getByRole('alert')).toContainText(/缺少必需的列：.*录音文件/);
    await expect(sheet.getByRole('button', { name: '开始导入' })).toBeDisabled();
    await choose(page, '列对应: 甲', '录音文件');
    await expect(sheet.getByRole('alert')).toBeHidden();
    await sheet.getByRole('button', { name: '开始导入' }).click();
    const list = new LibraryPage(page);
    await list.expectRecordings(2);
    await expect(list.row('0071')).toContainText('张三');
    await expect(list.row('0072')).toContainText('139****9002');
    await expect(list.row('李四')).toHaveCount(1);
  },
);

withFolder('a wrong encoding is seen in the preview and switched there', async ({ page, library, folder }) => {
  await writeFile(join(folder, '20260309_090000_8011_13810000001.wav'), makeWav(1));
  const text = '录音文件,坐席工号,坐席姓名\n20260309_090000_8011_13810000001.wav,8011,王芳\n';
  await writeFile(join(folder, 'calls.csv'), Buffer.from(text, 'utf8'));
  const app = new AppPage(page);
  await app.open(library.address);
  await app.chooseFolder(folder);
  const sheet = page.getByRole('dialog', { name: '导入录音' });
  await expect(sheet.getByRole('cell', { name: '王芳' })).toBeVisible();
  await choose(page, '编码', 'GB18030');
  await expect(sheet.getByRole('cell', { name: '王芳' })).toBeHidden();
  await choose(page, '编码', 'UTF-8');
  await expect(sheet.getByRole('cell', { name: '王芳' })).toBeVisible();
  await sheet.getByRole('button', { name: '开始导入' }).click();
  await expect(new LibraryPage(page).row('王芳')).toBeVisible();
});

/** An entry of a drop-down list. */
async function choose(page: Page, list: string, entry: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(entry, { exact: true }).click();
}
