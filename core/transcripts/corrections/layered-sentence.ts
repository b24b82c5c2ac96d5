import type { Speaker } from '../../contract/index.ts';

/** Times in seconds, as stored with the sentence. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** What a sentence says, when, and who says it. */
export interface Spoken {
  speaker: Speaker;
  startMs: number;
  endMs: number;
  text: string;
  words: Word[] | null;
}

/** A sentence as it stands. */
export interface LayeredSentence extends Spoken {
  id: number;
  /** Ids of the originals that it came from; null where it is as it came. */
  origins: readonly number[] | null;
}

/** A sentence as the engine or the file gave it, of those that a person touched. */
export interface Original extends Spoken {
  id: number;
  /** Who touched it last, and when. */
  by: string;
  at: number;
}

export const originsOf = ({ id, origins }: LayeredSentence): readonly number[] => origins ?? [id];

/** By time; what begins together stays in the order in which it came. */
export function inOrder(sentences: readonly LayeredSentence[]): LayeredSentence[] {
  return sentences.toSorted((a, b) => a.startMs - b.startMs || originsOf(a)[0]! - originsOf(b)[0]! || a.id - b.id);
}

/** Whether both say the same at the same time; words only place the text in time. */
export const saysTheSame = (a: Spoken, b: Spoken): boolean =>
  a.speaker === b.speaker && a.startMs === b.startMs && a.endMs === b.endMs && a.text === b.text;
