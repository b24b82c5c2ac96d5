import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReviewPage } from './pages/review-page.ts';

test('a tooltip names the button and its key for the pointer and for Tab, stays in the window and goes away', async ({
  page,
  sampleLibrary,
}) => {
  await new AppPage(page).open(sampleLibrary.address);
  await new LibraryPage(page).openByKeyboard('03-02 09:15');
  const review = new ReviewPage(page);
  await review.expectOpen('8012 张敏');
  const tip = page.getByRole('tooltip');
  await expect(tip).toBeHidden();

  await test.step('above a button at the edge of the window', async () => {
    const fit = page.getByRole('button', { name: '显示全程波形' });
    await fit.hover();
    await expect(tip).toHaveText('显示全程波形Ctrl+\\');
    const [over, under] = [await tip.boundingBox(), await fit.boundingBox()];
    expect(over!.y + over!.height).toBeLessThanOrEqual(under!.y);
    expect(over!.x + over!.width).toBeLessThanOrEqual(1366);
    await fit.click();
    await expect(tip).toBeHidden();
  });

  await test.step('beside the rail, where it covers no other screen', async () => {
    const rail = page.getByRole('navigation').getByRole('button', { name: '看板' });
    await rail.hover();
    await expect(tip).toHaveText('看板Ctrl+4');
    const [over, under] = [await tip.boundingBox(), await rail.boundingBox()];
    expect(over!.x).toBeGreaterThanOrEqual(under!.x + under!.width);
  });

  await test.step('on a button that cannot be pressed now', async () => {
    const next = page.getByRole('button', { name: '下一条录音' });
    await expect(next).toBeDisabled();
    await next.hover({ force: true });
    await expect(tip).toHaveText('下一条录音Ctrl+PgDn');
    await page.mouse.move(600, 500);
    await expect(tip).toBeHidden();
  });

  await test.step('for who walks with Tab, and Esc takes it away', async () => {
    await page.getByRole('button', { name: '减速' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '加速' })).toBeFocused();
    await expect(tip).toHaveText('加速Shift+↑');
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
  });

  await test.step('in a larger interface', async () => {
    await page.keyboard.press('Control+Equal');
    await page.keyboard.press('Control+Equal');
    const play = page.getByRole('button', { name: /^(播放|暂停)/ }).first();
    await play.hover();
    await expect(tip).toHaveText(/^(播放|暂停)Space$/);
    const [over, under] = [await tip.boundingBox(), await play.boundingBox()];
    expect(over!.y + over!.height).toBeLessThanOrEqual(under!.y + 1);
    expect(Math.abs(over!.x + over!.width / 2 - under!.x - under!.width / 2)).toBeLessThan(2);
  });
});
