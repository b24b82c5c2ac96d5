/** Whether an edit was made without having seen what stands: of two windows the later one is told, and overwrites nothing. */
import type { SeenSentence, TranscriptEdit } from '../../contract/index.ts';
import { tidyText, toMs } from '../sentence.ts';
import { groupWith, type Layer } from './layer.ts';
import type { LayeredSentence } from './layered-sentence.ts';

type Aspect = 'text' | 'speaker' | 'times';
const everything: readonly Aspect[] = ['text', 'speaker', 'times'];

/**
 * Asked where the edit would change something: what both windows want alike is no conflict.
 * @param seen the sentences as they were shown when the edit was made
 */
export function isOvertaken(layer: Layer, edit: TranscriptEdit, seen: readonly SeenSentence[]): boolean {
  const wasSeen = new Map(seen.map((sentence) => [sentence.id, sentence]));
  const { sentences, aspects } = rests(layer, edit);
  if (sentences.some((sentence) => !isAsSeen(sentence, wasSeen.get(sentence.id), aspects))) return true;
  if (edit.kind !== 'restore-all' && edit.kind !== 'restore') return false;
  // What somebody removed meanwhile would come back unseen.
  const stands = new Set(layer.sentences.map(({ id }) => id));
  return seen.some(({ id }) => !stands.has(id));
}

/** The sentences that an edit changes, and what of them it would overwrite or rests on. */
function rests(
  layer: Layer,
  edit: TranscriptEdit,
): { sentences: readonly LayeredSentence[]; aspects: readonly Aspect[] } {
  const { sentences } = layer;
  const these = (...ids: number[]) => sentences.filter(({ id }) => ids.includes(id));
  switch (edit.kind) {
    case 'text':
    case 'split':
      return { sentences: these(edit.sentence), aspects: ['text'] };
    case 'merge':
      // The second sentence becomes the first one's speaker's.
      return { sentences: these(edit.first, edit.second), aspects: ['text', 'speaker'] };
    case 'speaker':
      return { sentences: these(edit.sentence), aspects: ['speaker'] };
    case 'swap':
      return { sentences, aspects: ['speaker'] };
    case 'times':
      return { sentences: these(edit.sentence), aspects: ['times'] };
    case 'remove':
      return { sentences: these(edit.sentence), aspects: everything };
    case 'restore':
      return { sentences: groupWith(layer, edit.sentence)?.sentences ?? [], aspects: everything };
    case 'restore-all':
      return { sentences: sentences.filter(({ origins }) => origins !== null), aspects: everything };
  }
}

function isAsSeen(now: LayeredSentence, seen: SeenSentence | undefined, aspects: readonly Aspect[]): boolean {
  if (!seen) return false;
  const same: Record<Aspect, boolean> = {
    text: tidyText(now.text) === tidyText(seen.text),
    speaker: now.speaker === seen.speaker,
    times: now.startMs === toMs(seen.start) && now.endMs === toMs(seen.end),
  };
  return aspects.every((aspect) => same[aspect]);
}
