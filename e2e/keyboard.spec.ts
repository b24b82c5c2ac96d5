import type { Page } from '@playwright/test';
import { delayAnswers } from './connection.ts';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import type { ServedLibrary } from './served-library.ts';

/** A call that keeps every rule but that of the number in the closing (23.12), and one with a wait of over a minute. */
const clean = { row: '03-02 09:15', agent: '8012 张敏' };
const withWait = { row: '03-02 10:15', agent: '8012 张敏' };

async function openCall(page: Page, library: ServedLibrary, call: { row: string; agent: string }): Promise<ReviewPage> {
  await new AppPage(page).open(library.address);
  await new LibraryPage(page).openByKeyboard(call.row);
  const review = new ReviewPage(page);
  await review.expectOpen(call.agent);
  return review;
}

test('one key submits a clean call that was heard, and the next one opens and plays', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const review = await openCall(page, sampleLibrary, clean);
  // The first item is about outbound calls: the machine says N/A, and why, and the cursor stands on the next one.
  const outbound = review.item('外呼前备好提纲');
  await expect(outbound.getByRole('radio', { name: /不适用/ })).toHaveAccessibleDescription('机判 不适用');
  await expect(review.current()).toContainText('三声内接听');
  await review.form.getByText('外呼前备好提纲').click();
  await expect(review.current()).toContainText('本通是呼入，此项只用于呼出。');
  // It plays by itself; three times as fast it is heard in half a minute.
  await review.expectPlaying(true);
  for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowUp');
  await expect(review.form.getByText(/^已听 (8\d|9\d|100)%$/)).toBeVisible({ timeout: 45_000 });
  // Its one finding is called a false alarm: nothing is open any more.
  await page.keyboard.press('PageDown');
  await expect(review.current()).toContainText('告知工号、乐意再服务');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(app.message('已提交：100 分，合格')).toBeVisible();
  // It was the last of the list: the first one that waits is next.
  await review.expectOpen('03-06 14:30');
  await review.expectPlaying(true);
  await app.goTo('library');
  await new LibraryPage(page).openByKeyboard(clean.row);
  await review.expectOpen(clean.agent);
  await review.expectAnswer('外呼前备好提纲', '不适用');
  await review.expectAnswer('外呼不先问姓名', '不适用');
  await review.expectAnswer('三声内接听', '合格');
});

test('an item about outbound calls can be answered on an inbound one', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('2');
  await review.expectAnswer('外呼前备好提纲', '不合格');
  await review.expectScore('98.73', '合格');
  await expect(review.form.getByText('改判', { exact: true })).toBeVisible();
});

test('little heard and open findings ask once more, and a changed mind goes back to work', async ({
  page,
  sampleLibrary,
}) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('Control+Enter');
  const guard = page.getByRole('alert');
  await expect(guard).toContainText(/只听了 \d+%/);
  await expect(guard).toContainText(/\d 条发现未处理/);
  await guard.getByRole('button', { name: '继续检查' }).click();
  await expect(guard).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(guard).toBeVisible();
  // Another answer takes the question back: nothing is submitted by a key that was meant for before.
  await page.keyboard.press('1');
  await expect(guard).toBeHidden();
  await review.expectOpen(withWait.agent);
});

test('who goes elsewhere while a submission is under way stays there, and comes back to the next call', async ({
  page,
  sampleLibrary,
}) => {
  await delayAnswers(page, 200);
  const app = new AppPage(page);
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await app.goTo('clips');
  await expect(app.message(/^已提交/)).toBeVisible();
  // Longer than the next call takes to be found.
  await page.waitForTimeout(1500);
  await expect(page).toHaveURL(/#\/clips$/);
  await app.goTo('review');
  await review.expectOpen('8013 李强');
});

test('Ctrl+Z takes a submission back for ten seconds, with its answers', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(app.message('已提交')).toBeVisible();
  await review.expectOpen('8013 李强');
  await page.keyboard.press('Control+Z');
  await review.expectOpen(withWait.agent);
  await review.expectAnswer('三声内接听', '不合格');
  await expect(review.form.getByRole('button', { name: /^提交并下一条/ })).toBeVisible();
});

test('answers are undone and redone', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('2');
  await review.expectScore('96', '合格');
  await page.keyboard.press('Control+Z');
  await review.expectAnswer('三声内接听', null);
  await review.expectScore('100', '合格');
  await page.keyboard.press('Control+Y');
  await review.expectAnswer('三声内接听', '不合格');
  await review.expectScore('96', '合格');
});

test('Enter and Ctrl+Enter that belong to an input method neither save nor submit', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: '备注内容' });
  await expect(box).toBeFocused();
  await page.keyboard.type('ni');
  // As Chromium sends it: the first key of a composition comes with 229 before compositionstart.
  const compose = (key: string, init: { ctrlKey?: boolean; isComposing?: boolean }) =>
    box.evaluate(
      (element, [name, more]) => {
        const event = new KeyboardEvent('keydown', {
          key: name,
          code: name,
          bubbles: true,
          cancelable: true,
          ...more,
        });
        if (!more.isComposing) Object.defineProperty(event, 'keyCode', { value: 229 });
        return !element.dispatchEvent(event);
      },
      [key, init] as const,
    );
  for (const key of ['Enter', 'Escape', 'Space', 'ArrowDown', 'Digit2'])
    for (const init of [{ isComposing: true }, {}, { ctrlKey: true }, { ctrlKey: true, isComposing: true }])
      expect(await compose(key, init), `${key} ${JSON.stringify(init)} is left to the input method`).toBe(false);
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('ni');
  await expect(page.getByRole('alert')).toBeHidden();
  await review.expectAnswer('三声内接听', null);
  await expect(page.getByRole('tab', { name: '备注 0' })).toBeVisible();
  // The composition is over: now Enter saves.
  await page.keyboard.press('Enter');
  await expect(box).toBeHidden();
  await expect(page.getByRole('tab', { name: '备注 1' })).toBeVisible();
});

