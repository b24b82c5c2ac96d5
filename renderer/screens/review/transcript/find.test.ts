import { expect, it } from 'vitest';
import { findMatches } from './find.ts';

const say = (id: number, text: string) => ({ id, speaker: 'agent' as const, start: id, end: id + 1, text });

it('finds every place, in any width and case', () => {
  expect(findMatches([say(1, '工号８０１２，工号8012'), say(2, 'App 升级，APP')], '8012')).toEqual([
    { segmentId: 1, from: 2, to: 6 },
    { segmentId: 1, from: 9, to: 13 },
  ]);
  expect(findMatches([say(2, 'App 升级，APP')], 'app')).toHaveLength(2);
});

it('finds nothing for an empty search', () => {
  expect(findMatches([say(1, '您好')], '  ')).toEqual([]);
});
