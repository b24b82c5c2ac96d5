/** The rules as a supervisor sees them: list, settings and versions, back-test. */
import { expect, type Locator, type Page } from '@playwright/test';

export class RulesPage {
  readonly page: Page;
  readonly list: Locator;
  readonly test: Locator;
  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('complementary', { name: '规则' });
    this.test = page.getByRole('complementary', { name: '试算' });
  }

  rule(title: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: title });
  }

  /** The rule in view. */
  detail(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async expectCurrent(title: string): Promise<void> {
    await expect(this.rule(title).locator('[aria-current="true"]')).toBeVisible();
  }

  /** By its name in the search box, all by keys. */
  async openByKeyboard(title: string): Promise<void> {
    await expect(this.list.getByRole('listitem').first()).toBeVisible();
    await this.page.keyboard.press('Control+F');
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await this.expectCurrent(title);
  }

  /** Without the search, which finds rules by what they are called now. */
  async showAll(): Promise<void> {
    await this.list.getByRole('textbox', { name: '规则名称或标识' }).fill('');
  }

  /** How many calls went from one verdict to another, as the matrix says. */
  async expectTurn(
    from: '不合格' | '合格' | '无法判断' | '未判',
    counts: readonly [number, number, number],
  ): Promise<void> {
    const row = this.test
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: from, exact: true }) });
    await expect(row.getByRole('cell')).toHaveText([...counts, counts[0] + counts[1] + counts[2]].map(String));
  }

  flips(): Locator {
    return this.test.getByRole('listitem');
  }

  /** Not met, met and cannot tell, as the list counts the stored findings. */
  async expectCounts(title: string, counts: readonly [number, number, number]): Promise<void> {
    const [notMet, met, unknown] = counts;
    await expect(this.rule(title)).toContainText(`不合格${notMet}合格${met}无法判断${unknown}`);
  }
}
