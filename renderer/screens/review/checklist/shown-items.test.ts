import { expect, it } from 'vitest';
import type { Answer, ItemAnswer, TemplateItem } from '../../../../core/contract/index.ts';
import { isShown, type Showing } from './shown-items.ts';

const answers: Record<string, Answer | null> = {
  greeting: 'yes',
  wait: 'no',
  tone: 'partly',
  hold: 'na',
  closing: null,
};
const shown = (showing: Showing, currentId: string | null = null) =>
  Object.keys(answers).filter((id) =>
    isShown({ id } as TemplateItem, { answer: answers[id] } as ItemAnswer, showing, currentId),
  );

it('shows every item, only those not answered yet, or only those that lost points', () => {
  expect(shown('all')).toEqual(Object.keys(answers));
  expect(shown('open')).toEqual(['closing']);
  expect(shown('lost')).toEqual(['wait', 'tone']);
});

it('does not count as open what has nothing to do with the call', () => {
  const proposed = { answer: null, machine: { verdict: null, answer: 'na' } } as ItemAnswer;
  const item = { id: 'outline' } as TemplateItem;
  expect(isShown(item, proposed, 'open', null)).toBe(false);
  expect(isShown(item, proposed, 'open', 'outline')).toBe(true);
  expect(isShown(item, { ...proposed, answer: 'no' }, 'lost', null)).toBe(true);
});

it('keeps the item in work in sight', () => {
  expect(shown('open', 'greeting')).toEqual(['greeting', 'closing']);
  expect(shown('lost', 'hold')).toEqual(['wait', 'tone', 'hold']);
});
