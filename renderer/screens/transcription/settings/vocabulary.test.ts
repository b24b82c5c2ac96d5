import { expect, it } from 'vitest';
import { wordsOf } from './vocabulary.ts';

it.each([
  ['云账户\n听鉴\n', ['云账户', '听鉴']],
  ['云账户，听鉴、 云账户 ;Tingjian Pro', ['云账户', '听鉴', 'Tingjian Pro']],
  [' \n，\n', []],
  ['长'.repeat(60), ['长'.repeat(50)]],
])('reads %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('takes no more words than are stored, the first ones', () => {
  const many = Array.from({ length: 600 }, (_, index) => `词${index}`);
  expect(wordsOf(many.join('\n'))).toEqual(many.slice(0, 500));
});
