/** What has to be written for a transcript to go from one state to another, search index included. */
import type { LayerChange } from '../../../db/index.ts';
import { indexGrams } from '../search-index.ts';
import { maskedTexts } from '../stored-sentence.ts';
import type { Layer } from './layer.ts';
import { isSame } from './settle.ts';
import { originalRow, segmentRow } from './stored-layer.ts';

export function layerChange(before: Layer, after: Layer, editedAt: number): LayerChange {
  const was = new Map(before.sentences.map((sentence, seq) => [sentence.id, { sentence, seq }]));
  const is = new Set(after.sentences.map(({ id }) => id));
  const change = { added: [], changed: [], moved: [] } as Record<
    'added' | 'changed',
    LayerChange['added'][number][]
  > & {
    moved: { id: number; seq: number }[];
  };
  for (const [seq, sentence] of after.sentences.entries()) {
    const old = was.get(sentence.id);
    if (!old) change.added.push(segmentRow(sentence, seq));
    else if (!isSame(old.sentence, sentence)) change.changed.push(segmentRow(sentence, seq));
    else if (old.seq !== seq) change.moved.push({ id: sentence.id, seq });
  }
  return {
    ...change,
    removed: before.sentences.flatMap(({ id }) => (is.has(id) ? [] : [id])),
    index: changedEntries(before, after),
    originals: {
      put: [...after.originals.values()].filter((one) => one !== before.originals.get(one.id)).map(originalRow),
      gone: [...before.originals.keys()].filter((id) => !after.originals.has(id)),
    },
    editedAt,
  };
}

/** A number that is dictated over several sentences is hidden as a whole: one edit may change what others show. */
function changedEntries(before: Layer, after: Layer): LayerChange['index'] {
  const old = new Map(maskedTexts(before.sentences).map((text, at) => [before.sentences[at]!.id, text]));
  return maskedTexts(after.sentences).flatMap((text, at) => {
    const { id } = after.sentences[at]!;
    return old.get(id) === text ? [] : [{ id, grams: indexGrams(text) }];
  });
}
