/** What is being worked on: the rule in view, and changes that are not applied yet, each with its undo steps. */
import { create } from 'zustand';
import type { RuleDefinition } from '../../../core/contract/index.ts';
import { isSame, type Params } from './form/params-schema.ts';

/** Parameters of a built-in rule (all of them), or the definition of an own one. */
export type Content = { params: Params } | { definition: RuleDefinition };

interface Draft {
  /** As stored when the change began; null: a rule that is not stored yet. */
  base: Content | null;
  past: readonly Content[];
  now: Content;
  future: readonly Content[];
  /** Field that the last step changed: typing in one field is one step. */
  field: string | null;
}

export type DetailTab = 'settings' | 'history';

interface RulesState {
  q: string;
  /** Rule id, or the key of a draft that is not stored. */
  currentId: string | null;
  tab: DetailTab;
  drafts: Readonly<Record<string, Draft>>;
}

export const useRules = create<RulesState>(() => ({ q: '', currentId: null, tab: 'settings', drafts: {} }));

/** Keys of rules that are not stored yet; rule ids of the core do not look like this. */
const unsaved = 'unsaved ';
export const isUnsaved = (id: string): boolean => id.startsWith(unsaved);

export function showRule(currentId: string): void {
  useRules.setState({ currentId, tab: 'settings' });
}

/** A rule of the user's own that is not stored before it is applied. */
export function startOwnRule(definition: RuleDefinition): void {
  const { drafts } = useRules.getState();
  const highest = Math.max(
    0,
    ...Object.keys(drafts)
      .filter(isUnsaved)
      .map((id) => Number(id.slice(unsaved.length))),
  );
  const id = `${unsaved}${highest + 1}`;
  putDraft(id, { base: null, past: [], now: { definition }, future: [], field: null });
  showRule(id);
}

/** Takes a step. Back at what is stored, nothing is left to apply. */
export function change(id: string, base: Content, now: Content, field: string): void {
  const draft = useRules.getState().drafts[id];
  if (!draft) {
    if (!isSame(base, now)) putDraft(id, { base, past: [base], now, future: [], field });
    return;
  }
  const past = draft.field === field ? draft.past : [...draft.past, draft.now];
  settle(id, { ...draft, past, now, future: [], field });
}

export function undo(id: string): void {
  const draft = useRules.getState().drafts[id];
  const before = draft?.past.at(-1);
  if (!draft || !before) return;
  const past = draft.past.slice(0, -1);
  putDraft(id, { ...draft, past, now: before, future: [draft.now, ...draft.future], field: null });
}

export function redo(id: string): void {
  const draft = useRules.getState().drafts[id];
  const after = draft?.future[0];
  if (!draft || !after) return;
  putDraft(id, { ...draft, past: [...draft.past, draft.now], now: after, future: draft.future.slice(1), field: null });
}

/** Takes changes back to what is stored; a rule that is not stored goes. @returns what brings them back */
export function discard(id: string): () => void {
  const draft = useRules.getState().drafts[id];
  useRules.setState(({ drafts, currentId }) => ({
    drafts: without(drafts, id),
    currentId: isUnsaved(id) && currentId === id ? null : currentId,
  }));
  return () => {
    if (!draft) return;
    putDraft(id, draft);
    showRule(id);
  };
}

/** Whether the draft differs from what is stored. */
export const isChanged = (draft: Draft | undefined): boolean =>
  draft !== undefined && (draft.base === null || !isSame(draft.base, draft.now));

function settle(id: string, draft: Draft): void {
  if (draft.base !== null && isSame(draft.base, draft.now)) {
    // The steps stay, so that the way back can be undone too.
    putDraft(id, { ...draft, field: null });
  } else putDraft(id, draft);
}

function putDraft(id: string, draft: Draft): void {
  useRules.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } }));
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
