/** The call on the desk: its data, the review as it is seen, and where the inspector's attention is. */
import { create } from 'zustand';
import type {
  Finding,
  RecordingDetail,
  Review,
  Template,
  TemplateItem,
  Transcript,
} from '../../../../core/contract/index.ts';
import { type FindingMark, itemFinder, markFindings } from '../findings/marks.ts';

/** A comment that is being written. */
export interface Draft {
  /** Null for a new comment. */
  commentId: string | null;
  itemId: string | null;
  /** Seconds. */
  at: number;
  text: string;
  quote: string | null;
}

interface Work {
  recording: RecordingDetail | null;
  review: Review | null;
  template: Template | null;
  findings: readonly Finding[];
  transcript: Transcript | null;
  /** Checklist item that keys act on. */
  itemId: string | null;
  /** Finding or comment that PgUp and PgDn stand on. */
  pointId: string | null;
  /** Which of its occurrences, from 0. */
  pointPlace: number;
  /** The open comment box. */
  draft: Draft | null;
  /** Drafts that were left without saving, by item ('' = no item). */
  kept: Readonly<Record<string, Draft>>;
  /** Submitting was asked for once although little was heard or findings are open. */
  guarded: boolean;
  busy: boolean;
}

export const initialWork: Work = {
  recording: null,
  review: null,
  template: null,
  findings: [],
  transcript: null,
  itemId: null,
  pointId: null,
  pointPlace: 0,
  draft: null,
  kept: {},
  guarded: false,
  busy: false,
};

export const useWork = create<Work>(() => initialWork);

export const isDraft = (review: Review | null): boolean => review?.state === 'draft' || review?.state === 'none';

export const itemsOf = (template: Template | null): TemplateItem[] =>
  template?.sections.flatMap(({ items }) => items) ?? [];

export const findItem = (template: Template | null, itemId: string | null): TemplateItem | null =>
  itemsOf(template).find(({ id }) => id === itemId) ?? null;

/** Drafts by item with this one among them; an empty one takes its place away, a change of a saved comment is not kept. */
export function keepDraft(kept: Work['kept'], draft: Draft): Work['kept'] {
  if (draft.commentId !== null) return kept;
  const { [draft.itemId ?? '']: _, ...others } = kept;
  return draft.text.trim() === '' ? others : { ...others, [draft.itemId ?? '']: draft };
}

let cache: { key: readonly unknown[]; marks: readonly FindingMark[] } = { key: [], marks: [] };

/** The findings with their numbers and items; the same array until one of its sources changes. */
export function selectMarks({
  findings,
  review,
  template,
}: Pick<Work, 'findings' | 'review' | 'template'>): readonly FindingMark[] {
  const key = [findings, review?.answers, template];
  if (key.some((part, i) => part !== cache.key[i]))
    cache = { key, marks: markFindings(findings, itemFinder(review, template)) };
  return cache.marks;
}
