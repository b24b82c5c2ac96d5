import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { RuleDefinition, type RuleDetail } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { changedParams, fieldsOf, fits, groupsIn } from './form/params-schema.ts';
import type { Entry } from './list/entries.ts';
import { type Content, change, isChanged, useRules } from './rules-store.ts';

/** What a back-test tries and an application stores. */
export type Subject =
  | { ruleId: string; params: Record<string, unknown> }
  | { ruleId?: string; definition: RuleDefinition };

export interface Work {
  query: UseQueryResult<RuleDetail>;
  /** Null while it loads, and for a rule that is not stored yet. */
  detail: RuleDetail | null;
  /** As changed so far; null while it loads. */
  content: Content | null;
  changed: boolean;
  canUndo: boolean;
  /** Paths of the parts that have to be corrected first, such as `conditions.0.operator.words`. */
  problems: ReadonlySet<string>;
  /** Null while something has to be corrected. */
  subject: Subject | null;
  /** @param field typing in the same field is one step to undo */
  set(content: Content, field: string): void;
}

/** The rule in view with its changes. */
export function useWork(entry: Entry): Work {
  const { id, rule } = entry;
  const query = useQuery({
    queryKey: ['rules', 'get', id],
    queryFn: () => api.rules.get({ id }),
    enabled: rule !== null,
  });
  const draft = useRules((state) => state.drafts[id]);
  const detail = rule ? (query.data ?? null) : null;
  const base = detail ? storedContent(detail) : null;
  const content = (draft && isChanged(draft) ? draft.now : null) ?? base ?? draft?.now ?? null;
  const problems = content ? problemsOf(content, detail) : new Set<string>();
  return {
    query,
    detail,
    content,
    changed: isChanged(draft),
    canUndo: (draft?.past.length ?? 0) > 0,
    problems,
    subject: content && problems.size === 0 ? subjectOf(entry, content, detail) : null,
    set: (next, field) => change(id, base ?? next, next, field),
  };
}

const storedContent = ({ definition, params }: RuleDetail): Content => (definition ? { definition } : { params });

function problemsOf(content: Content, detail: RuleDetail | null): Set<string> {
  if ('definition' in content) {
    const { error } = RuleDefinition.safeParse(content.definition);
    return new Set(error?.issues.map(({ path }) => path.join('.')));
  }
  const wrong = fieldsOf(detail?.paramsSchema ?? null).filter(
    (field) =>
      (field.kind === 'number' && !fits(field, content.params[field.key])) ||
      (field.kind === 'groups' && groupsIn(content.params[field.key]).some(({ title }) => title.trim() === '')),
  );
  return new Set(wrong.map(({ key }) => key));
}

function subjectOf({ id, rule }: Entry, content: Content, detail: RuleDetail | null): Subject | null {
  if ('definition' in content) return { ...(rule ? { ruleId: id } : {}), definition: content.definition };
  return detail && { ruleId: id, params: changedParams(fieldsOf(detail.paramsSchema), content.params) };
}
