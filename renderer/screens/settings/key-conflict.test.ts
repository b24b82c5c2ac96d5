import { expect, it } from 'vitest';
import { commandIds, commandInfo } from '../../commands/commands.ts';
import { conflictOf } from './key-conflict.ts';

const allKeys = (id: (typeof commandIds)[number]) => [...commandInfo[id].keys, ...(commandInfo[id].letters ?? [])];

it.each(commandIds)('gives %s keys that no other command of the same screen has', (id) => {
  const clashes = allKeys(id)
    .map((chord) => conflictOf(chord, id, allKeys))
    .filter(Boolean);
  expect(clashes).toEqual([]);
});

it('lets two screens use the same key', () => {
  expect(conflictOf('Enter', 'list.open', allKeys)).toBeUndefined();
});

it('names the command that has a key already', () => {
  expect(conflictOf('F8', 'help.keys', allKeys)).toBe('play.toggle');
});
