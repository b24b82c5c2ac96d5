import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, BusinessDate, Hundredths, Id, Seconds, Span, Verdict } from './common.ts';
import { ReviewState } from './recordings.ts';
import { Answer } from './templates.ts';

export const ItemAnswer = z.object({
  itemId: z.string(),
  /** Null = not answered by a person yet. For `count` items: 'no' when count > 0, 'yes' when 0. */
  answer: Answer.nullable(),
  count: z.number().int().min(0).max(99).nullable(),
  cause: z.string().nullable(),
  /** Filled in by submitting, as one of the rest; nobody answered it by itself. */
  filled: z.boolean(),
  /** What the machine suggests; kept apart from the person's answer. */
  machine: z
    .object({
      /** Null: nothing was judged, because the item does not apply to the call (then `answer` is 'na'). */
      verdict: Verdict.nullable(),
      answer: Answer.nullable(),
      /** `count` items: pieces of evidence. */
      count: z.number().int().nullable(),
      findingIds: z.array(Id),
      /** Why, where it is not the findings that say it. */
      reason: Bilingual.nullable(),
    })
    .nullable(),
});
export type ItemAnswer = z.infer<typeof ItemAnswer>;

export const ReviewComment = z.object({
  id: Id,
  itemId: z.string().nullable(),
  /** Seconds in the recording; end for a span. */
  at: Seconds,
  end: Seconds.nullable(),
  text: z.string().max(4000),
  /** Words quoted from the transcript. */
  quote: z.string().nullable(),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
});
export type ReviewComment = z.infer<typeof ReviewComment>;

/**
 * One line of the arithmetic, in hundredths of a point of the whole form: possible = earned + lost + forfeited.
 * Percentage form: possible is the weight that was applied. Deduction form: possible is 0, earned = −(lost + forfeited).
 */
export const ScoreLine = z.object({
  itemId: z.string(),
  sectionId: z.string(),
  answer: Answer.nullable(),
  count: z.number().int().nullable(),
  applicable: z.boolean(),
  possible: Hundredths,
  earned: Hundredths,
  /** By this item's own answer. */
  lost: Hundredths,
  /** Because the section failed. */
  forfeited: Hundredths,
  effect: z.enum(['none', 'fail-section', 'fail-form']),
});
export type ScoreLine = z.infer<typeof ScoreLine>;

export const Score = z.object({
  /** Null: everything is N/A, there is no score. */
  before: Hundredths.nullable(),
  after: Hundredths.nullable(),
  /** Deduction form: the sum before the floor at 0; may be negative. */
  raw: Hundredths.nullable(),
  passed: z.boolean().nullable(),
  excellent: z.boolean(),
  fatal: z.array(z.string()),
  sections: z.array(
    z.object({
      sectionId: z.string(),
      possible: Hundredths,
      earned: Hundredths,
      failed: z.boolean(),
      applicable: z.boolean(),
    }),
  ),
  lines: z.array(ScoreLine),
  answered: z.number().int(),
  total: z.number().int(),
});
export type Score = z.infer<typeof Score>;

