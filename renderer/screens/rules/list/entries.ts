/** What the list shows: stored rules and drafts that are not stored yet, in one order. */
import type { Bilingual, Rule, Severity } from '../../../../core/contract/index.ts';
import { isChanged, isUnsaved, type useRules } from '../rules-store.ts';

type Drafts = ReturnType<typeof useRules.getState>['drafts'];

export interface Entry {
  id: string;
  kind: Rule['kind'];
  title: Bilingual;
  /** `mark`: it only picks calls. */
  severity: Severity | 'mark';
  /** Null: not stored yet. */
  rule: Rule | null;
  changed: boolean;
}

/** In the order of the core, drafts last. @param q part of the title in either language, or of the id */
export function entriesOf(rules: readonly Rule[], drafts: Drafts, q: string): Entry[] {
  const stored = rules.map((rule): Entry => {
    const draft = drafts[rule.id];
    const { title, severity } = draft && 'definition' in draft.now ? draft.now.definition : rule;
    const weight = rule.mark ? 'mark' : severity;
    return { id: rule.id, kind: rule.kind, title, severity: weight, rule, changed: isChanged(draft) };
  });
  const unsaved = Object.entries(drafts).flatMap(([id, { now }]): Entry[] =>
    isUnsaved(id) && 'definition' in now
      ? [{ id, kind: 'own', title: now.definition.title, severity: now.definition.severity, rule: null, changed: true }]
      : [],
  );
  const wanted = q.normalize('NFKC').trim().toLowerCase();
  return [...stored, ...unsaved].filter(({ id, title }) =>
    `${title.zh} ${title.en} ${id}`.toLowerCase().includes(wanted),
  );
}

/** The title in the user's language, or in the other one where that is empty. */
export const titleOf = (title: Bilingual, language: 'zh' | 'en'): string =>
  title[language].trim() || title.zh.trim() || title.en.trim();
