/** Calls that no rule has looked at: nothing found there says nothing. */
import type { ReviewAnswerRow } from '../../db/index.ts';
import type { Finding, Template } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { itemsOf } from './answers.ts';

/** The call was never analysed, its analysis failed, or is still to come. */
export const neverLookedAt = (status: string, findings: readonly Finding[]): boolean =>
  status !== 'analysed' && findings.length === 0;

/** Items of such a call that no person answered either: their answers rest on nothing. */
export function uncheckedItems(
  template: Template,
  answers: readonly Pick<ReviewAnswerRow, 'item_id' | 'answer' | 'by_person'>[],
  status: string,
  findings: readonly Finding[],
): number {
  if (!neverLookedAt(status, findings)) return 0;
  const byHand = new Set(answers.filter((row) => row.by_person === 1 && row.answer).map((row) => row.item_id));
  return itemsOf(template).filter(({ id }) => !byHand.has(id)).length;
}

/** @throws DomainError NOT_ANALYSED unless the caller passes them knowingly */
export function passUnchecked(count: number, knowingly: boolean): void {
  if (count > 0 && !knowingly) throw new DomainError('NOT_ANALYSED', { count });
}
