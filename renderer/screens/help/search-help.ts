/** What of the help has a word: sections of the guide with the lines that have it, commands, figures. */
import {
  type FigureGroup,
  type FigureId,
  figureDefinitions,
  figureGroups,
  type Language,
} from '../../../core/contract/index.ts';
import { chordLabel } from '../../commands/chord.ts';
import { type CommandId, commandIds, commandInfo } from '../../commands/commands.ts';
import { guide } from './guide/index.ts';
import type { GuideSection } from './guide/section.ts';

export interface HelpFound {
  sections: readonly GuideSection[];
  commands: readonly CommandId[];
  groups: readonly FigureGroup[];
}

/**
 * @param keysOf the keys of a command as they are now; a command without any is in no list of keys
 * @param text empty: everything
 */
export function searchHelp(text: string, language: Language, keysOf: (id: CommandId) => readonly string[]): HelpFound {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const has = (...parts: string[]) => {
    const all = parts.join(' ').normalize('NFKC').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const figure = (id: FigureId) => {
    const { name, formula, note } = figureDefinitions[id];
    return has(name.zh, name.en, formula[language], note?.[language] ?? '');
  };
  return {
    sections: guide
      .map((section) => ({
        ...section,
        lines: section.lines.filter(({ head, text }) => has(section.title[language], head[language], text[language])),
      }))
      .filter(({ lines }) => lines.length > 0),
    commands: commandIds.filter((id) => {
      const keys = keysOf(id);
      const { title } = commandInfo[id];
      return keys.length > 0 && has(title.zh, title.en, ...keys.map(chordLabel));
    }),
    groups: figureGroups
      .map(({ title, ids }) => ({ title, ids: ids.filter(figure) }))
      .filter(({ ids }) => ids.length > 0),
  };
}
