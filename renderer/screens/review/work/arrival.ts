/** Where a call begins that was opened for something: on its checklist item, at the second where it happened. Pure. */
import type { RecordingFilter, Review } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';

/** What led to the call. */
export interface Led {
  /** Item that a report named. */
  itemId: string | null;
  /** The list that the call was opened from. */
  filter: RecordingFilter;
}

export interface Arrival {
  itemId: string;
  /** Finding that shows the item's evidence, and which of its places. */
  pointId: string | null;
  place: number;
  /** Seconds; null where nothing in the call shows it. */
  at: number | null;
}

/**
 * The item that the list or report is about; in a list of reviews without one, the item that cost most. Its second is
 * that of its first comment, else of its first evidence that nobody called a false alarm, as in the reports.
 * @returns null where nothing is to be shown: the call begins at its start
 */
export function arrival(led: Led, review: Review, marks: readonly FindingMark[]): Arrival | null {
  const itemId = itemLedTo(led, review);
  if (itemId === null) return null;
  const own = marks.filter((mark) => mark.itemId === itemId && mark.number !== null && mark.standing !== 'dismissed');
  const [mark] = [...own].sort((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity));
  const comments = review.comments.filter((comment) => comment.itemId === itemId);
  const said = comments.length > 0 ? Math.min(...comments.map(({ at }) => at)) : null;
  const at = said ?? mark?.span?.start ?? null;
  const place = mark?.finding.evidence.findLastIndex(({ start }) => at !== null && start <= at) ?? 0;
  return { itemId, pointId: mark?.finding.id ?? null, place: Math.max(0, place), at };
}

function itemLedTo({ itemId, filter }: Led, review: Review): string | null {
  const has = (id: string | null | undefined): id is string => review.answers.some((answer) => answer.itemId === id);
  if (has(itemId)) return itemId;
  const sameForm = filter.templateId === undefined || filter.templateId === review.templateId;
  if (sameForm && has(filter.lostItem)) return filter.lostItem;
  if (review.state !== 'submitted') return null;
  const { fatal, lines } = review.score;
  if (fatal[0] !== undefined) return fatal[0];
  const dearest = [...lines].sort((a, b) => b.lost - a.lost)[0];
  return dearest && dearest.lost > 0 ? dearest.itemId : null;
}
