import { describe, expect, it } from 'vitest';
import type { Answer, ItemAnswer, TemplateItem } from '../../../../core/contract/index.ts';
import { counted, given, isOverruled, nextOpen, optionsOf, tally } from './answers.ts';

const item = (id: string, over: Partial<TemplateItem> = {}) =>
  ({ id, kind: 'judge', na: 'remove', ...over }) as TemplateItem;
const answer = (itemId: string, over: Partial<ItemAnswer> = {}): ItemAnswer => ({
  itemId,
  answer: null,
  count: null,
  cause: null,
  filled: false,
  machine: null,
  ...over,
});

describe('answers of an item', () => {
  it('are only those that the template allows', () => {
    expect(optionsOf(item('a')).map(({ key }) => key)).toEqual(['1', '2', '0']);
    expect(optionsOf(item('a', { partlyEarns: 5000, na: 'forbidden' })).map(({ key }) => key)).toEqual(['1', '2', '3']);
  });

  it('keep the cause while marks are lost, and drop it with them', () => {
    const before = answer('a', { answer: 'no', cause: 'skill' });
    expect(given(item('a'), 'partly', before).cause).toBe('skill');
    expect(given(item('a'), 'yes', before).cause).toBeNull();
  });

  it('count occurrences between 0 and 99', () => {
    expect(counted(2, null)).toEqual({ answer: 'no', count: 2, cause: null });
    expect(counted(0, null).answer).toBe('yes');
    expect(counted(-1, null).count).toBe(0);
    expect(counted(120, null).count).toBe(99);
  });
});

describe('how far a form is', () => {
  const na: ItemAnswer['machine'] = { verdict: null, answer: 'na', count: null, findingIds: [], reason: null };
  const draft = [
    answer('said', { answer: 'no' }),
    answer('open'),
    answer('not this call', { machine: na }),
    answer('said to apply', { answer: 'yes', machine: na }),
    answer('said not to apply', { answer: 'na', machine: na }),
  ];
  const submitted = draft.map((item) =>
    item.answer === null ? { ...item, answer: item.machine ? ('na' as const) : ('yes' as const), filled: true } : item,
  );

  it('is the same before and after submitting, but for what submitting filled in', () => {
    expect(tally(draft)).toEqual({ total: 4, answered: 3, open: 1, lost: 1, filled: 0, exempt: 1 });
    expect(tally(submitted)).toEqual({ total: 4, answered: 4, open: 0, lost: 1, filled: 1, exempt: 1 });
  });
});

describe('after an answer', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => item(id));

  it('goes on with the next open item, from the top again at the end', () => {
    const answers = [answer('a'), answer('b', { answer: 'yes' }), answer('c'), answer('d', { answer: 'yes' })];
    expect(nextOpen(items, answers, 'a')).toBe('c');
    expect(nextOpen(items, answers, 'c')).toBe('a');
  });

  it('passes by what does not apply to the call, but not by another proposal', () => {
    const says = (proposal: 'na' | 'yes') => ({
      verdict: null,
      answer: proposal,
      count: null,
      findingIds: [],
      reason: null,
    });
    const answers = [answer('a', { machine: says('na') }), answer('b', { machine: says('yes') })];
    expect(nextOpen(items.slice(0, 2), answers, null)).toBe('b');
    expect(nextOpen(items.slice(0, 1), answers, 'd')).toBeNull();
  });

  it('stays when nothing is open', () => {
    expect(
      nextOpen(
        items,
        items.map(({ id }) => answer(id, { answer: 'yes' })),
        'b',
      ),
    ).toBeNull();
  });
});

describe('the machine is overruled', () => {
  const against = (proposed: Answer | null, said: Answer | null) =>
    isOverruled(
      answer('a', {
        answer: said,
        machine: { verdict: null, answer: proposed, count: null, findingIds: [], reason: null },
      }),
    );

  it.each([
    ['yes', 'no'],
    ['no', 'yes'],
    ['yes', 'partly'],
    ['na', 'yes'],
    ['na', 'no'],
  ] as const)('where it proposes %s and a person says %s', (proposed, said) => {
    expect(against(proposed, said)).toBe(true);
  });

  it.each([
    ['yes', 'yes'],
    ['no', 'partly'],
    ['na', 'na'],
    ['na', null],
    [null, 'no'],
  ] as const)('not where it proposes %s and a person says %s', (proposed, said) => {
    expect(against(proposed, said)).toBe(false);
  });
});
