import { expect, type Locator, type Page } from '@playwright/test';

export class LibraryPage {
  readonly page: Page;
  readonly grid: Locator;
  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: '录音库' });
  }

  row(text: string | RegExp): Locator {
    return this.grid.getByRole('row').filter({ hasText: text });
  }

  /** @param timeout milliseconds; more where calls are imported and analysed meanwhile */
  async expectRecordings(count: number, timeout = 40_000): Promise<void> {
    await expect(this.page.getByText(`共 ${count} 条`)).toBeVisible({ timeout });
  }

  /** Walks down to the row and opens it, all by keys. */
  async openByKeyboard(text: string): Promise<void> {
    await expect(this.row(text)).toBeVisible();
    const rows = await this.grid.getByRole('row').count();
    for (let i = 0; i < rows && (await this.row(text).getAttribute('aria-selected')) !== 'true'; i++)
      await this.page.keyboard.press('ArrowDown');
    await expect(this.row(text)).toHaveAttribute('aria-selected', 'true');
    await this.page.keyboard.press('Enter');
  }

  async search(text: string): Promise<void> {
    await this.page.keyboard.press('Control+F');
    await this.page.keyboard.type(text);
  }

  async clearSearch(): Promise<void> {
    await this.page.keyboard.press('Control+F');
    await this.page.keyboard.press('Escape');
  }
}
