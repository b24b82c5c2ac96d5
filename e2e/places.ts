/** Every place of the app that can be seen: the screens with content in them, and what opens over them. */
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { type ServedLibrary, samples } from './served-library.ts';

export type Visit = (page: Page) => Promise<void>;

export interface Place {
  name: string;
  /** From wherever the app stands, with nothing open over it. */
  open: Visit;
  /** Takes away what was opened over the screen. */
  leave?: Visit;
}

const either = (zh: string, en: string) => new RegExp(`^(${zh}|${en})`);

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

const button = (page: Page, zh: string, en: string) =>
  page
    .getByRole('main')
    .getByRole('button', { name: either(zh, en) })
    .first();

/** A button of the screen at hand that opens something. */
const press =
  (screen: Visit, zh: string, en: string): Visit =>
  async (page) => {
    await screen(page);
    await button(page, zh, en).click();
  };

const key =
  (screen: Visit, chord: string): Visit =>
  async (page) => {
    await screen(page);
    await page.keyboard.press(chord);
  };

/** @param start its second column on the list, as 03-02 09:15 */
const call =
  (start: string): Visit =>
  async (page) => {
    await go('2')(page);
    await page.getByRole('row').filter({ hasText: start }).dblclick();
    await expect(page.locator('[data-item]').first()).toBeVisible();
    await expect(page.getByRole('toolbar').first()).toBeVisible();
    await page.evaluate(() => document.querySelector('audio')?.pause());
  };
const draft = call('03-02 09:30');
const submitted = call('03-02 10:15');

const tab =
  (screen: Visit, index: number): Visit =>
  async (page) => {
    await screen(page);
    const tabs = page.getByRole('tab');
    // Wide screens show all of them at once.
    if ((await tabs.count()) > index) await tabs.nth(index).click();
  };

const correcting: Visit = async (page) => {
  await draft(page);
  await page.keyboard.press('Control+E');
  await expect(page.locator('[data-sentence-editor]')).toBeFocused();
  await page.keyboard.type('。');
};
const transcriptMenu = press(draft, '转写的更多操作', 'More about the transcript');
const original: Visit = async (page) => {
  await transcriptMenu(page);
  await page.getByRole('menuitem', { name: either('查看原文', 'Show the original') }).click();
  await expect(page.getByRole('region', { name: either('转写原文', 'Original transcript') })).toBeVisible();
};
const backFromOriginal: Visit = async (page) => {
  await button(page, '转写的更多操作', 'More about the transcript').click();
  await page.getByRole('menuitem').first().click();
};

const rules: Visit = async (page) => {
  await go('8')(page);
  await expect(page.locator('[data-pane="list"] li').first()).toBeVisible();
};
const rule =
  (id: string): Visit =>
  async (page) => {
    await rules(page);
    await page.keyboard.press('Control+F');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(id);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  };
const rulesTested: Visit = async (page) => {
  await rule('wait-over-limit')(page);
  await expect(page.locator('[data-pane="detail"] input:focus')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
};
const phrases: Visit = async (page) => {
  await rule('forbidden-phrase')(page);
  await page.locator('[data-pane="detail"] button[aria-expanded="false"]').first().click();
};
const starters = key(rules, 'Control+I');
const ownRule: Visit = async (page) => {
  await starters(page);
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
};
const ruleHistory: Visit = async (page) => {
  await rule('forbidden-phrase')(page);
  await page.getByRole('radio', { name: either('版本', 'Versions') }).click();
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
  await page.keyboard.press('Control+A');
  await page.keyboard.type('的');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
};
const library = go('2');

const menu =
  (index: number, screen: Visit = library): Visit =>
  async (page) => {
    await screen(page);
    await page.getByRole('menubar').getByRole('menuitem').nth(index).click();
    await expect(page.getByRole('menu')).toBeVisible();
  };

const importSheet: Visit = async (page) => {
  await library(page);
  await new AppPage(page).chooseFolder(samples);
  await expect(page.getByRole('dialog').locator('[type="submit"]')).toBeEnabled();
};
const transcriptFile: Visit = async (page) => {
  await transcriptMenu(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: either('换一份转写文件', 'Another transcript file') }).click();
  await (await chooser).setFiles(join(samples, '20260302_093012_8013_13911112222.vtt'));
  await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
};

const helpPage =
  (index: number): Visit =>
  async (page) => {
    await key(library, 'F1')(page);
    await page.getByRole('dialog').getByRole('navigation').getByRole('button').nth(index).click();
    await expect(page.getByRole('dialog').getByRole('article')).not.toBeEmpty();
  };

