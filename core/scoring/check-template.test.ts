import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { suggest } from '../reviews/suggestions.ts';
import { templateFaults } from './check-template.ts';
import { readTemplateFiles } from './template-files.ts';

const [{ template }] = readTemplateFiles(fileURLToPath(new URL('../../scoring-templates', import.meta.url))) as [
  ReturnType<typeof readTemplateFiles>[number],
];
const marking = structuredClone(template);
const item = marking.sections[0]!.items[0]!;
item.rules = [...item.rules, 'customer-dissatisfied'];

test('no form may name a rule that only marks calls', () => {
  expect(templateFaults(template)).toEqual([]);
  expect(templateFaults(marking)).toEqual([
    `item "${item.id}": rule "customer-dissatisfied" only marks calls and can suggest no answer`,
  ]);
});

test('a mark is no ground for an answer, even where a stored form names its rule', () => {
  const only = { ...item, rules: ['customer-dissatisfied'] };
  const finding = {
    ...{ id: 'f1', recordingId: 'r1', file: 'a.wav', rule: 'customer-dissatisfied', ruleVersion: 1, value: 1 },
    ...{ title: { zh: '客户不满', en: 'x' }, breach: { zh: '客户不满', en: 'x' }, reason: { zh: '因', en: 'why' } },
    ...({ severity: 'minor', verdict: 'not_met', occasion: true, evidence: [], decision: true } as const),
  };
  expect(suggest(only, [{ ...finding, mark: true } as never], 'inbound')).toBeNull();
  expect(suggest(only, [{ ...finding, mark: false } as never], 'inbound')).toMatchObject({ answer: 'no' });
});
