import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

test('the side of the agent is said with its ground; one key swaps it, Ctrl+Z gives it back', async ({
  page,
  sampleLibrary,
}) => {
  await new AppPage(page).open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-02 09:30');
  const review = new ReviewPage(page);
  await review.expectOpen('8013 李强');
  await review.pause();
  const facts = page.getByRole('region', { name: '录音信息' });
  await expect(facts).toContainText('坐席在左声道（依据转写的说话人）');
  await page.keyboard.press('Alt+X');
  await expect(facts).toContainText('坐席在右声道（人工指定）');
  await page.keyboard.press('Control+Z');
  await expect(facts).toContainText('坐席在左声道（依据转写的说话人）');
  await expect(page.getByRole('button', { name: '对调坐席与客户的声道' })).toHaveAttribute(
    'aria-keyshortcuts',
    /Alt\+X/,
  );
});
