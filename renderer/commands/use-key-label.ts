import { chordAria, chordLabel } from './chord.ts';
import type { CommandId } from './commands.ts';
import { keysOf, useKeySettings } from './dispatcher.ts';

/** The first key of a command as printed on a cap, or '' when it has none. */
export function useKeyLabel(id: CommandId): string {
  const key = useKeySettings((settings) => keysOf(id, settings)[0]);
  return key ? chordLabel(key) : '';
}

/** All keys of a command for `aria-keyshortcuts`. */
export function useAriaKeys(id: CommandId): string {
  return useKeySettings((settings) => keysOf(id, settings).map(chordAria).join(' '));
}
