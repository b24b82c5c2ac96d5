import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { AppPage } from './pages/app-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { RulesPage } from './pages/rules-page.ts';
import type { ServedLibrary } from './served-library.ts';

const waiting = '客户等待不超过一分钟';
const waitingHalf = '客户等待不超过30秒';
const standard = new URL('../scoring-templates/service-standard.json', import.meta.url);

interface Finding {
  file: string;
  rule: string;
  verdict: string;
}

const breaches = async (library: ServedLibrary, rule: string) =>
  (await library.cli<Finding[]>('findings', '--all'))
    .filter((finding) => finding.rule === rule && finding.verdict === 'not_met')
    .map(({ file }) => file.slice(0, 13))
    .sort();

/** Six calls in which a person said of the wait: two are too long, of which the machine finds one. */
async function decideSix(library: ServedLibrary): Promise<void> {
  const recordings = await library.cli<{ id: string; file: string }[]>('recordings');
  const template = JSON.parse(await readFile(standard, 'utf8')) as { sections: { items: { id: string }[] }[] };
  const allYes = Object.fromEntries(
    template.sections.flatMap((section) => section.items).map(({ id }) => [id, { answer: 'yes' }]),
  );
  const tooLong = { 'wait-limit': { answer: 'no', comment: '久等', at: 30 } };
  for (const [start, others] of [
    ['20260302_0915', {}],
    ['20260302_0930', {}],
    ['20260302_1015', tooLong],
    ['20260303_1533', tooLong],
    ['20260304_1100', {}],
    ['20260306_1430', {}],
  ] as const)
    await library.score({
      recording: recordings.find(({ file }) => file.startsWith(start))?.id,
      template: 'service-standard',
      inspector: '王倩',
      answers: { ...allYes, ...others },
    });
}

