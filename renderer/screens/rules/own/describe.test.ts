import { expect, it } from 'vitest';
import type { Condition, ConditionTree, Language, RuleDefinition } from '../../../../core/contract/index.ts';
import { i18n } from '../../../i18n/index.ts';
import { describeRule } from './describe.ts';
import { starters } from './starters.ts';

const read = (definition: RuleDefinition, language: Language = 'zh') =>
  describeRule(definition, i18n.getFixedT(language, 'rules'), language);
const apology = starters[0]!.definition;
const [complaint, sorry] = apology.conditions as [Condition, Condition];
const saying = (word: string): Condition => ({
  ...complaint,
  role: 'agent',
  operator: { kind: 'keywords', words: [word], match: 'any', least: 1, within: 'range' },
});
const rule = (match: ConditionTree, ...conditions: Condition[]): RuleDefinition => ({
  ...apology,
  means: 'breach',
  conditions,
  match,
});

it('reads a condition that is placed by another one', () => {
  const once = { ...sorry, anchor: { ...sorry.anchor!, hit: 'any' as const } };
  const customer = { ...saying('投诉'), id: 'complaint', role: 'customer' as const };
  const agent = { ...saying('抱歉'), id: 'sorry', anchor: once.anchor };
  const without = rule({ not: { condition: 'sorry' } }, customer, agent);
  expect(read(without)).toBe('坐席在客户说“投诉”之后 3 句内没有说“抱歉”，即不合格。');
  expect(read(without, 'en')).toBe(
    'It is a breach when the agent does not say "抱歉" within 3 sentences after the customer says "投诉".',
  );
});

it.each([
  ['apology', '要求坐席在每次客户说“投诉”、“太差了”或“不满意”之后 3 句内说“抱歉”、“对不起”或“不好意思”，否则不合格。'],
  ['more-needs', '要求坐席在最后 5 句内说“还有什么”、“还有其他”、“其他问题”或“别的需要”，否则不合格。'],
  ['slow-answer', '仅当方向是呼入时：坐席隔 8 秒以上才回应，即不合格。'],
] as const)('reads the start %s', (id, sentence) => {
  expect(read(starters.find((starter) => starter.id === id)!.definition)).toBe(sentence);
});

it('keeps the groups of a tree apart', () => {
  const [a, b, c] = ['甲', '乙', '丙'].map((word, i) => ({ ...saying(word), id: `c${i}` })) as [
    Condition,
    Condition,
    Condition,
  ];
  const leaves = [a, b, c].map(({ id }) => ({ condition: id }));
  expect(read(rule({ all: [leaves[0]!, { any: [leaves[1]!, { not: leaves[2]! }] }] }, a, b, c))).toBe(
    '坐席说“甲”，并且（坐席说“乙”，或者坐席没有说“丙”），即不合格。',
  );
  expect(read(rule({ not: { any: leaves.slice(0, 2) } }, a, b), 'en')).toBe(
    'It is a breach when not (the agent says "甲", or the agent says "乙").',
  );
});

it('turns a comparison round where it must not hold', () => {
  const length: Condition = {
    ...complaint,
    operator: { kind: 'record', field: 'talkSeconds', column: '', compare: 'over', values: ['600'] },
  };
  expect(read(rule({ not: { condition: 'complaint' } }, length))).toBe('通话时长（秒）不大于“600”，即不合格。');
});

it('shortens long lists of words', () => {
  const words = ['一', '二', '三', '四', '五', '六'];
  const many: Condition = {
    ...complaint,
    operator: { kind: 'keywords', words, match: 'none', least: 1, within: 'range' },
  };
  expect(read(rule({ condition: 'complaint' }, many))).toBe('客户没有说“一”、“二”、“三”、“四”或等 6 个词，即不合格。');
});

it('does not go in circles while two conditions name each other', () => {
  const loop = { condition: 'sorry', where: 'after', hit: 'any', within: null, unit: 'sentences' } as const;
  expect(read(rule({ condition: 'sorry' }, { ...complaint, anchor: loop }, sorry))).toContain('已删除的条件');
});
