/** What keys and buttons mean on a checklist item. Pure. */
import type { Answer, ItemAnswer, TemplateItem } from '../../../../core/contract/index.ts';
import type { GivenAnswer } from './writes.ts';

interface Option {
  answer: Answer;
  /** Digit that chooses it. */
  key: string;
}

/** Answers that an item offers, in the order in which they are drawn. */
export function optionsOf(item: TemplateItem): Option[] {
  return [
    { answer: 'yes', key: '1' },
    { answer: 'no', key: '2' },
    ...(item.partlyEarns === undefined ? [] : [{ answer: 'partly', key: '3' } as const]),
    ...(item.na === 'forbidden' ? [] : [{ answer: 'na', key: '0' } as const]),
  ];
}

/** A cause explains lost marks, so it goes when none are lost. */
export function given(item: TemplateItem, answer: Answer | null, before: ItemAnswer | null): GivenAnswer {
  return {
    answer,
    count: item.kind === 'count' ? (answer === null || answer === 'na' ? null : (before?.count ?? 0)) : null,
    cause: loses(answer) ? (before?.cause ?? null) : null,
  };
}

/** An item answered by the number of occurrences: none is right, any is wrong. */
export function counted(count: number, before: ItemAnswer | null): GivenAnswer {
  const kept = Math.min(99, Math.max(0, count));
  return { answer: kept > 0 ? 'no' : 'yes', count: kept, cause: kept > 0 ? (before?.cause ?? null) : null };
}

/** Nobody answered it, and the machine says that it has nothing to do with this call; submitting changes neither. */
export const isExempt = (answer: ItemAnswer | null): boolean =>
  answer?.machine?.answer === 'na' && (answer.answer === null || answer.filled);

/** Nobody answered it, although it has to do with this call. */
export const isOpen = (answer: ItemAnswer | null): boolean => (answer?.answer ?? null) === null && !isExempt(answer);

/** How far a form is, the same before and after submitting: total = answered + open, and answered includes filled. */
export interface Tally {
  /** Items that have to do with the call. */
  total: number;
  answered: number;
  open: number;
  lost: number;
  /** Answered by submitting, as the rest. */
  filled: number;
  /** Items that do not apply to the call. */
  exempt: number;
}

export function tally(answers: readonly ItemAnswer[]): Tally {
  const asked = answers.filter((answer) => !isExempt(answer));
  const open = asked.filter(isOpen).length;
  return {
    total: asked.length,
    answered: asked.length - open,
    open,
    lost: asked.filter(({ answer }) => loses(answer)).length,
    filled: asked.filter(({ filled }) => filled).length,
    exempt: answers.length - asked.length,
  };
}

/** The person sees it otherwise than the machine. */
export function isOverruled(answer: ItemAnswer | null): boolean {
  const proposed = answer?.machine?.answer ?? null;
  if (answer?.answer == null || proposed === null) return false;
  return proposed === 'na' ? answer.answer !== 'na' : loses(answer.answer) !== loses(proposed);
}

export const loses = (answer: Answer | null): boolean => answer === 'no' || answer === 'partly';

/** The first open item after `itemId`, from the top again when there is none below; null when all are answered. */
export function nextOpen(
  items: readonly TemplateItem[],
  answers: readonly ItemAnswer[],
  itemId: string | null,
): string | null {
  const at = items.findIndex(({ id }) => id === itemId);
  const waits = ({ id }: TemplateItem) => isOpen(answers.find((answer) => answer.itemId === id) ?? null);
  return (items.slice(at + 1).find(waits) ?? items.slice(0, Math.max(0, at)).find(waits))?.id ?? null;
}
