import { type CommandId, commandIds, commandInfo } from '../../commands/commands.ts';

/** Another command that already answers to the chord on a screen where `id` works too; undefined when the chord is free. */
export function conflictOf(
  chord: string,
  id: CommandId,
  keysOf: (id: CommandId) => readonly string[],
): CommandId | undefined {
  const mine = commandInfo[id].screens;
  return commandIds.find((other) => {
    if (other === id || !keysOf(other).includes(chord)) return false;
    const theirs = commandInfo[other].screens;
    return !mine || !theirs || mine.some((screen) => theirs.includes(screen));
  });
}
