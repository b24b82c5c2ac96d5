import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Template } from '../contract/index.ts';
import { type Article, citedArticles, onSiteRules, standardArticles } from '../findings/articles.ts';
import { detectors } from '../findings/detectors/index.ts';
import { spokenCall } from '../test-support/spoken-call.ts';
import { score } from './score.ts';
import { readTemplateFiles } from './template-files.ts';
import { templateJsonSchema } from './template-schema.ts';

const url = (path: string) => new URL(`../../${path}`, import.meta.url);
const files = readTemplateFiles(fileURLToPath(url('scoring-templates')));
const templates = new Map(files.map(({ template }) => [template.id, template]));
const itemsOf = (template: Template) => template.sections.flatMap((section) => section.items);

test('schema.json is what the code generates (npm run template-schema)', () => {
  expect(JSON.parse(readFileSync(url('scoring-templates/schema.json'), 'utf8'))).toEqual(templateJsonSchema());
});

test('the two forms are there, and no id is used by two files', () => {
  expect([...templates.keys()].sort()).toEqual(['conduct-call-deductions', 'service-standard']);
  expect(templates.size).toBe(files.length);
});

test.each([...templates.values()].map((template) => [template.id, template] as const))(
  '%s: titles fit a checklist row',
  (_id, template) => {
    for (const item of itemsOf(template)) {
      expect(item.title.zh.length, item.title.zh).toBeLessThanOrEqual(14);
      expect(item.title.en.length, item.title.en).toBeLessThanOrEqual(36);
      expect(item.article.length).toBeLessThanOrEqual(12);
    }
  },
);

test('every rule that a template names has a detector', () => {
  const known = detectors.map((detector) => detector.rule.id);
  const named = [...templates.values()].flatMap(itemsOf).flatMap((item) => item.rules);
  expect(named.filter((rule) => !known.includes(rule))).toEqual([]);
});

test('the service standard says which items are about calls of one direction only, and its rules agree', () => {
  const oneWay = itemsOf(templates.get('service-standard')!).filter(({ appliesTo }) => appliesTo);
  expect(oneWay.map(({ article, id, appliesTo }) => [article, id, appliesTo])).toEqual([
    ['25', 'outline', 'outbound'],
    ['26.1', 'three-rings', 'inbound'],
    ['26.2', 'outbound-name', 'outbound'],
  ]);
  for (const { rules, appliesTo } of oneWay)
    for (const { detect, rule } of detectors.filter((detector) => rules.includes(detector.rule.id))) {
      const other = appliesTo === 'inbound' ? 'outbound' : 'inbound';
      expect(detect(spokenCall(null, { direction: other })).reason.en, rule.id).toBe('no occasion');
      expect(detect(spokenCall(null, { direction: appliesTo })).reason.en, rule.id).not.toBe('no occasion');
    }
});

test('the service standard has five chapters of 100 points in whole points per item', () => {
  const standard = templates.get('service-standard')!;
  expect(standard.sections).toHaveLength(5);
  expect(standard.sections.reduce((sum, section) => sum + section.weight, 0)).toBe(100);
  for (const section of standard.sections)
    expect(section.items.reduce((sum, item) => sum + item.weight, 0)).toBe(section.weight);
});

test('the service standard asks for every article, and the deductions for every on-site rule', () => {
  const cited = (id: string) => itemsOf(templates.get(id)!).flatMap((item) => citedArticles(item.article));
  const missing = (id: string, articles: readonly Article[]) => {
    const all = cited(id);
    return articles.map((article) => article.id).filter((article) => !all.includes(article));
  };
  expect(missing('service-standard', standardArticles)).toEqual([]);
  expect(missing('conduct-call-deductions', onSiteRules)).toEqual([]);
  expect(cited('conduct-call-deductions').toSorted()).toEqual(onSiteRules.map(({ id }) => id));
});

test('the items of chapter 3 cite one article of it each, in the order of the standard', () => {
  const attitude = templates.get('service-standard')!.sections.find(({ id }) => id === 'attitude')!;
  expect(attitude.items.map(({ id, article }) => [article.split(',')[0], id])).toEqual([
    ['15', 'polite'],
    ['16', 'no-lecturing'],
    ['17', 'hard-questions'],
    ['18', 'special-needs'],
    ['19', 'no-jokes'],
    ['20', 'no-arguing'],
    ['21', 'own-mistakes'],
    ['22', 'modest'],
  ]);
});

test.each([
  ['service-standard', 3],
  ['conduct-call-deductions', 2],
])('%s is version %i and says in both languages what that changed, N/A without occasion among it', (id, version) => {
  const { version: is, notes } = templates.get(id)!;
  expect(is).toBe(version);
  expect(notes?.zh).toContain('不适用');
  expect(notes?.en).toContain('N/A');
});