test('a changed limit is tried on all calls, applied as a version, and taken back', async ({ page, sampleLibrary }) => {
  await decideSix(sampleLibrary);
  const app = new AppPage(page);
  const rules = new RulesPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('rules');
  await rules.openByKeyboard(waiting);
  await rules.expectCounts(waiting, [3, 7, 0]);
  await page.keyboard.press('Enter');
  await expect(rules.detail(waiting).getByRole('textbox', { name: '最长等待' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  await expect(page.getByText('请填 10 – 600')).toBeVisible();
  await expect(rules.test.getByRole('button', { name: /^试算/ })).toBeDisabled();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('30');

  await page.keyboard.press('Control+Enter');
  await expect(rules.test.getByText('试算结果，未保存')).toBeVisible();
  await rules.expectTurn('不合格', [3, 0, 0]);
  await rules.expectTurn('合格', [1, 6, 0]);
  // The call of 15:33, in which the customer waits 45.7 s; a person found that too long.
  await expect(rules.flips()).toHaveCount(1);
  await expect(rules.flips()).toContainText('03-03 15:33');
  await expect(rules.flips()).toContainText('人工：不合格');
  await expect(rules.test.getByRole('row', { name: /^检出率/ })).toContainText('50%1/2100%2/2↑ 50 个百分点');
  // Nothing is stored so far.
  await rules.expectCounts(waiting, [3, 7, 0]);

  await rules.flips().getByRole('button').click();
  await new ReviewPage(page).expectOpen('8016 陈静');
  await app.goTo('rules');
  await rules.expectCurrent(waiting);
  await expect(rules.detail(waiting).getByText('未应用')).toBeVisible();

  await page.getByRole('textbox', { name: '说明（可不填）' }).fill('试行半分钟');
  await page.keyboard.press('Control+S');
  await expect(app.message('已应用第 4 版')).toBeVisible();
  // The limit is part of the rule's names.
  await expect(rules.detail(waitingHalf)).toContainText('违反时称为：客户等待超过30秒');
  await rules.showAll();
  await rules.expectCounts(waitingHalf, [4, 6, 0]);
  expect(await breaches(sampleLibrary, 'wait-over-limit')).toContain('20260303_1533');

  await rules.detail(waitingHalf).getByRole('radio', { name: '版本' }).click();
  const versions = page.getByRole('region', { name: /^客户等待不超过/ }).getByRole('listitem');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('试行半分钟');
  await expect(versions.first()).toContainText('最长等待60 秒30 秒');
  await versions.last().getByRole('button', { name: '还原到这一版' }).click();
  await expect(versions).toHaveCount(3);
  await rules.expectCounts(waiting, [3, 7, 0]);
  expect(await breaches(sampleLibrary, 'wait-over-limit')).not.toContain('20260303_1533');
});

test('an own rule is built from an example, read as a sentence, tried, stored, removed and brought back', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const rules = new RulesPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('rules');
  await expect(rules.list.getByRole('listitem')).toHaveCount(33);
  await page.keyboard.press('Control+I');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^结束前询问其他需求/ })
    .click();
  const title = '结束前再问一句';
  await page.getByRole('textbox', { name: '中文名称', exact: true }).fill(title);
  const detail = rules.detail(title);
  await page.getByRole('textbox', { name: '添加到“词语”' }).fill('还需要');
  await page.keyboard.press('Enter');
  await detail.getByRole('button', { name: '删除“别的需要”' }).click();
  await expect(detail.getByText('读作')).toBeVisible();
  await expect(detail).toContainText(
    '要求坐席在最后 5 句内说“还有什么”、“还有其他”、“其他问题”或“还需要”，否则不合格。',
  );
  await detail.getByRole('radio', { name: '出现即不合格' }).click();
  await detail.getByRole('radio', { name: '不满足' }).click();
  await expect(detail).toContainText('坐席在最后 5 句内没有说“还有什么”、“还有其他”、“其他问题”或“还需要”，即不合格。');

  await page.keyboard.press('Control+Enter');
  await expect(rules.test.getByText('试算结果，未保存')).toBeVisible();
  const cells = await rules.test.getByRole('row', { name: /^未判/ }).getByRole('cell').allTextContents();
  const [notMet, met, unknown] = cells.map(Number) as [number, number, number];
  expect(notMet).toBeGreaterThan(0);
  expect(met).toBeGreaterThan(0);
  expect(notMet + met + unknown).toBe(10);
  await expect(rules.list.getByRole('listitem')).toHaveCount(34);
  await expect(rules.rule(title)).toContainText('尚未保存');

  await page.keyboard.press('Control+S');
  await expect(app.message('已应用第 1 版')).toBeVisible();
  await rules.expectCounts(title, [notMet, met, unknown]);

  await detail.getByRole('button', { name: '删除规则' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除规则' }).click();
  await expect(rules.rule(title)).toHaveCount(0);
  await app.message('已删除规则').getByRole('button', { name: '撤销' }).click();
  await rules.expectCounts(title, [notMet, met, unknown]);
});

test('a pattern that the core refuses is marked where it stands, and nothing is stored', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const rules = new RulesPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('rules');
  await rules.openByKeyboard('不说服务忌语');
  const detail = rules.detail('不说服务忌语');
  const version = await detail
    .getByText(/^第 \d+ 版/)
    .first()
    .textContent();
  const patterns = detail.getByRole('textbox', { name: '添加到“增加的正则表达式”' });
  await patterns.fill('(?=你)烦');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+S');
  await expect(detail.getByRole('alert')).toContainText('(?=');
  await expect(detail.getByText(version!)).toBeVisible();
  await detail.getByRole('button', { name: '删除“(?=你)烦”' }).click();
  await expect(detail.getByRole('alert')).toHaveCount(0);
  await expect(detail.getByText('未应用')).toHaveCount(0);
});

test('by keyboard alone: find a rule, change it, undo, try it, apply it, switch it off', async ({
  page,
  sampleLibrary,
}) => {
  const app = new AppPage(page);
  const rules = new RulesPage(page);
  await app.open(sampleLibrary.address);
  await app.goTo('rules');
  await rules.expectCurrent('三声铃响内接听');
  await page.keyboard.press('ArrowDown');
  await rules.expectCurrent('规范问候开场');
  await page.keyboard.press('End');
  await rules.expectCurrent('让客户先挂机');
  await rules.openByKeyboard('避免长时间静默');
  const detail = rules.detail('避免长时间静默');
  await page.keyboard.press('Enter');
  await expect(detail.locator('input:focus')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('24');
  await expect(detail.getByText('未应用')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await expect(detail.getByText('未应用')).toHaveCount(0);
  await page.keyboard.press('Control+Y');
  await expect(detail.getByText('未应用')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(rules.test.getByText('试算结果，未保存')).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(app.message('已应用第 4 版')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(rules.rule('避免长时间静默')).toContainText('已停用');
  await page.keyboard.press('F2');
  await expect(rules.rule('避免长时间静默')).not.toContainText('已停用');
});
