import { expect, it } from 'vitest';
import { RuleDefinition } from '../../../../core/contract/index.ts';
import {
  addCondition,
  changeCondition,
  letterOf,
  newOperator,
  operatorKinds,
  removeCondition,
  unused,
} from './definition.ts';
import { starters } from './starters.ts';

const complaint = starters[0]!.definition;

it.each(starters)('offers the start $id as a definition that the core takes', ({ definition }) => {
  expect(RuleDefinition.parse(definition)).toEqual(definition);
});

it('forgets anchors and branches that named a removed condition', () => {
  const [first, second] = complaint.conditions;
  const left = removeCondition(complaint, first!.id);
  expect(left.conditions).toEqual([{ ...second, anchor: null }]);
  expect(left.match).toEqual({ condition: second!.id });
  expect(RuleDefinition.safeParse(left).success).toBe(true);
});

it('removes a condition out of nested groups, and a group with its last branch', () => {
  const base = {
    ...complaint,
    match: { all: [{ condition: 'complaint' }, { not: { any: [{ condition: 'sorry' }] } }] },
  };
  expect(removeCondition(base, 'sorry').match).toEqual({ all: [{ condition: 'complaint' }] });
});

it('keeps the last condition', () => {
  const one = removeCondition(complaint, 'complaint');
  expect(removeCondition(one, 'sorry')).toBe(one);
});

it('joins a new condition to the match', () => {
  const condition = { ...complaint.conditions[0]!, id: 'third' };
  expect(addCondition(complaint, condition).match).toEqual({ all: [complaint.match, { condition: 'third' }] });
});

it('lets go of an anchor whose condition can no longer be found at a place', () => {
  const [first, second] = complaint.conditions;
  const changed = changeCondition(complaint, { ...first!, operator: newOperator('record') });
  expect(second!.anchor).not.toBeNull();
  expect(changed.conditions[1]!.anchor).toBeNull();
});

it('tells which conditions nothing asks for', () => {
  const condition = { ...complaint.conditions[0]!, id: 'third' };
  expect(unused(complaint)).toEqual([]);
  expect(unused({ ...complaint, conditions: [...complaint.conditions, condition] })).toEqual(['third']);
});

it.each(operatorKinds.filter((kind) => kind !== 'keywords' && kind !== 'regex'))(
  'begins %s with values that the core takes',
  (kind) => {
    const condition = { ...complaint.conditions[0]!, operator: newOperator(kind) };
    expect(RuleDefinition.safeParse(changeCondition(complaint, condition)).success).toBe(true);
  },
);

it('letters conditions beyond Z', () => {
  expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
