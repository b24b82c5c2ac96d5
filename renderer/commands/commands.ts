/**
 * Every command of the app, once: menus, tooltips, key sheet, palette and remapping are all drawn from here.
 * Keys: "Mod" is Ctrl (Cmd on macOS). Letter keys are only aliases, which the user can switch off (WCAG 2.1.4),
 * because an input method in Chinese mode may swallow them. Not to be used: Ctrl+Space, Shift+Space, Ctrl+Shift,
 * Ctrl+comma, Ctrl+period, Ctrl+Alt combinations (taken by input methods and QQ), Ctrl+R and F5 (reload).
 */
import type { CommandInfo } from './command-info.ts';
import { fileCommands } from './file-commands.ts';
import { listCommands } from './list-commands.ts';
import { playCommands } from './play-commands.ts';
import { scoreCommands } from './score-commands.ts';
import { viewCommands } from './view-commands.ts';

export type { CommandGroup } from './command-info.ts';

/** A key that two commands share belongs to the first of them that is at hand. */
const commands = {
  ...fileCommands,
  ...playCommands,
  ...scoreCommands,
  ...listCommands,
  ...viewCommands,
} as const satisfies Record<string, CommandInfo>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];
export const commandInfo: Record<CommandId, CommandInfo> = commands;
