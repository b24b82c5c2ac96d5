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
  /** What is told by how a sentence is built and not by its words alone. */
  types?: readonly SentenceType[];
  /** A hit inside one of these does not count. */
  exceptions?: readonly Pattern[];
}

/** A type of sentence: its frame, what else the turn must hold for it to be one, and what takes it back. */
export interface SentenceType {
  says: RegExp;
  /** Stands somewhere in the same turn. */
  with?: RegExp;
  /** Whether what the speaker says in the same turn makes it none. */
  unless?: (turn: string) => boolean;
  /** Whether it makes it doubtful: then it accuses nobody. */
  doubtful?: (turn: string) => boolean;
}

/** The program's own patterns, and those that people write. */
export type Pattern = RegExp | SafePattern;
