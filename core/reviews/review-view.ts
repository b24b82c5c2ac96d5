import {
  type ReviewAnswerRow,
  type ReviewCommentRow,
  reviewAnswers,
  reviewComments,
  setAsideAnswers,
} from '../../db/index.ts';
import type {
  Direction,
  Finding,
  ItemAnswer,
  Review,
  ReviewComment,
  Span,
  Template,
  TemplateItem,
} from '../contract/index.ts';
import { score } from '../scoring/score.ts';
import { itemsOf } from './answers.ts';
import { answeredByHand, undecidedFatal } from './fatal.ts';
import { existingReview, givenAnswers, type ReviewRoom, templateOf } from './room.ts';
import { sameMeaning } from './same-meaning.ts';
import { exemptItems, machineResult, suggest } from './suggestions.ts';
import { sameAnswer } from './template-plan.ts';
import { uncheckedItems } from './unchecked.ts';

/** Milliseconds after a submission in which it can be undone. */
export const undoMs = 10_000;

/**
 * A review as people see it: live score, machine suggestions, comments.
 * @throws DomainError REVIEW_NOT_FOUND
 */
export async function viewReview(room: ReviewRoom, id: string): Promise<Review> {
  const { library, clock } = room.context;
  const row = await existingReview(library.db, id);
  const template = await templateOf(room, row);
  const answers = await reviewAnswers(library.db, id);
  const findings = await room.findings.list({ recordingIds: [row.recording_id] }, {});
  const given = givenAnswers(answers);
  const machine = machineResult(template, findings, row.direction);
  const undoUntil = row.submitted_at === null ? null : row.submitted_at + undoMs;
  return {
    id,
    recordingId: row.recording_id,
    templateId: row.template_id,
    templateVersion: row.template_version,
    inspector: row.inspector,
    state: row.state,
    answers: itemAnswers(itemsOf(template), answers, findings, row.direction),
    comments: (await reviewComments(library.db, id)).map(toComment),
    score: score(template, given, exemptItems(template, findings, row.direction)),
    machineScore: machine?.after ?? null,
    machinePassed: machine?.passed ?? null,
    openFatal: undecidedFatal(template, findings, answeredByHand(findings, given)).map((finding) => finding.id),
    unchecked: uncheckedItems(template, answers, row.status, findings),
    setAside: await waiting(room, template, answers, id),
    heard: storedSpans(row.heard),
    heardRatio: row.heard_ratio,
    workMs: row.work_ms,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
    undoUntil: undoUntil !== null && undoUntil >= clock() ? undoUntil : null,
    skipReason: row.skip_reason,
  };
}

/** Answers that were given under earlier templates and that the present one does not say. */
async function waiting(
  room: ReviewRoom,
  template: Template,
  answers: readonly ReviewAnswerRow[],
  id: string,
): Promise<Review['setAside']> {
  const byItem = new Map(answers.map((row) => [row.item_id, row]));
  const kept = Map.groupBy(await setAsideAnswers(room.context.library.db, id), (row) => row.template_id);
  const counts = await Promise.all(
    [...kept].map(async ([templateId, rows]) => {
      const old = await room.templates.get({ id: templateId, version: rows[0]!.template_version }, {});
      const unsaid = rows.filter((row) => {
        const item = itemsOf(old).find((candidate) => candidate.id === row.item_id);
        const target = item && sameMeaning(item, template);
        return !target || !sameAnswer(byItem.get(target.id), row);
      });
      return { templateId, answers: unsaid.length };
    }),
  );
  return counts.filter((entry) => entry.answers > 0);
}

function itemAnswers(
  items: readonly TemplateItem[],
  rows: readonly ReviewAnswerRow[],
  findings: readonly Finding[],
  direction: Direction | null,
): ItemAnswer[] {
  const byItem = new Map(rows.map((row) => [row.item_id, row]));
  return items.map((item) => {
    const given = byItem.get(item.id);
    return {
      itemId: item.id,
      answer: given?.answer ?? null,
      count: given?.count ?? null,
      cause: given?.cause ?? null,
      filled: given?.by_person === 0,
      machine: suggest(item, findings, direction),
    };
  });
}

function toComment(row: ReviewCommentRow): ReviewComment {
  return {
    id: row.id,
    itemId: row.item_id,
    at: row.at_ms / 1000,
    end: row.end_ms === null ? null : row.end_ms / 1000,
    text: row.text,
    quote: row.quote,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** @param json [[start,end],…] in seconds */
export function storedSpans(json: string): Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }));
}
