/** What each edit makes of the sentences of a transcript. */
import type { Speaker, TranscriptEdit } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import { tidyText, toMs } from '../sentence.ts';
import { cut, join } from './cut-and-join.ts';
import { asItCame, groupWith, type Layer } from './layer.ts';
import { type LayeredSentence, originsOf } from './layered-sentence.ts';
import { reword } from './timed-words.ts';

/**
 * @param freshId for a sentence that comes into being
 * @returns the sentences, in no order
 * @throws DomainError SENTENCE_NOT_FOUND also where sentences to merge are no neighbours; INPUT_INVALID
 */
export function applyEdit(layer: Layer, edit: TranscriptEdit, freshId: number): LayeredSentence[] {
  const { sentences } = layer;
  const found = (id: number): LayeredSentence => {
    const sentence = sentences.find((one) => one.id === id);
    if (!sentence) throw new DomainError('SENTENCE_NOT_FOUND');
    return sentence;
  };
  const replaced = (ids: readonly number[], by: readonly LayeredSentence[]) => [
    ...sentences.filter(({ id }) => !ids.includes(id)),
    ...by,
  ];
  switch (edit.kind) {
    case 'text':
      return replaced([edit.sentence], [withText(found(edit.sentence), edit.text)]);
    case 'split': {
      const sentence = withText(found(edit.sentence), edit.text);
      const [left, right] = cut(sentence, Math.min(edit.at, sentence.text.length));
      const origins = originsOf(sentence);
      return replaced(
        [sentence.id],
        [
          { ...left, id: sentence.id, origins },
          { ...right, id: freshId, origins },
        ],
      );
    }
    case 'merge': {
      const first = withText(found(edit.first), edit.firstText);
      const second = withText(found(edit.second), edit.secondText);
      const at = sentences.findIndex(({ id }) => id === first.id);
      if (sentences[at + 1]?.id !== second.id) throw new DomainError('SENTENCE_NOT_FOUND');
      return replaced([first.id, second.id], [join(first, second)]);
    }
    case 'speaker':
      return replaced([edit.sentence], [touched(found(edit.sentence), { speaker: edit.speaker })]);
    case 'swap':
      return sentences.map((sentence) =>
        sentence.speaker === 'unknown' ? sentence : touched(sentence, { speaker: other[sentence.speaker] }),
      );
    case 'remove':
      return replaced([found(edit.sentence).id], []);
    case 'times': {
      if (edit.end <= edit.start) throw new DomainError('INPUT_INVALID', { detail: 'end <= start' });
      const times = { startMs: toMs(edit.start), endMs: toMs(edit.end) };
      return replaced([edit.sentence], [touched(found(edit.sentence), times)]);
    }
    case 'restore':
      return restore(layer, edit.sentence);
    case 'restore-all':
      return [...sentences.filter(({ origins }) => origins === null), ...[...layer.originals.values()].map(asItCame)];
  }
}

const other: Record<'agent' | 'customer', Speaker> = { agent: 'customer', customer: 'agent' };

const touched = (sentence: LayeredSentence, change: Partial<LayeredSentence>): LayeredSentence => ({
  ...sentence,
  ...change,
  origins: originsOf(sentence),
});

function withText(sentence: LayeredSentence, given: string | undefined): LayeredSentence {
  const text = given === undefined ? sentence.text : tidyText(given);
  if (text === '') throw new DomainError('INPUT_INVALID', { detail: 'no text' });
  return text === sentence.text ? sentence : touched(sentence, { text, words: reword(sentence, text) });
}

/** A sentence goes back together with all that it was split from or merged with. */
function restore(layer: Layer, id: number): LayeredSentence[] {
  const { sentences, originals } = layer;
  if (sentences.some((sentence) => sentence.id === id && sentence.origins === null)) return [...sentences];
  const group = groupWith(layer, id);
  if (!group) throw new DomainError('SENTENCE_NOT_FOUND');
  const others = sentences.filter((sentence) => !group.sentences.includes(sentence));
  return [...others, ...group.origins.map((origin) => asItCame(originals.get(origin)!))];
}
