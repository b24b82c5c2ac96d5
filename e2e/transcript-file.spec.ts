import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, samples, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const call = '20260302_093012_8013_13911112222.wav';
/** Times of day, and letters instead of names: the customer speaks first. */
const foreign = '[09:30:14] A：喂，我的号码是13912345678\n[09:30:20] B：您好，请讲\n[09:30:24] A：我要查话费\n';

test('a transcript file is looked at, put right and attached, then exported as a document and a table', async ({
  page,
  library,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-e2e-transcript-'));
  const file = join(folder, 'asr.txt');
  await writeFile(file, foreign);
  await library.cli(
    'import',
    join(samples, call),
    '--cdr',
    join(samples, 'cdr.csv'),
    '--no-transcripts',
    '--no-analyze',
  );
  const app = new AppPage(page);
  await app.open(library.address);
  await new LibraryPage(page).openByKeyboard('8013');

  const choose = async (button: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    await (await chooser).setFiles(file);
  };
  await choose('导入转写');
  const dialog = page.getByRole('dialog', { name: '导入转写：asr.txt' });
  await expect(dialog).toContainText('9:30:14 – 9:30:25 （录音 0:31）');
  await expect(dialog.getByRole('alert')).toContainText('有 3 句在录音结束之后');
  await expect(dialog.getByRole('row').nth(1)).toContainText('我的号码是139****5678');
  await dialog.getByRole('button', { name: '对齐到录音' }).click();
  await expect(dialog).toContainText('0:02 – 0:13');
  await expect(dialog.getByRole('alert')).not.toContainText('录音结束之后');
  await dialog.getByRole('button', { name: '坐席与客户对调' }).click();
  await expect(dialog.getByRole('radiogroup', { name: '“A”是谁' }).getByRole('radio', { name: '客户' })).toBeChecked();
  await expect(dialog.getByRole('row').nth(1)).toContainText('客户');
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(app.message('已导入转写，共 3 句')).toBeVisible();

  const { segments } = await library.cli<{ segments: { speaker: string; start: number; text: string }[] }>(
    'transcript',
    call,
  );
  expect(segments.map(({ speaker, start, text }) => [speaker, start, text])).toEqual([
    ['customer', 2, '喂，我的号码是13912345678'],
    ['agent', 8, '您好，请讲'],
    ['customer', 12, '我要查话费'],
  ]);

  const exported = async (kind: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出转写' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    const arrived = await download;
    return { name: arrived.suggestedFilename(), bytes: await readFile(await arrived.path()) };
  };
  const document = await exported('Word 文档');
  expect(document.name).toBe('20260302_093012_8013_139____2222.docx');
  const xml = Buffer.from(unzipSync(document.bytes)['word/document.xml']!).toString();
  expect(xml).toContain('139****5678');
  expect(xml).not.toContain('13912345678');
  const table = await exported('表格');
  expect(table.name).toBe('20260302_093012_8013_13911112222.csv');
  expect(table.bytes.toString().split('\r\n')[2]).toBe('00:00:08.000,00:00:09.650,坐席,您好，请讲');

  // Dropped on the open call, another file takes the same way; it says what would give way.
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'again.srt'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, '1\n00:00:01,000 --> 00:00:02,000\n客服：您好\n');
  const dropped = page.getByRole('dialog', { name: '导入转写：again.srt' });
  await expect(dropped).toContainText('会替换现有的转写');
  await expect(dropped.getByRole('button', { name: '替换并导入' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(dropped).toBeHidden();
  await rm(folder, { recursive: true });
});