const list = (entries: Record<string, Visit>, leave?: Visit): Place[] =>
  Object.entries(entries).map(([name, open]) => ({ name, open, ...(leave ? { leave } : {}) }));

const pressEscape: Visit = (page) => page.keyboard.press('Escape');
const escapeDialog: Visit = async (page) => {
  await pressEscape(page);
  await expect(page.getByRole('dialog')).toBeHidden();
};
const escapePopup: Visit = async (page) => {
  await pressEscape(page);
  await page.mouse.click(4, 300);
  await expect(page.locator('.ant-dropdown:visible, .ant-popover:visible, .ant-select-dropdown:visible')).toHaveCount(
    0,
  );
};

export const screens: readonly Place[] = [
  ...list({
    library,
    review: draft,
    'review, findings': tab(draft, 1),
    'review, comments': tab(draft, 2),
    'review, submitted': submitted,
  }),
  { name: 'review, correcting', open: correcting, leave: pressEscape },
  { name: 'review, original', open: original, leave: backFromOriginal },
  { name: 'review, find', open: key(draft, 'Control+F'), leave: pressEscape },
  ...list({
    search,
    'search, syntax': press(search, '写法', 'Syntax'),
    trends: go('4'),
    'trends, data': press(go('4'), '查看数据', 'See data'),
    reports: go('5'),
    clips: go('7'),
    rules,
    'rules, tested': rulesTested,
    'rules, phrases': phrases,
    'rules, history': ruleHistory,
    'rules, own rule': ownRule,
    'settings, person': settingsPage(0),
    'settings, review': settingsPage(1),
    'settings, transcription': settingsPage(2),
    'settings, models': modelDetails,
    'settings, keys': settingsPage(4),
    'settings, library': settingsPage(5),
  }),
];

export const dialogs: readonly Place[] = list(
  {
    palette: async (page) => {
      await key(library, 'Control+K')(page);
      await page.keyboard.type('8');
    },
    'help, guide': key(library, 'F1'),
    'help, keys': key(library, 'Control+/'),
    'help, figures': helpPage(2),
    'help, about': helpPage(3),
    'help, licences': helpPage(4),
    'help, searched': async (page) => {
      await key(library, 'F1')(page);
      await page.keyboard.type('ctrl');
    },
    'background jobs': key(library, 'Control+Shift+L'),
    'transcription without a model': key(library, 'Control+U'),
    'removal asked': key(library, 'Delete'),
    'call details': key(library, 'Alt+Enter'),
    'past imports': async (page) => {
      await menu(0)(page);
      await page.getByRole('menuitem', { name: either('导入记录', 'Past imports') }).click();
    },
    'import sheet': importSheet,
    'transcript file': transcriptFile,
    'reason to skip': key(draft, 'Control+Delete'),
    'reason to retract': key(submitted, 'Control+Backspace'),
    'search saved': key(search, 'Control+S'),
    'search as clips': key(search, 'Control+B'),
    'rule starters': starters,
    'model added': press(settingsPage(3), '从这台电脑添加', 'Add from'),
  },
  escapeDialog,
);

export const popups: readonly Place[] = list(
  {
    'menu of files': menu(0),
    'menu of editing': menu(1, draft),
    'menu of playing': menu(2, draft),
    'menu of scoring': menu(3, draft),
    'menu of views': menu(4, draft),
    'menu of help': menu(-1),
    'columns chosen': press(library, '设置表头', 'Columns'),
    'transcript menu': transcriptMenu,
    'transcript exported': press(draft, '导出转写', 'Export'),
    'sentence menu': async (page) => {
      await draft(page);
      await page.getByRole('main').locator('button[aria-haspopup="menu"]').first().click();
    },
    'items shown': async (page) => {
      await draft(page);
      await page.locator('main button:has([role="progressbar"])').last().click();
    },
    'score explained': press(draft, '得分是怎样算的', 'How'),
  },
  escapePopup,
);

/** A submitted review with a lost item, a draft and a clip, so that no screen is empty. */
export async function furnish(page: Page, served: ServedLibrary): Promise<void> {
  const app = new AppPage(page);
  const review = new ReviewPage(page);
  // Colours in the middle of a transition are nobody's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open(served.address);
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

export async function setLanguage(page: Page, language: string): Promise<void> {
  await settingsPage(0)(page);
  await page.getByRole('radio', { name: language === 'en' ? 'English' : '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN');
}
