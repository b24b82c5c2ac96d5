import { tidyText } from '../sentence.ts';
import { isSpeakerLabel } from '../speaker-labels.ts';
import type { LabelledText } from './format.ts';
import { splitNames } from './name-labels.ts';

const labelled = /^\s*([[(【<《]?[^:：\n]{1,24}?[\])】>》]?)\s*[:：]\s*([\s\S]*)$/;
const bracketed = /^\s*([[(【][^\])】\n]{1,24}[\])】])\s*([\s\S]+)$/;

/** Splits `坐席：您好` or `[agent] hello` into speaker and words; text before a colon that names no speaker stays text. */
export function splitLabel(raw: string): LabelledText {
  // Single spaces only: the patterns must not go back and forth over long runs of them.
  const text = tidyText(raw);
  for (const form of [labelled, bracketed]) {
    const match = form.exec(text);
    if (match && isSpeakerLabel(match[1]!)) return { label: match[1]!, text: match[2]! };
  }
  return { label: null, text };
}

/** `splitLabel` of every sentence of a file; where no line names a role but nearly all name a person, those are the labels. */
export function labelAll(texts: readonly string[]): LabelledText[] {
  const split = texts.map(splitLabel);
  return split.some(({ label }) => label !== null) ? split : (splitNames(texts.map(tidyText)) ?? split);
}

/** What a file names as the speaker in a field of its own; a bare number stands for a numbered speaker. */
export function labelOf(speaker: string | number | null | undefined): string | null {
  if (speaker == null || speaker === '') return null;
  return /^\d+$/.test(String(speaker)) ? `speaker ${speaker}` : String(speaker);
}
