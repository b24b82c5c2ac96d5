import { putAnswers, removeAnswers, setReviewLines, updateReview } from '../../db/index.ts';
import type { Finding, Score, Template, TemplateItem } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { GivenAnswer } from '../scoring/judge.ts';
import { score } from '../scoring/score.ts';
import { type CheckedAnswer, itemsOf, openItems, restAnswer } from './answers.ts';
import { answeredByHand, passKnowingly, undecidedFatal } from './fatal.ts';
import { givenAnswers, type OpenReview } from './room.ts';
import { exemptItems, machineResult } from './suggestions.ts';
import { passUnchecked, uncheckedItems } from './unchecked.ts';

interface Submission {
  restPass: boolean;
  /** Undecided fatal findings, or their rules, that are passed knowingly. */
  passFatal: readonly string[];
  /** Items that nobody answered are passed although the machine has not looked at the call. */
  passUnchecked: boolean;
  /** Every answer was given by hand just now, and none follows from decisions on findings. */
  allByHand?: boolean;
  inspector: string;
  findings: readonly Finding[];
}

/**
 * Submits inside the caller's transaction: fills open items, stores the figures and the lines they add up from.
 * @returns the score, the undecided fatal findings that were passed knowingly, and how many items nobody checked
 * @throws DomainError REVIEW_INCOMPLETE when items are open and the rest is not declared fine; FATAL_UNDECIDED;
 *   NOT_ANALYSED
 */
export async function finish(
  { trx, row, template, answers, now }: OpenReview,
  by: Submission,
): Promise<{ score: Score; passed: Finding[]; unchecked: number }> {
  const given = new Map<string, GivenAnswer>(givenAnswers(answers));
  const open = openItems(template, given);
  if (open.length > 0 && !by.restPass) throw new DomainError('REVIEW_INCOMPLETE', { count: open.length });
  const unchecked = uncheckedItems(template, answers, row.status, by.findings);
  passUnchecked(unchecked, by.passUnchecked);
  const byHand = by.allByHand ? (item: TemplateItem) => given.has(item.id) : answeredByHand(by.findings, given);
  const passed = passKnowingly(undecidedFatal(template, by.findings, byHand), by.passFatal);
  const exempt = exemptItems(template, by.findings, row.direction);
  const filled = open.map((item): [string, CheckedAnswer] => [item.id, restAnswer(template, item, exempt)]);
  for (const [itemId, answer] of filled) given.set(itemId, answer);
  await putAnswers(
    trx,
    filled.map(([item_id, answer]) => ({ review_id: row.id, item_id, ...answer, by_person: 0, updated_at: now })),
  );
  const result = score(template, given);
  const causes = new Map(answers.map((answer) => [answer.item_id, answer.cause]));
  await setReviewLines(trx, row.id, reviewLines(row.id, template, result, causes));
  await updateReview(trx, row.id, {
    state: 'submitted',
    inspector: by.inspector || row.inspector,
    before: result.before,
    after: result.after,
    raw: result.raw,
    passed: result.passed === null ? null : Number(result.passed),
    excellent: Number(result.excellent),
    fatal: result.fatal.length,
    machine_score: machineResult(template, by.findings, row.direction)?.after ?? null,
    submitted_at: now,
  });
  return { score: result, passed, unchecked };
}

/** Takes a submission or a skip back: what a person answered stays, the figures go. */
export async function backToDraft({ trx, row }: OpenReview): Promise<void> {
  await removeAnswers(trx, row.id, 'filled');
  await setReviewLines(trx, row.id, []);
  await updateReview(trx, row.id, {
    state: 'draft',
    before: null,
    after: null,
    raw: null,
    passed: null,
    excellent: 0,
    fatal: 0,
    machine_score: null,
    submitted_at: null,
    skip_reason: null,
  });
}

function reviewLines(
  review_id: string,
  template: Template,
  result: Score,
  causes: ReadonlyMap<string, string | null>,
): Parameters<typeof setReviewLines>[2] {
  const items = new Map(itemsOf(template).map((item) => [item.id, item]));
  return result.lines.map((line) => {
    const item = items.get(line.itemId)!;
    return {
      review_id,
      item_id: item.id,
      section_id: line.sectionId,
      article: item.article,
      title_zh: item.title.zh,
      title_en: item.title.en,
      severity: item.severity,
      answer: line.answer,
      count: line.count,
      applicable: Number(line.applicable),
      possible: line.possible,
      earned: line.earned,
      lost: line.lost,
      effect: line.effect,
      cause: causes.get(item.id) ?? null,
    };
  });
}
