import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Template } from '../contract/index.ts';
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

test('the service standard asks for every article that has a rule of its own', () => {
  const span = (chapter: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${chapter}${from + index}`);
  const articles = [
    ...span('', 1, 4),
    ...span('', 6, 22),
    ...span('23.', 1, 15),
    ...span('24.', 1, 14),
    '25',
    ...span('26.', 1, 9),
  ];
  const cited = itemsOf(templates.get('service-standard')!)
    .flatMap((item) => item.article.split(','))
    .flatMap((part) => {
      const [first, last = first] = part.split('-') as [string, string?];
      const chapter = first.includes('.') ? `${first.split('.')[0]}.` : '';
      const number = (article: string) => Number(article.split('.').at(-1));
      return span(chapter, number(first), number(last));
    });
  expect(articles.filter((article) => !cited.includes(article))).toEqual([]);
  expect(cited.filter((article) => !articles.includes(article))).toEqual([]);
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
