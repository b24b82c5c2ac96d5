/** The workbench as an inspector sees it: wave, player, transcript, checklist. */
import { expect, type Locator, type Page } from '@playwright/test';

export class ReviewPage {
  readonly page: Page;
  readonly wave: Locator;
  readonly form: Locator;
  readonly playhead: Locator;
  constructor(page: Page) {
    this.page = page;
    this.wave = page.getByRole('region', { name: '波形与时间轴' });
    this.form = page.getByRole('region', { name: '评分', exact: true });
    this.playhead = page.getByRole('slider', { name: '播放位置' });
  }

  async expectOpen(agent: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('region', { name: '录音信息' })).toContainText(agent);
    await expect(this.form.getByText(/^当前得分/)).toBeAttached();
  }

  /** Pauses the call, which plays by itself once it is open. */
  async pause(): Promise<void> {
    await this.expectPlaying(true);
    await this.page.keyboard.press('F8');
    await this.expectPlaying(false);
  }

  async expectPlaying(playing: boolean): Promise<void> {
    const name = playing ? /^暂停/ : /^播放/;
    await expect(this.page.getByRole('toolbar', { name: '播放' }).getByRole('button', { name })).toBeVisible();
  }

  /** Through Ctrl+G, as a user types it: "65", "1:05", "1分05". */
  async goTo(text: string): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.page.getByRole('textbox', { name: '跳到时间' }).fill(text);
    await this.page.keyboard.press('Enter');
  }

  item(title: string): Locator {
    return this.form.getByRole('radiogroup', { name: title, exact: true });
  }

  /** The item that keys act on. */
  current(): Locator {
    return this.form.locator('[data-item][aria-current]');
  }

  async expectAnswer(title: string, answer: '合格' | '不合格' | '部分' | '不适用' | null): Promise<void> {
    if (answer === null) await expect(this.item(title).getByRole('radio', { checked: true })).toHaveCount(0);
    else await expect(this.item(title).getByRole('radio', { checked: true })).toHaveText(new RegExp(`^\\d?${answer}$`));
  }

  async expectScore(score: string, state: '合格' | '不合格'): Promise<void> {
    await expect(this.form.getByText(`当前得分 ${score} 分，${state}`, { exact: true })).toBeAttached();
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('contentinfo').getByText(/^已自动保存/)).toBeVisible();
  }

  /** Height of the drawing per pixel column of a lane's canvas, in device pixels. */
  async inkOf(lane: 'agent' | 'customer'): Promise<number[]> {
    // Each lane is drawn twice, as played and as still ahead.
    const canvas = this.wave.locator('canvas').nth(lane === 'agent' ? 0 : 2);
    return canvas.evaluate((element: HTMLCanvasElement) => {
      const { width, height } = element;
      const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
      return Array.from({ length: width }, (_, x) => {
        let ink = 0;
        for (let y = 0; y < height; y++) if (data[4 * (y * width + x) + 3]! > 0) ink++;
        return ink;
      });
    });
  }
}
