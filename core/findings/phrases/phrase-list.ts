/** Lists of phrases that a rule looks for, as data: what, in which group, and where it does not count. */
import type { Bilingual } from '../../contract/index.ts';
import type { SafePattern } from '../../text/safe-pattern.ts';

export interface PhraseGroup {
  id: string;
  title: Bilingual;
  /** Literal phrases; 你 stands for 您 too. */
  phrases: readonly string[];
  /** Where one phrase has many forms. */
  patterns?: readonly Pattern[];
  /** Words that are rude or polite by their tone, which a transcript does not show. */
  unclear?: readonly RegExp[];
  /** A hit inside one of these does not count. */
  exceptions?: readonly Pattern[];
}

/** The program's own patterns, and those that people write. */
export type Pattern = RegExp | SafePattern;
