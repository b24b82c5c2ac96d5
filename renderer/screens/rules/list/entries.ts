/** What the list shows: stored rules and drafts that are not stored yet, in one order. */
import type { Bilingual, Rule, Severity } from '../../../../core/contract/index.ts';
import { isChanged, isUnsaved, type useRules } from '../rules-store.ts';

type Drafts = ReturnType<typeof useRules.getState>['drafts'];

export interface Entry {
  id: string;
  kind: Rule['kind'];
  title: Bilingual;
  /** Name of its findings where it is broken; empty: the title. */
  breach: Bilingual;
  /** `mark`: it only picks calls. */
  severity: Severity | 'mark';
  /** Null: not stored yet. */
  rule: Rule | null;
  changed: boolean;
}

const named = ({ title, breach, severity }: Pick<Entry, 'title' | 'breach' | 'severity'>) => ({
  title,
  breach,
  severity,
});

/** In the order of the core, drafts last. @param q part of a name in either language, or of the id */
export function entriesOf(rules: readonly Rule[], drafts: Drafts, q: string): Entry[] {
  const stored = rules.map((rule): Entry => {
    const draft = drafts[rule.id];
    const { title, breach, severity } = draft && 'definition' in draft.now ? draft.now.definition : rule;
    const weight = rule.mark ? 'mark' : severity;
    return { id: rule.id, kind: rule.kind, title, breach, severity: weight, rule, changed: isChanged(draft) };
  });
  const unsaved = Object.entries(drafts).flatMap(([id, { now }]): Entry[] =>
    isUnsaved(id) && 'definition' in now
      ? [{ id, kind: 'own', ...named(now.definition), rule: null, changed: true }]
      : [],
  );
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = plain(q.trim());
  return [...stored, ...unsaved].filter(({ id, title, breach }) =>
    plain(`${title.zh} ${title.en} ${breach.zh} ${breach.en} ${id}`).includes(wanted),
  );
}

/** The title in the user's language, or in the other one where that is empty. */
export const titleOf = (title: Bilingual, language: 'zh' | 'en'): string =>
  title[language].trim() || title.zh.trim() || title.en.trim();
