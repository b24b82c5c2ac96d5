import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { decodeAll, sample } from '../core/audio/testing.ts';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import type { ServedLibrary } from './served-library.ts';

const standard = new URL('../scoring-templates/service-standard.json', import.meta.url);

/** Two calls of agent 8012 (100 and 96 points) and one of 8013 that is fatal (0): all on 2026-03-02, team 一组. */
async function scoreThree(library: ServedLibrary): Promise<void> {
  const recordings = await library.cli<{ id: string; file: string }[]>('recordings');
  const idOf = (start: string) => recordings.find(({ file }) => file.startsWith(start))?.id;
  const template = JSON.parse(await readFile(standard, 'utf8')) as { sections: { items: { id: string }[] }[] };
  const items = template.sections.flatMap((section) => section.items);
  const allYes = Object.fromEntries(items.map(({ id }) => [id, { answer: 'yes' }]));
  for (const [start, others] of [
    ['20260302_0915', {}],
    ['20260302_0930', { forbidden: { answer: 'no', comment: '说了忌语', at: 9.3 } }],
    ['20260302_1015', { greeting: { answer: 'no' } }],
  ] as const)
    await library.score({
      recording: idOf(start),
      template: 'service-standard',
      inspector: '周质检',
      answers: { ...allYes, ...others },
    });
}

test('trends show what was scored, and every mark opens exactly its calls', async ({ page, sampleLibrary }) => {
  await scoreThree(sampleLibrary);
  const app = new AppPage(page);
  const list = new LibraryPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('trends');
  // (100 + 0 + 96) / 3; two of three passed; one is fatal.
  const tile = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(tile('实检量')).toContainText('3');
  await expect(tile('平均分')).toContainText('65.3');
  await expect(tile('平均分')).toContainText('3 通');
  await expect(tile('合格率')).toContainText('2 / 3');
  await expect(tile('致命错误率')).toContainText('33.3%');

  const card = page.getByRole('region', { name: '平均分走势' });
  await card.getByRole('button', { name: '查看数据' }).click();
  await expect(card.getByRole('table').getByRole('button')).toHaveCount(1);
  await expect(card.getByRole('table').getByRole('button')).toHaveText(/^65\.33 3 通$/);
  await card.getByRole('table').getByRole('button').click();
  await list.expectRecordings(3);
  for (const time of ['03-02 09:15', '03-02 09:30', '03-02 10:15']) await expect(list.row(time)).toBeVisible();

  await app.goTo('trends');
  await page.getByRole('radio', { name: '坐席', exact: true }).click();
  const ranking = page.getByRole('region', { name: '坐席' });
  const row = ranking.getByRole('row').filter({ hasText: '8012' });
  await expect(row).toContainText('98.00');
  await expect(row).toContainText('2 / 2');
  await row.getByRole('button').click();
  await list.expectRecordings(2);
  await expect(list.row('8012')).toHaveCount(2);

  await app.goTo('trends');
  const distribution = page.getByRole('region', { name: '得分分布' });
  await distribution.getByRole('button', { name: '查看数据' }).click();
  await distribution.getByRole('row').filter({ hasText: '致命' }).getByRole('button').click();
  await list.expectRecordings(1);
  await expect(list.row('8013 李强')).toBeVisible();
});

test('a selection becomes a clip with one key, and its exported sound is exact to the millisecond', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const review = new ReviewPage(page);
  await app.open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-02 09:15');
  await review.expectOpen('8012 张敏');
  await review.pause();
  await review.goTo('23.435');
  await page.keyboard.press('Control+[');
  await review.goTo('27.412');
  await page.keyboard.press('Control+]');
  await page.keyboard.press('Control+B');
  await expect(app.message('已存为片段')).toBeVisible();

  await app.goTo('clips');
  const clip = page.getByRole('grid', { name: '片段' }).getByRole('row').filter({ hasText: '8012' });
  await expect(clip).toHaveCount(1);
  await expect(page.getByText('坐席：好的先生，请问您贵姓？', { exact: true })).toBeVisible();
  const [wav, words] = await downloadsOf(page, 2, () => page.keyboard.press('Control+E'));
  expect(wav.suggestedFilename()).toMatch(/^20260302_8012_.*\.wav$/);
  expect(wav.suggestedFilename()).not.toContain('13800138001');
  const text = await readFile(await words.path(), 'utf8');
  expect(text).toContain('好的先生，请问您贵姓？');
  expect(text).not.toContain('13800138001');

  const original = await decodeAll(sample('20260302_091503_8012_13800138001.wav'));
  const cut = await decodeAll(await wav.path());
  expect(cut.sampleRate).toBe(original.sampleRate);
  const [from, to] = [23.435 * 8000, 27.412 * 8000].map(Math.round);
  expect(cut.channels.map((samples) => samples.length)).toEqual(original.channels.map(() => to! - from!));
  for (const [channel, samples] of cut.channels.entries())
    expect(Buffer.from(samples.buffer).equals(Buffer.from(original.channels[channel]!.slice(from, to).buffer))).toBe(
      true,
    );
});

test('eighteen clips leave the browser as one archive that holds all of them', async ({ page, sampleLibrary }) => {
  const recordings = await sampleLibrary.cli<{ id: string; file: string }[]>('recordings');
  const { id } = recordings.find(({ file }) => file.startsWith('20260302_0915'))!;
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  const { origin } = new URL(sampleLibrary.address);
  for (let i = 0; i < 18; i++) {
    const input = { recordingId: id, startMs: 1000 * i, endMs: 1000 * i + 700 };
    const saved = await page.request.post(`${origin}/rpc/training/saveClip`, {
      headers: { origin },
      data: { json: input },
    });
    expect(saved.ok()).toBe(true);
  }
  await app.goTo('clips');
  await expect(page.getByRole('grid', { name: '片段' }).getByRole('row').filter({ hasText: '8012' })).toHaveCount(18);
  await page.getByRole('checkbox', { name: '全选' }).click();
  const waited = page.waitForEvent('download');
  await page.keyboard.press('Control+E');
  const download = await waited;
  await expect(app.message('已导出 18 段')).toBeVisible();
  expect(download.suggestedFilename()).toMatch(/^片段_\d{8}_18\.zip$/);
  const members = unzipSync(await readFile(await download.path()));
  const sounds = Object.keys(members).filter((name) => name.endsWith('.wav'));
  expect(sounds).toHaveLength(18);
  for (const name of sounds) expect(members[name]!.length).toBe(44 + 0.7 * 8000 * 4);
});

/** The sound first, whatever comes first. */
async function downloadsOf(page: Page, count: number, start: () => Promise<void>): Promise<[Download, Download]> {
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await start();
  await expect.poll(() => downloads.length).toBe(count);
  const [first, second] = downloads.sort((a) => (a.suggestedFilename().endsWith('.wav') ? -1 : 1));
  return [first!, second!];
}
