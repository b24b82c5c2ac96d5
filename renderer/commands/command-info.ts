import type { Bilingual } from '../../core/contract/index.ts';
import type { ScreenId } from '../app/navigation.ts';

export type CommandGroup = 'file' | 'edit' | 'play' | 'score' | 'view' | 'help';

export interface CommandInfo {
  title: Bilingual;
  group: CommandGroup;
  keys: readonly string[];
  letters?: readonly string[];
  /** Works while a text box has the focus: all keys (true) or only these. */
  inText?: true | readonly string[];
  /** Repeats while the key is held. */
  repeats?: boolean;
  /** Not shown in the menu bar (the key sheet still lists it). */
  hidden?: boolean;
  /** Screen whose menu entries it belongs to; absent = everywhere. */
  screens?: readonly ScreenId[];
}

/** A title in both languages. */
export const t = (zh: string, en: string): Bilingual => ({ zh, en });
