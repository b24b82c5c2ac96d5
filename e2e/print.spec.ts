import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { makeCalls } from './make-calls.ts';
import { AppPage } from './pages/app-page.ts';

const standard = new URL('../scoring-templates/service-standard.json', import.meta.url);
const AGENTS = 24;

/** Names far longer than a column: without spaces, and one made of digits. */
const nameOf = (index: number) =>
  index === 0 ? '司马'.repeat(30) : index === 1 ? 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3) : `坐席${index}`;

/** Sheets of a PDF as Chromium writes it, and the size of each in points. */
function sheetsOf(pdf: Buffer): { count: number; boxes: string[] } {
  const text = pdf.toString('latin1');
  return {
    count: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    boxes: [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
      box!.trim().split(/\s+/).map(Number).map(Math.round).join(' '),
    ),
  };
}

/** What the printed sheets say, and whether anything of it lies beyond their width. */
async function printed(page: Page): Promise<{ text: string; tooWide: string[] }> {
  // As wide as A4 landscape less the margins.
  await page.setViewportSize({ width: 1036, height: 768 });
  await page.emulateMedia({ media: 'print' });
  const answer = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const tooWide = [...document.querySelectorAll<HTMLElement>('[data-paper] *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 || element.scrollWidth > limit + 1)
      .map((element) => element.textContent.slice(0, 40));
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
    return { text: document.body.innerText, tooWide };
  });
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1366, height: 768 });
  return answer;
}

test('a report prints as A4 sheets with nothing of the window on them and nothing cut', async ({
  page,
  library,
}, info) => {
  const folder = info.outputPath('calls');
  await makeCalls(folder, { count: AGENTS, seconds: 2 });
  const rows = Array.from({ length: AGENTS }, (_, i) =>
    [
      `20260309_${String(90000 + i * 100).padStart(6, '0')}_80${10 + i}_138${10000000 + i}.wav`,
      `80${10 + i}`,
      nameOf(i),
      i % 5 ? '一组' : `华东大区售后服务第${'一二三四五'.repeat(8)}组`,
    ].join(','),
  );
  const cdr = join(folder, 'cdr.csv');
  await writeFile(cdr, ['录音文件,坐席工号,坐席姓名,班组', ...rows].join('\n'));
  await library.cli('import', folder, '--cdr', cdr);
  const recordings = await library.cli<{ id: string; file: string }[]>('recordings');
  const template = JSON.parse(await readFile(standard, 'utf8')) as { sections: { items: { id: string }[] }[] };
  const items = template.sections.flatMap((section) => section.items);
  await library.score({
    recording: recordings[0]!.id,
    template: 'service-standard',
    inspector: '周质检',
    answers: Object.fromEntries(items.map(({ id }) => [id, { answer: 'yes' }])),
  });
  const app = new AppPage(page);
  await app.open(library.address);
  await app.goTo('reports');
  for (const [period, title] of [
    ['日报', '质检日报'],
    ['周报', '质检周报'],
    ['月报', '质检月报'],
  ] as const) {
    await page.getByRole('radio', { name: period }).click();
    await expect(page.getByRole('article').first().getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('article').nth(1)).toContainText(nameOf(0));
    const { text, tooWide } = await printed(page);
    expect(text.trimStart().startsWith(title)).toBe(true);
    for (const part of [nameOf(0), nameOf(1), `坐席${AGENTS - 1}`]) expect(text).toContain(part);
    // Rail, menus, list of periods, options, status.
    for (const part of ['录音库', '文件', '复制摘要', '有质检的日期', '适合宽度', 'Ctrl+K'])
      expect(text).not.toContain(part);
    expect(tooWide).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true, path: info.outputPath(`${title}.pdf`) });
    const { count, boxes } = sheetsOf(pdf);
    // So many agents, with names over several lines, need more than the second sheet.
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(10);
    expect(new Set(boxes)).toEqual(new Set(['0 0 842 595']));
  }
});

test('the sheet of keys prints without the window behind it', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('reports');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog')).toBeVisible();
  const { text, tooWide } = await printed(page);
  expect(text).toContain('播放');
  expect(text).not.toContain('质检日报');
  expect(text).not.toContain('有质检的日期');
  expect(tooWide).toEqual([]);
});
