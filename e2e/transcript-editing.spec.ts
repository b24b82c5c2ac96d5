import type { Page } from '@playwright/test';
import { holdAnswers, loseRequests } from './connection.ts';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { TranscriptPage } from './pages/transcript-page.ts';
import type { ServedLibrary } from './served-library.ts';

const file = '20260302_093012_8013_13911112222.wav';

/** An agent who pushes the customer off. */
async function openRudeCall(page: Page, library: ServedLibrary) {
  await new AppPage(page).open(library.address);
  await new LibraryPage(page).openByKeyboard('03-02 09:30');
  const review = new ReviewPage(page);
  await review.expectOpen('8013 李强');
  await review.pause();
  return { review, transcript: new TranscriptPage(page) };
}

async function openInTwoWindows(page: Page, library: ServedLibrary) {
  const { transcript } = await openRudeCall(page, library);
  const other = await page.context().newPage();
  const { transcript: theirs } = await openRudeCall(other, library);
  return { transcript, other, theirs };
}

test('a sentence is corrected while the sound goes on; findings, search and export follow, Ctrl+Z takes it back', async ({
  page,
  sampleLibrary,
}) => {
  const { review, transcript } = await openRudeCall(page, sampleLibrary);
  await review.goTo('10');
  await page.keyboard.press('Control+E');
  await transcript.expectTyping('这个不归我管。', '这个不归我管。'.length);
  await expect(transcript.line('这个不归我管').or(transcript.lineBeingTyped)).toContainText('推诿客户');
  await page.keyboard.press('F8');
  await review.expectPlaying(true);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('这个由我来办');
  await page.keyboard.press('Enter');
  // The next sentence is open, the sound still plays.
  await transcript.expectTyping('那归谁管呢？我都打了三次电话了。');
  await review.expectPlaying(true);
  await page.keyboard.press('F8');
  await expect(transcript.line('这个由我来办').getByRole('img', { name: '原文：这个不归我管。' })).toBeVisible();
  await expect(transcript.line('这个由我来办')).not.toContainText('推诿客户');
  await page.keyboard.press('Escape');
  await expect(transcript.box).toBeHidden();
  expect(await sampleLibrary.cli('search', '由我来办')).toMatchObject([{ file, text: '这个由我来办' }]);
  expect(JSON.stringify(await sampleLibrary.cli('transcript', file))).toContain('这个由我来办');

  await transcript.choose('查看原文');
  const original = page.getByRole('region', { name: '转写原文' });
  await expect(original.getByRole('listitem').filter({ hasText: '这个不归我管。' })).toContainText('已更正');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await expect(transcript.line('这个不归我管。')).toContainText('推诿客户');
  await page.keyboard.press('Control+Y');
  await expect(transcript.line('这个由我来办')).not.toContainText('推诿客户');
});

