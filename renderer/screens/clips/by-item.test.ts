import { expect, it } from 'vitest';
import type { Clip } from '../../../core/contract/index.ts';
import { byItem } from './by-item.ts';

const clip = (id: string, itemId: string | null) => ({ id, itemId }) as Clip;

it('groups clips by checklist item, most used first and those without an item last', () => {
  const groups = byItem([
    clip('a', null),
    clip('b', 'wait'),
    clip('c', 'greeting'),
    clip('d', 'wait'),
    clip('e', null),
    clip('f', null),
  ]);
  expect(groups.map((group) => [group.itemId, group.clips.map(({ id }) => id)])).toEqual([
    ['wait', ['b', 'd']],
    ['greeting', ['c']],
    [null, ['a', 'e', 'f']],
  ]);
});