/** What the articles mean, as inspectors must read it on the form. */
test.each([
  ['service-standard', 'concise', /闲/, /small talk/],
  ['service-standard', 'no-insult', /粗鲁/, /rude/i],
  ['service-standard', 'hold-contact', /保持联系/, /in touch/i],
  ['service-standard', 'closing-id', /工号.*再次/, /service number.*again/],
  ['service-standard', 'articulation', /客户要求/, /customer's wish/],
  [
    'conduct-call-deductions',
    'voice-insult',
    /抬高|提高.*辱骂.*挂断.*干扰/,
    /raises.*insults.*hangs up.*at will.*disturbs/,
  ],
  [
    'conduct-call-deductions',
    'wording',
    /普通话（客户要求的除外）.*不规范.*争辩/,
    /unless the customer asks.*wording.*arguing/,
  ],
  ['conduct-call-deductions', 'waiting', /保留音.*回线.*质疑.*闲聊/, /hold music.*back quickly.*doubts.*chats/],
  ['conduct-call-deductions', 'number-ticket', /清楚.*投诉.*如实/, /clearly.*complaint.*truthfully/],
  ['conduct-call-deductions', 'first-contact', /首问责任制.*推诿/, /first-contact responsibility.*pushes/],
  ['conduct-call-deductions', 'secrecy', /客户资料.*内部产品信息/, /customer data.*internal product information/],
  ['conduct-call-deductions', 'outage-report', /故障.*群体投诉.*拥塞/, /outage.*mass complaint.*congestion/],
  ['conduct-call-deductions', 'interview', /未经授权.*采访/, /unauthorised press interview/],
  ['conduct-call-deductions', 'escalation', /投诉升级.*VIP.*值班长/, /escalating complaint.*VIP.*shift leader/],
])('%s: %s says what its article means', (id, itemId, zh, en) => {
  const { help } = itemsOf(templates.get(id)!).find((item) => item.id === itemId)!;
  expect(help.zh).toMatch(zh);
  expect(help.en).toMatch(en);
});

test.each([
  ['service-standard', 'no-insult', ['insult']],
  ['service-standard', 'address', ['addresses-by-name', 'confirms-request']],
  ['service-standard', 'closing-id', ['closing-agent-id']],
  ['service-standard', 'own-mistakes', ['apology-after-fault']],
  ['service-standard', 'no-arguing', ['arguing']],
  ['service-standard', 'volume', ['voice-volume', 'raised-voice']],
  ['service-standard', 'pace', ['speech-rate', 'reply-gap']],
  ['service-standard', 'pauses', ['talk-share']],
  ['service-standard', 'hold-contact', ['in-touch-during-wait']],
  ['conduct-call-deductions', 'voice-insult', ['raised-voice', 'insult']],
  ['conduct-call-deductions', 'wording', ['forbidden-phrase', 'rhetorical-question', 'arguing']],
  ['conduct-call-deductions', 'waiting', ['wait-over-limit', 'hold-without-music']],
  ['conduct-call-deductions', 'number-ticket', ['agent-id-when-asked']],
  ['conduct-call-deductions', 'escalation', ['complaint-taken-up']],
])('%s: %s is judged by %j', (id, itemId, rules) => {
  expect(itemsOf(templates.get(id)!).find((item) => item.id === itemId)!.rules).toEqual(rules);
});

test('24.10 is about rudeness: hanging up is not asked for there', () => {
  const { title, help } = itemsOf(templates.get('service-standard')!).find(({ article }) => article === '24.10')!;
  expect(title.zh + help.zh).not.toMatch(/挂断|摔/);
  expect(title.en + help.en).not.toMatch(/hang|slam/i);
});

test.each([
  ['1', '较严重', 'Fairly severe'],
  ['2', '较严重', 'Fairly severe'],
  ['3', '较严重', 'Fairly severe'],
  ['4', '较严重', 'Fairly severe'],
  ['5', '较严重', 'Fairly severe'],
  ['6', '严重', 'Severe'],
  ['7', '较严重', 'Fairly severe'],
  ['8', '较严重', 'Fairly severe'],
  ['9', undefined, undefined],
])('on-site rule %s is %s', (article, zh, en) => {
  const item = itemsOf(templates.get('conduct-call-deductions')!).find((one) => one.article === article)!;
  expect(item.breachClass).toEqual(zh && { zh, en });
});

test.each(['forbidden', 'no-insult'])('one "no" to %s fails the call with 0 points', (item) => {
  const result = score(templates.get('service-standard')!, new Map([[item, { answer: 'no', count: null }]]));
  expect(result).toMatchObject({ after: 0, passed: false, fatal: [item] });
  expect(result.before).toBeGreaterThan(9000);
});

test.each([
  [1, 10],
  [2, 5],
  [3, 5],
  [4, 5],
  [5, 5],
  [6, 10],
  [7, 5],
  [8, 10],
  [9, 10],
])('call rule %i costs %i points per occurrence', (rule, points) => {
  const deductions = templates.get('conduct-call-deductions')!;
  const item = itemsOf(deductions).find(({ article }) => article === String(rule))!;
  const twice = score(deductions, new Map([[item.id, { answer: 'no', count: 2 }]]));
  expect(twice.before).toBe(10_000 - 200 * points);
});
