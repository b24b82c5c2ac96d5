/** The window as a user sees it: screens by their keys, the import sheet, messages. */
import { expect, type Locator, type Page } from '@playwright/test';

export class AppPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the app; the library is what a first start shows. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  }

  async goTo(
    screen: 'review' | 'library' | 'search' | 'trends' | 'reports' | 'clips' | 'rules' | 'settings',
  ): Promise<void> {
    const keys = {
      review: '1',
      library: '2',
      search: '3',
      trends: '4',
      reports: '5',
      clips: '7',
      rules: '8',
      settings: '9',
    };
    await this.page.keyboard.press(`Control+${keys[screen]}`);
  }

  /** Through the file dialog; asked again should the first key come before the browser is ready for a dialog. */
  async chooseFolder(folder: string): Promise<void> {
    await expect(async () => {
      const chosen = this.page.waitForEvent('filechooser', { timeout: 4000 });
      await this.page.keyboard.press('Control+Shift+O');
      await (await chosen).setFiles(folder);
    }).toPass();
  }

  /** A folder through the file dialog: collected, sent, recognised, confirmed with Enter. */
  async importFolder(folder: string): Promise<void> {
    await this.chooseFolder(folder);
    const sheet = this.page.getByRole('dialog', { name: '导入录音' });
    await expect(sheet.getByRole('button', { name: '开始导入' })).toBeEnabled();
    await this.page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
  }

  /** The short message at the bottom of the window. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }
}
