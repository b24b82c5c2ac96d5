/** A transcript with what people corrected in it. */
import type { LayeredSentence, Original } from './layered-sentence.ts';

export interface Layer {
  /** In order. */
  sentences: readonly LayeredSentence[];
  /** By id; every origin of a corrected sentence is here, and what was removed. */
  originals: ReadonlyMap<number, Original>;
}

export const asItCame = ({ by: _by, at: _at, ...original }: Original): LayeredSentence => ({
  ...original,
  origins: null,
});

export interface Group {
  origins: number[];
  /** None where the original was removed. */
  sentences: LayeredSentence[];
}

/** Corrected sentences with what they came from; whatever was split or merged together is one group. */
export function groups({ sentences, originals }: Layer): Group[] {
  const groupOf = new Map([...originals.keys()].map((id): [number, Group] => [id, { origins: [id], sentences: [] }]));
  for (const sentence of sentences) {
    const [first, ...others] = new Set(sentence.origins?.map((origin) => groupOf.get(origin)!));
    if (!first) continue;
    for (const other of others) {
      first.origins.push(...other.origins);
      first.sentences.push(...other.sentences);
      for (const origin of other.origins) groupOf.set(origin, first);
    }
    first.sentences.push(sentence);
  }
  return [...new Set(groupOf.values())];
}

/** The group of a sentence, or of an original, that a person touched. */
export const groupWith = (layer: Layer, id: number): Group | undefined =>
  groups(layer).find((one) => one.origins.includes(id) || one.sentences.some((sentence) => sentence.id === id));
