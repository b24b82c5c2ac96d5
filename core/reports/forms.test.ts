import { expect, test } from 'vitest';
import type { TemplateMarksRow } from '../../db/index.ts';
import { formsOf } from './forms.ts';

const row = (templateId: string, version: number, more: Partial<TemplateMarksRow> = {}): TemplateMarksRow => ({
  templateId,
  version,
  titleZh: `${templateId}标准`,
  titleEn: `${templateId} standard`,
  mode: 'percentage',
  passMark: 8500,
  excellentMark: 9500,
  afterFail: 'zero',
  ...more,
});

test('versions that score alike are one form under the newest title, keyed by the oldest', () => {
  const forms = formsOf([row('a', 2, { titleZh: '新名' }), row('a', 1)]);
  expect(forms.keyOf('a', 1)).toBe(forms.keyOf('a', 2));
  expect(forms.get('a@1')).toMatchObject({ versions: [1, 2], title: { zh: '新名' } });
  expect(forms.choiceOf('a@1')).toEqual({ templateId: 'a' });
});

test.each([
  ['pass mark', { passMark: 8000 }],
  ['excellence mark', { excellentMark: 9000 }],
  ['kind of score', { mode: 'deduction' }],
  ['treatment of a fatal answer', { afterFail: 'keep' }],
] as const)('a version with another %s is a form of its own, told apart by its versions', (_, more) => {
  const forms = formsOf([row('a', 1), row('a', 2, more), row('a', 3)]);
  expect([forms.keyOf('a', 1), forms.keyOf('a', 2), forms.keyOf('a', 3)]).toEqual(['a@1', 'a@2', 'a@1']);
  expect(forms.get('a@1').title).toEqual({ zh: 'a标准（第1、3版）', en: 'a standard (v1, v3)' });
  expect(forms.get('a@2').title).toEqual({ zh: 'a标准（第2版）', en: 'a standard (v2)' });
  expect(forms.choiceOf('a@1')).toEqual({ templateId: 'a', templateVersions: [1, 3] });
});

test('two templates of one title are never one form, and their ids tell them apart', () => {
  const forms = formsOf([row('a', 1, { titleZh: '标准' }), row('b', 1, { titleZh: '标准' })]);
  expect([forms.get('a@1').title, forms.get('b@1').title]).toEqual([
    { zh: '标准 [a]', en: 'a standard' },
    { zh: '标准 [b]', en: 'b standard' },
  ]);
});

test('a version that was never published has no form', () => {
  expect(() => formsOf([row('a', 1)]).keyOf('a', 2)).toThrow('a v2');
});
