/** A whole review in one act: the command line's `score`. */
import {
  addComments,
  addDraft,
  type Db,
  detachComments,
  type NewDraft,
  putAnswers,
  type ReviewRow,
  removeAnswers,
  reviewAnswers,
  reviewBy,
  updateReview,
} from '../../db/index.ts';
import type { Finding, Template } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';
import { type CheckedAnswer, checkAnswer, itemsOf } from './answers.ts';
import { keepAside } from './change-template.ts';
import { finish } from './finish.ts';
import { formerly, submission } from './outcome.ts';
import { findRecording } from './recording.ts';
import { viewReview } from './review-view.ts';
import { assertDraft, type OpenReview, type ReviewRoom, templateOf } from './room.ts';
import { accuses, findingsFor } from './suggestions.ts';

type SubmitWhole = ServiceOf<'reviews'>['submitWhole'];
type Given = Parameters<SubmitWhole>[0]['answers'];

/**
 * Takes over a draft that the recording has: its answers are replaced (the audit log keeps them; those under another
 * template come back with that), its comments stay.
 * All or nothing.
 */
export function createSubmitWhole(room: ReviewRoom): SubmitWhole {
  const { context, templates, findings } = room;
  const { library, clock, newId } = context;
  return async ({
    recording: named,
    template: templateId,
    inspector,
    answers,
    restPass = false,
    passFatal = [],
    passUnchecked = false,
  }) => {
    const recording = await findRecording(library, named);
    const template = await templates.get({ id: templateId }, {});
    const checked = checkAll(template, answers);
    const found = await findings.list({ recordingIds: [recording.id] }, {});

    const draft = await reviewBy(library.db, { recordingId: recording.id });
    const before = draft ? await templateOf(room, draft) : null;

    const id = await library.db.transaction().execute(async (trx) => {
      const now = clock();
      const row = await draftFor(trx, {
        id: newId(),
        recordingId: recording.id,
        templateId: template.id,
        templateVersion: template.version,
        inspector,
        now,
      });
      const replaced = await reviewAnswers(trx, row.id);
      // A draft on another template can be had back: its answers wait under that one.
      const old = before && (row.template_id !== template.id || row.template_version !== template.version);
      if (old) await keepAside(trx, row, before, replaced);
      await removeAnswers(
        trx,
        row.id,
        replaced.map((answer) => answer.item_id),
      );
      await putAnswers(
        trx,
        [...checked].map(([item_id, answer]) => ({
          review_id: row.id,
          item_id,
          ...answer,
          by_person: 1,
          updated_at: now,
        })),
      );
      await detachComments(
        trx,
        row.id,
        itemsOf(template).map((item) => item.id),
      );
      await addComments(
        trx,
        commentRows(answers, { review_id: row.id, now, newId, secondOf: secondIn(template, found) }),
      );
      await updateReview(trx, row.id, {
        template_id: template.id,
        template_version: template.version,
        updated_at: now,
      });
      const review: OpenReview = { trx, row, template, answers: await reviewAnswers(trx, row.id), now };
      const result = await finish(review, {
        restPass,
        passFatal,
        passUnchecked,
        allByHand: true,
        inspector,
        findings: found,
      });
      const entry = {
        ...submission(review, result),
        inspector,
        ...(replaced.length > 0 && { replaced: formerly({ row, answers: replaced }) }),
      };
      await context.audit.write('review.submit', row.id, entry, trx);
      return row.id;
    });
    context.events.changed('reviews');
    context.events.changed('recordings');
    return viewReview(room, id);
  };
}

/** @throws DomainError ANSWER_INVALID naming the item */
function checkAll(template: Template, answers: Given): Map<string, CheckedAnswer> {
  const checked = Object.entries(answers).map(
    ([itemId, given]) => [itemId, checkAnswer(template, itemId, given)] as const,
  );
  return new Map(checked.filter((entry): entry is [string, CheckedAnswer] => entry[1] !== null));
}

/** @throws DomainError REVIEW_NOT_DRAFT when the recording has a submitted or skipped review */
async function draftFor(trx: Db, draft: NewDraft): Promise<ReviewRow> {
  await addDraft(trx, draft);
  const row = (await reviewBy(trx, { recordingId: draft.recordingId }))!;
  assertDraft(row);
  return row;
}

/** Where the first finding of an item stands that nobody called a false alarm; 0 where nothing in the call shows it. */
function secondIn(template: Template, findings: readonly Finding[]): (itemId: string) => number {
  return (itemId) => {
    const item = itemsOf(template).find(({ id }) => id === itemId);
    const places = (item ? findingsFor(item, findings) : [])
      .filter((finding) => accuses(finding) && finding.decision !== false)
      .flatMap(({ evidence }) => evidence.map(({ start }) => start));
    return places.length > 0 ? Math.min(...places) : 0;
  };
}

function commentRows(
  answers: Given,
  made: { review_id: string; now: number; newId: () => string; secondOf: (itemId: string) => number },
) {
  return Object.entries(answers)
    .filter(([, given]) => given.comment)
    .map(([item_id, given]) => ({
      id: made.newId(),
      review_id: made.review_id,
      item_id,
      at_ms: Math.round((given.at ?? made.secondOf(item_id)) * 1000),
      end_ms: null,
      text: given.comment!,
      quote: null,
      created_at: made.now,
      updated_at: made.now,
    }));
}
