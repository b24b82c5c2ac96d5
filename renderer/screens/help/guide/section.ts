/**
 * The guide is data. `{play.toggle}` in a text stands for that command's key as it is now: a key that is not in the
 * command registry cannot be named.
 */
import type { Bilingual } from '../../../../core/contract/index.ts';
import { type CommandId, commandIds } from '../../../commands/commands.ts';

export interface GuideSection {
  id: string;
  title: Bilingual;
  /** In order (a day's work), or one by one. */
  kind: 'steps' | 'points';
  lines: readonly GuideLine[];
}

export interface GuideLine {
  /** What the line is about: the step, or the case that has come up. */
  head: Bilingual;
  text: Bilingual;
}

export const line = (headZh: string, headEn: string, zh: string, en: string): GuideLine => ({
  head: { zh: headZh, en: headEn },
  text: { zh, en },
});

export type GuidePart = { text: string } | { command: CommandId };

/** Words and keys of a text in turn. @throws when it names a command that does not exist */
export function partsOf(text: string): GuidePart[] {
  return text
    .split(/(\{[\w.-]+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1];
      if (name === undefined) return { text: part };
      const command = commandIds.find((id) => id === name);
      if (!command) throw new Error(`the guide names no command: ${name}`);
      return { command };
    });
}
