import { z } from 'zod';
import { oc } from './base.ts';
import { Id, Seconds, Speaker } from './common.ts';
import { Segment, Transcript } from './transcripts.ts';

const SentenceId = z.number().int();
const SentenceText = z.string().min(1).max(10_000);

/** What a person may do to a transcript. Sentences keep their ids; a text that is typed but not saved comes along. */
export const TranscriptEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), sentence: SentenceId, text: SentenceText }),
  /** Into two at a place in `text`, counted in UTF-16 units; times by its words, else by its share of characters. */
  z.object({ kind: z.literal('split'), sentence: SentenceId, text: SentenceText, at: z.number().int().min(1) }),
  /** `second` must come right after `first`. */
  z.object({
    kind: z.literal('merge'),
    first: SentenceId,
    second: SentenceId,
    firstText: SentenceText.optional(),
    secondText: SentenceText.optional(),
  }),
  z.object({ kind: z.literal('speaker'), sentence: SentenceId, speaker: Speaker }),
  /** Agent and customer of the whole call change places. */
  z.object({ kind: z.literal('swap') }),
  z.object({ kind: z.literal('remove'), sentence: SentenceId }),
  z.object({ kind: z.literal('times'), sentence: SentenceId, start: Seconds, end: Seconds }),
  /** Back to how it came: a sentence that stands, or an original that no longer does. */
  z.object({ kind: z.literal('restore'), sentence: SentenceId }),
  z.object({ kind: z.literal('restore-all') }),
]);
export type TranscriptEdit = z.infer<typeof TranscriptEdit>;

/** A sentence as it was shown when the edit was made. */
export const SeenSentence = Segment.pick({ id: true, speaker: true, start: true, end: true, text: true });
export type SeenSentence = z.infer<typeof SeenSentence>;

export const OriginalSentence = Segment.omit({ corrected: true }).extend({
  /** Whether it stands as it came, was corrected, or is no longer there. */
  state: z.enum(['same', 'corrected', 'removed']),
});
export type OriginalSentence = z.infer<typeof OriginalSentence>;

/** A transcript with corrections that gave way to another. */
export const ReplacedTranscript = z.object({
  id: Id,
  source: z.enum(['import', 'engine']),
  engine: z.string().nullable(),
  sentences: z.number().int(),
  /** How many of its original sentences were corrected. */
  corrections: z.number().int(),
  replacedAt: z.number().int(),
  replacedBy: z.string(),
});
export type ReplacedTranscript = z.infer<typeof ReplacedTranscript>;

const AnEdit = z.object({ recordingId: Id, editId: Id });

/** What people correct in transcripts: a layer over what the engine or the file said. */
export const corrections = {
  /**
   * Refused by SENTENCE_CHANGED where a sentence that the edit changes or rests on no longer is as it was `seen`; all
   * of those have to be named, of `swap`, `restore` and `restore-all` the whole transcript. `editId` is made by who asks:
   * asked for again, because the answer got lost, the edit is made once.
   */
  apply: oc
    .input(z.object({ recordingId: Id, editId: Id, edit: TranscriptEdit, seen: z.array(SeenSentence).max(100_000) }))
    /** `editId` null: nothing was to be changed. */
    .output(z.object({ editId: Id.nullable(), transcript: Transcript })),
  /** Takes back the last edit that stands; another one is refused. Taken back already, it stays so. */
  undo: oc.input(AnEdit).output(Transcript),
  /** Does again what was undone last. Done again already, it stays so. */
  redo: oc.input(AnEdit).output(Transcript),
  /** The transcript as it came. */
  original: oc.input(z.object({ recordingId: Id })).output(z.object({ segments: z.array(OriginalSentence) })),
  /** Corrected transcripts that were replaced, newest first. */
  replaced: oc.input(z.object({ recordingId: Id })).output(z.array(ReplacedTranscript)),
  /** Puts one of them back; the one that stands is kept in its place. */
  bringBack: oc.input(z.object({ recordingId: Id, replacedId: Id })).output(Transcript),
};
