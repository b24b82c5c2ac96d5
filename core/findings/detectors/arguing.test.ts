import { expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { arguing } from './arguing.ts';

const quarrel: Line[] = [
  ['agent', 0, 2, '您签收了。'],
  ['customer', 2, 4, '我没签收。'],
  ['agent', 5, 7, '就是您签的，您自己签的。'],
];

it('quotes every turn of an argument', () => {
  expect(arguing.detect(spokenCall(quarrel))).toMatchObject({
    verdict: 'not_met',
    value: 2,
    evidence: [{ text: '您签收了' }, { text: '就是您' }],
  });
});

it('leaves a single contradiction open, unless the library counts it', () => {
  const once = spokenCall(quarrel.slice(0, 2));
  expect([arguing.detect(once).verdict, arguing.detect(once, { turns: 1 }).verdict]).toEqual([
    'cannot_tell',
    'not_met',
  ]);
});

it('takes a kind correction for none, and cannot tell without a transcript', () => {
  const kind: Line[] = [['agent', 0, 3, '不好意思，系统显示您签收了，我再帮您核实。']];
  expect(arguing.detect(spokenCall(kind)).verdict).toBe('met');
  expect(arguing.detect(spokenCall(null)).verdict).toBe('cannot_tell');
});
