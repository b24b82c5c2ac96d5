import { expect, it } from 'vitest';
import { commandIds, commandInfo } from '../../commands/commands.ts';
import { isReserved } from './reserved-chords.ts';

it.each(['Mod+Space', 'Shift+Space', 'Mod+,', 'Mod+Alt+S', 'F5', 'Mod+R'])(
  'does not offer %s, which an input method or the system takes',
  (chord) => {
    expect(isReserved(chord)).toBe(true);
  },
);

it('gives no command a key that is taken', () => {
  const taken = commandIds.flatMap((id) =>
    [...commandInfo[id].keys, ...(commandInfo[id].letters ?? [])].filter(isReserved),
  );
  expect(taken).toEqual([]);
});
