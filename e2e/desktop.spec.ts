import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { electronProgram } from './electron-program.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

const program = electronProgram();
const root = fileURLToPath(new URL('..', import.meta.url));

test('the desktop app opens, its core answers, and a recording seeks by byte range', async () => {
  test.skip(program === null, 'no Electron binary');
  const library = await mkdtemp(join(tmpdir(), 'tingjian-e2e-desktop-'));
  const app = await _electron.launch({ executablePath: program!, args: [root, '--library', library] });
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('已连接');
    await page.getByRole('button', { name: '打开示例库' }).click();
    const list = new LibraryPage(page);
    await list.expectRecordings(10, 60_000);
    await list.openByKeyboard('03-02 10:15');
    const review = new ReviewPage(page);
    await review.expectOpen('8012 张敏');
    await review.pause();
    const part = await page.evaluate(async () => {
      const url = performance.getEntriesByType('resource').find(({ name }) => name.includes('audio'))?.name ?? '';
      const answer = await fetch(url, { headers: { Range: 'bytes=1000-1999' } });
      return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
    });
    expect(part).toEqual({ status: 206, bytes: 1000 });
    await review.goTo('65');
    await expect(review.playhead).toHaveAttribute('aria-valuenow', '65');
    await new AppPage(page).goTo('reports');
    await expect(page.getByRole('navigation', { name: '报表' })).toBeVisible();
  } finally {
    await app.close();
    await rm(library, { recursive: true, force: true });
  }
});
