import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { decodeAll, sample } from '../core/audio/testing.ts';
import { expect, samples, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { listenToPlayers, placeOf, recordPlayed } from './played-sound.ts';

test('from a folder of recordings to the exported report, scored by keyboard alone', async ({ page, library }) => {
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  const review = new ReviewPage(page);
  await app.open(library.address);
  await app.importFolder(samples);
  await list.expectRecordings(10);
  await expect(list.row('03-02 10:15')).not.toContainText('未分析');

  await list.openByKeyboard('03-02 10:15');
  await review.expectOpen('8012 张敏');
  await review.pause();
  // 三声内接听 yes, 问候 no (4 points), 工号 partly (2.5 of 5); the chapter's 28 points are shared by items worth 21,
  // since two are about outbound calls, two about a transfer and one about a name, which did not occur.
  for (const key of ['1', '2', '3']) await page.keyboard.press(key);
  await review.expectScore('91.33', '合格');
  // The first finding is the wait of 74 s: it is so, which costs the 5 points of its item.
  await page.keyboard.press('PageDown');
  await page.keyboard.press('2');
  await review.expectAnswer('等待不超过一分钟', '不合格');
  await review.expectScore('86.33', '合格');
  await page.keyboard.press('Enter');
  await page.keyboard.type('等待七十多秒，中途没有回来说明');
  await page.keyboard.press('Enter');
  await expect(review.form.getByText('等待七十多秒，中途没有回来说明')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText(/只听了 \d+%/);
  await page.keyboard.press('Control+Enter');
  await expect(app.message('已提交：86.33 分，合格')).toBeVisible();

  await app.goTo('reports');
  const paper = page.getByRole('article').first();
  await expect(paper.getByRole('heading', { name: '质检日报' })).toBeVisible();
  await expect(paper).toContainText('2026-03-02');
  await expect(paper.getByRole('definition').filter({ hasText: '86.33' })).toBeVisible();
  await expect(paper.getByRole('definition').filter({ hasText: '1 / 3' })).toContainText('33.3%');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+E');
  const file = await (await download).path();

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(file)) as unknown as ArrayBuffer);
  const reviews = rowsOf(workbook.getWorksheet('质检明细')!);
  expect(reviews).toHaveLength(1);
  expect(reviews[0]).toMatchObject({
    工号: '8012',
    姓名: '张敏',
    班组: '一组',
    客户号码: '137****1111',
    致命判定前得分: 86.33,
    最终得分: 86.33,
    结果: '合格',
  });
  const lost = rowsOf(workbook.getWorksheet('差错明细')!);
  expect(lost.map((row) => [row.条款, row.扣分])).toEqual(
    expect.arrayContaining([
      ['26.1', 5.34],
      ['26.1', 3.33],
      ['24.14', 5],
    ]),
  );
  expect(lost).toHaveLength(3);
  const summary = valuesOf(workbook.getWorksheet('汇总')!);
  expect(summary.find((row) => row.includes('平均分'))).toContain(86.33);
});

test('the waveform shows who speaks when', async ({ page, sampleLibrary }) => {
  await new AppPage(page).open(sampleLibrary.address);
  const review = new ReviewPage(page);
  await new LibraryPage(page).openByKeyboard('03-02 10:15');
  await review.expectOpen('8012 张敏');
  await expect.poll(async () => Math.max(...(await review.inkOf('agent')))).toBeGreaterThan(10);
  const [agent, customer] = [await review.inkOf('agent'), await review.inkOf('customer')];
  // The whole call of 133.955 s is in view. Only the agent speaks from 1 to 11 s, only the customer from 12 to 15.9 s.
  const mean = (ink: number[], from: number, to: number) => {
    const part = ink.slice(Math.ceil((from / 133.955) * ink.length), Math.floor((to / 133.955) * ink.length));
    return part.reduce((sum, height) => sum + height, 0) / part.length;
  };
  expect(mean(agent, 1, 11)).toBeGreaterThan(8);
  expect(mean(customer, 12.2, 15.8)).toBeGreaterThan(8);
  expect(mean(agent, 12.2, 15.8)).toBeLessThan(3);
  expect(mean(customer, 1, 11)).toBeLessThan(3);
});

test.describe('what is heard after a seek', () => {
  // The recorder's code is no part of the app, whose policy would refuse it.
  test.use({ bypassCSP: true });

  for (const { what, row, agent, file, seconds } of [
    {
      what: 'stereo MP3 at 8 kHz',
      row: '03-02 10:15',
      agent: '8012 张敏',
      file: '20260302_101544_8012_13700001111.mp3',
      seconds: ['65', '2:05.5'],
    },
    {
      what: 'GSM file (its proxy)',
      row: '03-03 14:02',
      agent: '8015 赵雷',
      file: '20260303_140210_8015_13622223333.wav',
      seconds: ['65', '1分25'],
    },
  ])
    test(`a seek in a ${what} lands on the sound of that second`, async ({ page, sampleLibrary }) => {
      await listenToPlayers(page);
      await new AppPage(page).open(sampleLibrary.address);
      const review = new ReviewPage(page);
      await new LibraryPage(page).openByKeyboard(row);
      await review.expectOpen(agent);
      await review.pause();
      const reference = await decodeAll(sample(file));
      for (const text of seconds) {
        const wanted = text === '1分25' ? 85 : text === '2:05.5' ? 125.5 : Number(text);
        await review.goTo(text);
        const played = await recordPlayed(page, 0.5, () => page.keyboard.press('F8'));
        await review.pause();
        const { at, fit } = placeOf(played, reference, wanted);
        console.log(
          `${what}: seek to ${wanted} s landed ${Math.round((at - wanted) * 1000)} ms off, fit ${fit.toFixed(3)}`,
        );
        expect(fit).toBeGreaterThan(0.98);
        expect(Math.abs(at - wanted)).toBeLessThanOrEqual(0.05);
      }
    });

  test('a click in the waveform seeks there', async ({ page, sampleLibrary }) => {
    await listenToPlayers(page);
    await new AppPage(page).open(sampleLibrary.address);
    const review = new ReviewPage(page);
    await new LibraryPage(page).openByKeyboard('03-02 10:15');
    await review.expectOpen('8012 张敏');
    await review.pause();
    const canvas = review.wave.locator('canvas').first();
    const box = (await canvas.boundingBox())!;
    const wanted = 120.5;
    await page.mouse.click(box.x + (wanted / 133.955) * box.width, box.y + box.height / 2);
    await expect(review.playhead).toHaveAttribute('aria-valuenow', /^12[01]$/);
    const played = await recordPlayed(page, 1.5, () => page.keyboard.press('F8'));
    const { at } = placeOf(played, await decodeAll(sample('20260302_101544_8012_13700001111.mp3')), wanted);
    // One pixel is 0.11 s here.
    expect(Math.abs(at - wanted)).toBeLessThanOrEqual(0.2);
  });
});

/** Rows of a data sheet by the names in its first row. */
function rowsOf(sheet: ExcelJS.Worksheet): Record<string, unknown>[] {
  const [head = [], ...rows] = valuesOf(sheet);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i]])));
}

/** Values as a reader sees them: cached results in place of formulas. */
function valuesOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  sheet.eachRow((row) => {
    rows.push(
      (row.values as ExcelJS.CellValue[])
        .slice(1)
        .map((value) => (value && typeof value === 'object' && 'result' in value ? value.result : value)),
    );
  });
  return rows;
}
