import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, samples, test } from './fixtures.ts';
import { clippedText, foreignWords, rawKeys } from './page-checks.ts';
import { AppPage } from './pages/app-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import type { ServedLibrary } from './served-library.ts';

type Visit = (page: Page) => Promise<void>;
const go =
  (key: string): Visit =>
  async (page) => {
    await page.keyboard.press(`Control+${key}`);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeAttached();
  };
const settingsPage =
  (index: number): Visit =>
  async (page) => {
    await go('9')(page);
    await page.getByRole('main').getByRole('navigation').getByRole('button').nth(index).click();
  };

const rules: Visit = async (page) => {
  await go('8')(page);
  await expect(page.locator('[data-pane="list"] li').first()).toBeVisible();
};
const correcting: Visit = async (page) => {
  await go('1')(page);
  await page.keyboard.press('Control+E');
  await expect(page.locator('[data-sentence-editor]')).toBeFocused();
  await page.keyboard.type('。');
};
const original: Visit = async (page) => {
  await go('1')(page);
  await page.getByRole('button', { name: /^(转写的更多操作|More about the transcript)$/ }).click();
  await page.getByRole('menuitem', { name: /^(查看原文|Show the original)/ }).click();
  await expect(page.getByRole('region', { name: /^(转写原文|Original transcript)$/ })).toBeVisible();
};

const rulesTested: Visit = async (page) => {
  await rules(page);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('wait-over-limit');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-pane="detail"] input:focus')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
};
const phrases: Visit = async (page) => {
  await rules(page);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('forbidden-phrase');
  await page.keyboard.press('Enter');
  await page.locator('main button[aria-expanded="false"]').first().click();
};
const ownRule: Visit = async (page) => {
  await rules(page);
  await page.keyboard.press('Control+I');
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
};

const modelDetails: Visit = async (page) => {
  await settingsPage(3)(page);
  const details = page.getByRole('main').getByRole('table').locator('[aria-expanded]').first();
  if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
};

const search: Visit = async (page) => {
  await go('3')(page);
  await expect(page.locator('[aria-controls="search-entries"]')).toBeVisible();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('的');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
};

/** Every place of the app with content in it. */
const screens: Record<string, Visit> = {
  library: go('2'),
  review: go('1'),
  'review, correcting': correcting,
  'review, original': original,
  search,
  trends: go('4'),
  reports: go('5'),
  clips: go('7'),
  rules,
  'rules, tested': rulesTested,
  'rules, own rule': ownRule,
  'rules, phrases': phrases,
  'settings, person': settingsPage(0),
  'settings, review': settingsPage(1),
  'settings, transcription': settingsPage(2),
  'settings, models': modelDetails,
  'settings, keys': settingsPage(4),
  'settings, library': settingsPage(5),
};

/** Opened over the library and closed by Esc. */
const overlays: Record<string, Visit> = {
  palette: (page) => page.keyboard.press('Control+K'),
  'key sheet': (page) => page.keyboard.press('F1'),
  'background jobs': (page) => page.keyboard.press('Control+Shift+L'),
  'transcription without a model': (page) => page.keyboard.press('Control+U'),
  'import sheet': async (page) => {
    await new AppPage(page).chooseFolder(samples);
    await expect(page.getByRole('dialog').locator('[type="submit"]')).toBeEnabled();
  },
  'transcript file': async (page) => {
    await go('1')(page);
    await page.getByRole('button', { name: /^(转写的更多操作|More about the transcript)$/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: /^(换一份转写文件|Another transcript file)/ }).click();
    await (await chooser).setFiles(join(samples, '20260302_093012_8013_13911112222.vtt'));
    await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
  },
};

/** One submitted review with a lost item, a draft and a clip, so that no screen is empty. */
async function furnish(page: Page, library: ServedLibrary): Promise<void> {
  const app = new AppPage(page);
  const review = new ReviewPage(page);
  // Colours in the middle of a transition are nobody's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open(library.address);
  await page.getByRole('row').filter({ hasText: '03-02 10:15' }).dblclick();
  await review.expectOpen('8012 张敏');
  await review.pause();
  await page.keyboard.press('2');
  await review.goTo('20');
  await page.keyboard.press('Control+B');
  await expect(app.message('已存为片段')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(app.message('已提交')).toBeVisible();
  await review.expectOpen('8013 李强');
  await review.pause();
  await page.keyboard.press('2');
}

async function forEachPlace(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const [name, visit] of Object.entries(screens)) {
    await visit(page);
    // Charts and lists have come when nothing is asked any more.
    await page.waitForLoadState('networkidle');
    await look(name);
  }
}

async function setTheme(page: Page, theme: '浅色' | '深色'): Promise<void> {
  await settingsPage(0)(page);
  await page.getByRole('radio', { name: theme }).click();
}

for (const theme of ['浅色', '深色'] as const)
  test(`no screen has a serious accessibility fault (${theme})`, async ({ page, sampleLibrary }) => {
    test.slow();
    await furnish(page, sampleLibrary);
    await setTheme(page, theme);
    const faults: string[] = [];
    const look = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          faults.push(
            `${name}: ${id} (${nodes.length}) ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`,
          );
    };
    await forEachPlace(page, look);
    await screens.library!(page);
    for (const [name, open] of Object.entries(overlays)) {
      await open(page);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    expect(faults).toEqual([]);
  });

for (const language of ['zh', 'en'] as const)
  test(`nothing is cut off or unnamed at any size of window (${language})`, async ({ page, sampleLibrary }) => {
    test.slow();
    await furnish(page, sampleLibrary);
    if (language === 'en') {
      await settingsPage(0)(page);
      await page.getByRole('radio', { name: 'English' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    }
    const faults: string[] = [];
    for (const [width, height] of [
      [1280, 680],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await forEachPlace(page, async (name) => {
        for (const fault of await clippedText(page)) faults.push(`${width}×${height} ${name}: ${fault}`);
        for (const key of await rawKeys(page)) faults.push(`${name}: raw key ${key}`);
        if (language === 'zh')
          for (const word of await foreignWords(page)) faults.push(`${name}: not Chinese: ${word}`);
      });
    }
    expect([...new Set(faults)]).toEqual([]);
  });
