/** The difference that an edit made, as it is stored to be undone and redone. */
import type { Layer } from './layer.ts';
import type { LayeredSentence } from './layered-sentence.ts';
import { isSame } from './settle.ts';

type Side = Partial<LayeredSentence> | null;
/** A sentence before and after: whole where it came or went, else only what differs. */
export interface Change {
  id: number;
  before: Side;
  after: Side;
}

export function changesBetween(before: Layer, after: Layer): Change[] {
  const was = new Map(before.sentences.map((sentence) => [sentence.id, sentence]));
  const is = new Map(after.sentences.map((sentence) => [sentence.id, sentence]));
  const came = after.sentences
    .filter(({ id }) => !was.has(id))
    .map((one) => ({ id: one.id, before: null, after: one }));
  const others = before.sentences.flatMap((one): Change[] => {
    const now = is.get(one.id);
    if (!now) return [{ id: one.id, before: one, after: null }];
    return isSame(one, now) ? [] : [differing(one, now)];
  });
  return [...others, ...came];
}

function differing(before: LayeredSentence, after: LayeredSentence): Change {
  const keys = (Object.keys(before) as (keyof LayeredSentence)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (sentence: LayeredSentence) => Object.fromEntries(keys.map((key) => [key, sentence[key]]));
  return { id: before.id, before: pick(before), after: pick(after) };
}

/** Goes from one side of the changes to the other. */
export function playChanges(
  sentences: readonly LayeredSentence[],
  changes: readonly Change[],
  to: 'before' | 'after',
): LayeredSentence[] {
  const left = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  for (const change of changes) {
    const side = change[to];
    if (side === null) left.delete(change.id);
    else left.set(change.id, { ...left.get(change.id), ...side } as LayeredSentence);
  }
  return [...left.values()];
}