export const Review = z.object({
  id: Id,
  recordingId: Id,
  templateId: z.string(),
  templateVersion: z.number().int(),
  inspector: z.string(),
  state: ReviewState,
  answers: z.array(ItemAnswer),
  comments: z.array(ReviewComment),
  /** Live score; unanswered items count as the template's restAnswer, or as N/A where they do not apply to the call. */
  score: Score,
  /** The score that the machine's suggestions alone would give, and whether the call passes with it. */
  machineScore: Hundredths.nullable(),
  machinePassed: z.boolean().nullable(),
  /** Fatal findings that nobody decided: submitting refuses while there are any, unless it names them. */
  openFatal: z.array(Id),
  /** Items that neither a person answered nor the machine could judge, as it has not looked at the call: submitting refuses while there are any, unless told to pass them. */
  unchecked: z.number().int(),
  /** Answers that wait under templates which the review had before. */
  setAside: z.array(z.object({ templateId: z.string(), answers: z.number().int() })),
  /** Spans that were listened to. */
  heard: z.array(Span),
  heardRatio: z.number(),
  /** Milliseconds of work, idle time left out. */
  workMs: z.number().int(),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  submittedAt: z.number().int().nullable(),
  /** Undo of the submission is possible until then. */
  undoUntil: z.number().int().nullable(),
  skipReason: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

export const ReviewRow = z.object({
  id: Id,
  recordingId: Id,
  file: z.string(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  team: z.string().nullable(),
  businessDate: BusinessDate.nullable(),
  startedAt: z.number().int().nullable(),
  templateId: z.string(),
  templateVersion: z.number().int(),
  inspector: z.string(),
  state: ReviewState,
  before: Hundredths.nullable(),
  after: Hundredths.nullable(),
  passed: z.boolean().nullable(),
  fatal: z.number().int(),
  submittedAt: z.number().int().nullable(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

const AnswerInForm = z.object({
  itemId: z.string(),
  article: z.string(),
  title: Bilingual,
  answer: Answer,
  count: z.number().int().nullable(),
});
export const TemplateChange = z.object({
  /** Answers that the new template does not show: they wait for the old one to come back. */
  aside: z.array(AnswerInForm),
  /** Answers that go on under the new template. */
  carried: z.array(AnswerInForm),
  /** Answers that were given under the new template before. */
  restored: z.number().int(),
  /** Comments that stand at the call, and no more at an item. */
  comments: z.number().int(),
});
export type TemplateChange = z.infer<typeof TemplateChange>;

const PassUnchecked = z.boolean().default(false);
const PassFatal = z.array(z.string().min(1).max(64)).max(200).default([]);

const change = <T extends z.ZodRawShape>(shape: T) => oc.input(z.object({ reviewId: Id, ...shape })).output(Review);

export const reviews = {
  /** The draft of this recording, made when there is none; a submitted review when that is what exists. */
  open: oc.input(z.object({ recordingId: Id, templateId: z.string().optional() })).output(Review),
  get: oc.input(z.object({ reviewId: Id })).output(Review),
  list: oc
    .input(
      z.object({
        from: BusinessDate.optional(),
        to: BusinessDate.optional(),
        states: z.array(ReviewState).optional(),
        limit: z.number().int().min(1).max(5000).default(500),
      }),
    )
    .output(z.array(ReviewRow)),
  /** Saved before it returns. Answer null takes the person's answer back. */
  answer: change({
    itemId: z.string(),
    answer: Answer.nullable(),
    count: z.number().int().min(0).max(99).nullable().optional(),
    cause: z.string().nullable().optional(),
  }),
  /**
   * 属实 (true) or 误报 (false); scores the linked items at once. Of a finding that could not tell, true says that
   * the standard was broken, false that it was kept. Null takes the decision back, and the answer that it gave.
   */
  decide: change({ findingId: Id, decision: z.boolean().nullable() }),
  addComment: change({
    itemId: z.string().nullable(),
    at: Seconds,
    end: Seconds.nullable().optional(),
    text: z.string().max(4000),
    quote: z.string().nullable().optional(),
  }),
  updateComment: change({ commentId: Id, at: Seconds.optional(), text: z.string().max(4000).optional() }),
  removeComment: change({ commentId: Id }),
  /** Adds listened spans, also to a submitted review; and working time, which only a draft takes. */
  heard: change({ spans: z.array(Span).max(500), workMs: z.number().int().min(0).max(86_400_000) }),
  /**
   * Another template for a draft; the newest version when none is given. Nothing is lost: answers to items that ask the
   * same go along, the others wait until their template comes back, with their counts, causes and comments.
   * `carry` false: the template as it was left, as undo needs it.
   */
  changeTemplate: change({
    templateId: z.string(),
    version: z.number().int().optional(),
    carry: z.boolean().default(true),
  }),
  /** What changing the template would do. */
  templateChange: oc
    .input(z.object({ reviewId: Id, templateId: z.string(), version: z.number().int().optional() }))
    .output(TemplateChange),
  /**
   * Open items get the template's restAnswer when `restPass`, and N/A where they do not apply to the call;
   * otherwise REVIEW_INCOMPLETE. A fatal finding that nobody decided is FATAL_UNDECIDED, unless `passFatal` names it (by
   * its id, or its rule's): then the submission says in the audit log that it was passed knowingly. Items that nobody answered of a call that was
   * not analysed are NOT_ANALYSED, unless `passUnchecked`: the audit log then keeps their number.
   */
  submit: change({ restPass: z.boolean(), passFatal: PassFatal, passUnchecked: PassUnchecked }),
  /** Back to draft within 10 s of submitting. */
  undoSubmit: change({}),
  skip: change({ reason: z.string().min(1).max(500) }),
  /** A skipped or submitted-by-mistake review back to draft is a supervisor's act, kept in the audit log. */
  reopen: change({ reason: z.string().min(1).max(500) }),
  /** A whole review at once (CLI `score`): recording by id or file name, template by id. */
  submitWhole: oc
    .input(
      z.object({
        recording: z.string(),
        template: z.string(),
        inspector: z.string().min(1).max(100),
        answers: z.record(
          z.string(),
          z.object({
            answer: Answer.optional(),
            count: z.number().int().min(0).max(99).optional(),
            comment: z.string().max(4000).optional(),
            /** Of the comment; without it the second of the item's first finding. */
            at: Seconds.optional(),
            cause: z.string().optional(),
          }),
        ),
        restPass: z.boolean().default(false),
        passFatal: PassFatal,
        passUnchecked: PassUnchecked,
      }),
    )
    .output(Review),
  /** Work of the day: what the header shows. */
  today: oc.output(
    z.object({
      submitted: z.number().int(),
      goal: z.number().int(),
      drafts: z.number().int(),
      pending: z.number().int(),
    }),
  ),
};
