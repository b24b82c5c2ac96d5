/** What a person saw of the sentences that an edit changes or rests on. */
import type { SeenSentence, Segment, Transcript, TranscriptEdit } from '../../../../../core/contract/index.ts';

/** Words in a text box, and what the sentence said when they began to be typed. */
export interface Typed {
  sentence: number;
  text: string;
  over: string;
}

/** @param typed the words in the box; they were typed over what the sentence said then, whatever it says now */
export function seenBy(edit: TranscriptEdit, transcript: Transcript, typed?: Typed): SeenSentence[] {
  const ids = idsOf(edit);
  return transcript.segments
    .filter(({ id }) => ids === 'all' || ids.includes(id))
    .map((segment) => ({ ...asSeen(segment), ...(segment.id === typed?.sentence ? { text: typed.over } : {}) }));
}

export const asSeen = ({ id, speaker, start, end, text }: Segment): SeenSentence => ({ id, speaker, start, end, text });

function idsOf(edit: TranscriptEdit): readonly number[] | 'all' {
  switch (edit.kind) {
    case 'merge':
      return [edit.first, edit.second];
    case 'swap':
    case 'restore':
    case 'restore-all':
      return 'all';
    default:
      return [edit.sentence];
  }
}