test('sentences are split, merged, given to the other speaker and removed by keys, and each step is undone', async ({
  page,
  sampleLibrary,
}) => {
  const { review, transcript } = await openRudeCall(page, sampleLibrary);
  await review.goTo('12');
  const count = await transcript.sentences();
  await page.keyboard.press('Control+E');
  await page.keyboard.press('Home');
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Enter');
  await transcript.expectTyping('我都打了三次电话了。', 0);
  expect(await transcript.sentences()).toBe(count + 1);
  await page.keyboard.press('Alt+S');
  await expect(transcript.lineBeingTyped.getByRole('button', { name: '坐席，更正这一句' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await transcript.expectTyping('那归谁管呢？我都打了三次电话了。', 6);
  expect(await transcript.sentences()).toBe(count);
  // Emptied is removed; up goes back to the sentence before.
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ArrowUp');
  await transcript.expectTyping('这个不归我管。');
  // At rest the sound waits where work goes on.
  await expect(review.playhead).toHaveAttribute('aria-valuenow', '9');
  expect(await transcript.sentences()).toBe(count - 1);
  // With nothing typed, Ctrl+Z in the box is about what was saved.
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Z');
  await expect(transcript.line('那归谁管呢？我都打了三次电话了。')).toBeVisible();
  await expect(page.getByText('更正', { exact: false }).filter({ hasText: /更正 \d+ 句/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  // The menu of a sentence goes by keys, and gives the focus back.
  const line = transcript.line('这个不归我管。');
  await line.getByRole('button', { name: /^坐席，/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: '坐席', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: /^客户/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line.getByRole('button', { name: /^客户，/ })).toBeFocused();
  await page.keyboard.press('Control+Z');
  await expect(line.getByRole('button', { name: /^坐席，/ })).toBeVisible();
  await transcript.choose('对调坐席与客户');
  await expect(transcript.line('这个不归我管。').getByRole('button', { name: /^客户，/ })).toBeVisible();
  await transcript.choose('全部恢复原文');
  await expect(transcript.line('这个不归我管。').getByRole('button', { name: /^坐席，/ })).toBeVisible();
});

test('another file only takes the place of corrected words when told to, and they can be brought back', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const { transcript } = await openRudeCall(page, sampleLibrary);
  await transcript.line('你这是什么态度').dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('更正过的话');
  const chosen = page.waitForEvent('filechooser');
  await transcript.choose('换一份转写文件');
  await (await chosen).setFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('坐席：另一份转写') });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('更正');
  await dialog.getByRole('button', { name: '替换' }).click();
  await expect(transcript.line('另一份转写')).toBeVisible();
  await expect(transcript.line('更正过的话')).toBeHidden();
  await transcript.choose('被替换的转写（更正 1 句）');
  await expect(app.message('已恢复更正过的转写')).toBeVisible();
  await expect(transcript.line('更正过的话').getByRole('img', { name: '原文：你这是什么态度。' })).toBeVisible();
});

test('typing is safe: a click elsewhere saves, Esc can be taken back, an input method keeps its keys, the keys of submitting work there', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const { review, transcript } = await openRudeCall(page, sampleLibrary);
  await transcript.line('你这是什么态度').getByText('态度').dblclick();
  await expect(transcript.box).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('嘛');
  for (const key of ['Enter', 'Escape', 'ArrowUp', 'Backspace', 'Delete'])
    expect(await transcript.composes(key), `${key} is left to the input method`).toBe(true);
  await transcript.expectTyping('你这是什么态度。嘛');
  // While sentences are corrected, a click on another one goes on there.
  await transcript.line('我怎么知道').getByText('知道').click();
  await transcript.expectTyping('我怎么知道，你问我我问谁？');
  await expect(transcript.line('你这是什么态度。嘛')).toBeVisible();
  await page.keyboard.type('不');
  await page.keyboard.press('Escape');
  await expect(transcript.box).toBeHidden();
  await expect(transcript.line('我怎么知道，你问我我问谁？')).toBeVisible();
  await app.message('已放弃修改').getByRole('button', { name: '继续修改' }).click();
  await expect(transcript.box).toHaveValue(/不/);
  await review.form.getByText('外呼前备好提纲').click();
  await expect(transcript.box).toBeHidden();

  // What was searched for is corrected where it was found.
  await page.keyboard.press('Control+F');
  await page.keyboard.type('三次');
  await page.keyboard.press('Control+E');
  await transcript.expectTyping('那归谁管呢？我都打了三次电话了。', 12);
  await page.keyboard.press('Escape');

  await page.keyboard.press('E');
  await page.keyboard.press('End');
  await page.keyboard.type('末尾');
  // The call has a fatal finding that nobody decided: it takes the key that says so.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(app.message('已提交')).toBeVisible();
  expect(JSON.stringify(await sampleLibrary.cli('transcript', file))).toContain('末尾');
});

test('two windows correct one sentence: whose words it gets is asked, neither is lost, and undo keeps to its own', async ({
  page,
  sampleLibrary,
}) => {
  const { transcript, other, theirs } = await openInTwoWindows(page, sampleLibrary);
  await transcript.type('你这是什么态度', '你这是什么态度啊');
  await theirs.type('你这是什么态度', '你是什么态度');
  await other.keyboard.press('Enter');
  await expect(theirs.line('你是什么态度')).toBeVisible();
  // What is typed stays, whatever comes from elsewhere.
  await expect(transcript.box).toHaveValue('你这是什么态度啊');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /的一句在别处也被更正$/ });
  await expect(dialog).toContainText('你是什么态度');
  await expect(dialog).toContainText('你这是什么态度啊');
  // Who goes on typing has not chosen.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(transcript.line('你是什么态度')).toBeVisible();
  await new AppPage(page).message('已保留现在的文字').getByRole('button', { name: '改用我的' }).click();
  for (const window of [transcript, theirs]) await expect(window.line('你这是什么态度啊')).toBeVisible();
  await other.keyboard.press('Escape');
  await other.keyboard.press('Control+Z');
  await expect(new AppPage(other).message('不能再撤销')).toBeVisible();
  await page.keyboard.press('Control+Z');
  for (const window of [transcript, theirs]) await expect(window.line('你是什么态度')).toBeVisible();
});

test('who empties a sentence that another window corrects meanwhile removes nothing', async ({
  page,
  sampleLibrary,
}) => {
  const { transcript, other, theirs } = await openInTwoWindows(page, sampleLibrary);
  await transcript.type('你这是什么态度', '');
  await theirs.type('你这是什么态度', '你是什么态度');
  await other.keyboard.press('Enter');
  await expect(theirs.line('你是什么态度')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(new AppPage(page).message('在别处')).toBeVisible();
  for (const window of [transcript, theirs]) await expect(window.line('你是什么态度')).toBeVisible();
});

test('words that cannot be saved are shown once more', async ({ page, sampleLibrary }) => {
  const answers = await holdAnswers(page);
  const { transcript, other, theirs } = await openInTwoWindows(page, sampleLibrary);
  await transcript.type('你这是什么态度', '你这是什么态度啊');
  answers.hold();
  await theirs.type('你这是什么态度', '');
  await other.keyboard.press('Enter');
  await expect(new AppPage(other).message('已删除一句')).toBeVisible();
  await page.keyboard.press('Enter');
  answers.release();
  await expect(new AppPage(page).message('未保存的文字：你这是什么态度啊')).toBeVisible();
  await expect(transcript.line('你这是什么态度')).toBeHidden();
});

test('what was typed while the core went away is saved afterwards, whatever another window corrected meanwhile', async ({
  page,
  sampleLibrary,
}) => {
  const wire = await loseRequests(page);
  const { transcript, other, theirs } = await openInTwoWindows(page, sampleLibrary);
  await transcript.type('你这是什么态度', '你这是什么态度啊');
  wire.lose();
  await page.keyboard.press('Enter');
  await theirs.type('这个不归我管', '这个归我管');
  await other.keyboard.press('Enter');
  await expect(theirs.line('这个归我管')).toBeVisible();
  wire.breakOff();
  for (const window of [transcript, theirs])
    for (const words of ['你这是什么态度啊', '这个归我管']) await expect(window.line(words)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await expect(new AppPage(page).message('不能再撤销')).toBeHidden();
  for (const window of [transcript, theirs]) await expect(window.line('你这是什么态度。')).toBeVisible();
});
