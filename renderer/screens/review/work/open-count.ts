import { undecided } from '../findings/marks.ts';
import { selectMarks, type useWork } from './work-store.ts';

/**
 * Findings that nobody handled: not decided, and their item not answered by a person. Submitting with the rest passed
 * handles none of them.
 */
export function openCount(work: ReturnType<typeof useWork.getState>): number {
  const answered = new Set(
    work.review?.answers.filter(({ answer, filled }) => answer !== null && !filled).map(({ itemId }) => itemId),
  );
  return undecided(selectMarks(work)).filter(({ itemId }) => itemId === null || !answered.has(itemId)).length;
}