test('keys that an input method reports as "Process" still work outside of text', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  const press = (code: string) =>
    page.evaluate((name) => {
      const event = new KeyboardEvent('keydown', { key: 'Process', code: name, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'keyCode', { value: 229 });
      document.body.dispatchEvent(event);
    }, code);
  await press('Digit2');
  await review.expectAnswer('三声内接听', '不合格');
  await press('KeyK');
  await review.expectPlaying(true);
});

test('Esc keeps a half-written comment for later', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.keyboard.press('Enter');
  await page.keyboard.type('第一行');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('第二行');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: '备注内容' })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '备注内容' })).toHaveValue('第一行\n第二行');
});

test('a clicked button does not keep the focus: Space plays and pauses', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  const skip = page.getByRole('button', { name: '跳过静默' });
  await skip.click();
  await expect(skip).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  await review.expectPlaying(true);
  await expect(skip).toHaveAttribute('aria-pressed', 'true');
  await review
    .item('三声内接听')
    .getByRole('radio', { name: /不合格/ })
    .click();
  await page.keyboard.press('Space');
  await review.expectPlaying(false);
  await review.expectAnswer('三声内接听', '不合格');
  // Reached by Tab, a button keeps its own Space.
  await skip.focus();
  await page.keyboard.press('Space');
  await expect(skip).toHaveAttribute('aria-pressed', 'false');
  await review.expectPlaying(false);
});

test('no key reloads the page', async ({ page, sampleLibrary }) => {
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  await page.evaluate(() => {
    document.title = 'not reloaded';
  });
  for (const key of ['F5', 'Control+R', 'Control+Shift+R']) await page.keyboard.press(key);
  await page.keyboard.press('2');
  await review.expectAnswer('三声内接听', '不合格');
  expect(await page.title()).toBe('not reloaded');
});

test('speed, lanes, sentences, panes and zoom go by keys', async ({ page, sampleLibrary }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const review = await openCall(page, sampleLibrary, withWait);
  await review.pause();
  const second = async () => Number(await review.playhead.getAttribute('aria-valuenow'));
  await review.goTo('60');
  await page.keyboard.press('ArrowRight');
  await expect.poll(second).toBe(63);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(second).toBe(53);
  // The sentences on either side of the wait begin at 27.4 s and 102.9 s.
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(second).toBe(103);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByRole('status', { name: '播放速度 1.25 倍' })).toBeVisible();
  await page.keyboard.press('\\');
  await expect(page.getByRole('status', { name: '播放速度 1 倍' })).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByRole('radio', { name: '坐席', exact: true })).toBeChecked();
  const zoom = page.getByRole('slider', { name: '波形缩放' });
  const before = Number(await zoom.inputValue());
  await page.keyboard.press('Control+ArrowUp');
  await expect.poll(async () => Number(await zoom.inputValue())).toBeGreaterThan(before);
  // In the waveform the keys are those of a slider.
  await review.playhead.focus();
  await page.keyboard.press('Home');
  await expect.poll(second).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(second).toBe(1);
});

test('a command that was given another key answers to that key, and to no other', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('settings');
  await page.getByRole('button', { name: '快捷键', exact: true }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '切换声道', exact: true }) });
  await row.getByRole('button', { name: '更改' }).click();
  // Taken by another command, and by input methods: refused with the reason.
  await page.keyboard.press('F2');
  await expect(row).toContainText('F2 已用于“跳过静默”');
  await page.keyboard.press('Control+Space');
  await expect(row).toContainText('Ctrl+Space 会被输入法或系统占用');
  await page.keyboard.press('Shift+F4');
  await expect(row).toContainText('Shift+F4');
  await app.goTo('library');
  await new LibraryPage(page).openByKeyboard(withWait.row);
  const review = new ReviewPage(page);
  await review.expectOpen(withWait.agent);
  const lane = (name: string) => page.getByRole('radio', { name, exact: true });
  await page.keyboard.press('F4');
  await expect(lane('双声道')).toBeChecked();
  await page.keyboard.press('Shift+F4');
  await expect(lane('坐席')).toBeChecked();
  // Still so after a restart of the page, and named in the key sheet.
  await page.reload();
  await review.expectOpen(withWait.agent);
  await page.keyboard.press('Shift+F4');
  await expect(lane('坐席')).toBeChecked();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog').getByText('切换声道Shift+F4')).toBeVisible();
});

test('the palette runs commands and opens calls', async ({ page, sampleLibrary }) => {
  const app = new AppPage(page);
  await app.open(sampleLibrary.address);
  await new LibraryPage(page).expectRecordings(10);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('看板');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '看板' })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('8888');
  await expect(page.getByRole('option').first()).toContainText('135****8888');
  await page.keyboard.press('Enter');
  await new ReviewPage(page).expectOpen('8016 陈静');
});
