/** The transcript in the workbench, and the text box in which its sentences are corrected. */
import { expect, type Locator, type Page } from '@playwright/test';

export class TranscriptPage {
  readonly page: Page;
  readonly pane: Locator;
  readonly box: Locator;
  /** The row with the text box in it. */
  readonly lineBeingTyped: Locator;
  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('region', { name: '转写', exact: true });
    this.box = page.getByRole('textbox', { name: /^修改 .* 的一句$/ });
    this.lineBeingTyped = this.pane.getByRole('listitem').filter({ has: this.box });
  }

  line(text: string): Locator {
    return this.pane.getByRole('listitem').filter({ hasText: text });
  }

  /** How many sentences are in sight. */
  sentences(): Promise<number> {
    return this.pane.getByRole('button', { name: /更正这一句$/ }).count();
  }

  /** The box is open on these words. @param caret where the cursor stands */
  async expectTyping(text: string, caret?: number): Promise<void> {
    await expect(this.box).toHaveValue(text);
    await expect(this.box).toBeFocused();
    if (caret === undefined) return;
    expect(await this.box.evaluate((box: HTMLTextAreaElement) => box.selectionStart)).toBe(caret);
  }

  /** Opens the sentence with these words in it and types others over it; they are not saved yet. */
  async type(words: string, text: string): Promise<void> {
    await this.line(words).dblclick();
    await expect(this.box).toBeFocused();
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.type(text);
  }

  /** Sends a key as it comes while an input method composes. @returns whether the box left it alone */
  composes(key: string): Promise<boolean> {
    return this.box.evaluate((box, name) => {
      const event = new KeyboardEvent('keydown', { key: name, code: name, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'keyCode', { value: 229 });
      return box.dispatchEvent(event);
    }, key);
  }

  /** From the menu of the transcript. */
  async choose(item: string): Promise<void> {
    await this.page.getByRole('button', { name: '转写的更多操作' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
