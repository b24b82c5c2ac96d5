/** The search over all transcripts as its user sees it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class SearchPage {
  readonly page: Page;
  readonly field: Locator;
  readonly results: Locator;
  readonly panel: Locator;
  readonly preview: Locator;
  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('combobox', { name: '搜索全部转写' });
    this.results = page.getByRole('grid', { name: '搜索结果' });
    this.panel = page.getByRole('complementary', { name: '筛选' });
    this.preview = page.getByRole('complementary', { name: '试听' });
  }

  /** Types over what the field holds and leaves it with Enter, all by keys. */
  async ask(text: string): Promise<void> {
    await expect(this.field).toBeVisible();
    await this.page.keyboard.press('Control+F');
    await expect(this.field).toBeFocused();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async expectFound(sentences: number, calls: number): Promise<void> {
    await expect(this.page.getByRole('main').getByRole('status')).toHaveText(`${sentences} 句${calls} 通`);
  }

  /** The row that the keyboard is on. */
  current(): Locator {
    return this.results.locator('[aria-selected="true"]');
  }

  saved(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }
}
