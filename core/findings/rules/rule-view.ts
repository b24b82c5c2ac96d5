/** Rules as the contract shows them. */
import type { RuleRevisionRow, StoredVerdict } from '../../../db/index.ts';
import { type Agreement, type Rule, RuleDefinition, type RuleDetail, type RuleVersion } from '../../contract/index.ts';
import { createTally } from './agreement.ts';
import type { Said } from './people-say.ts';
import type { LibraryRule } from './rule-set.ts';

export interface RuleFigures {
  counts: { verdict: StoredVerdict; count: number }[];
  agreement: Agreement;
}

export function toRule(rule: LibraryRule, { counts, agreement }: RuleFigures): Rule {
  const { id, title, breach, severity, mark, needs, helps, version } = rule.facts;
  const count = (verdict: StoredVerdict) => counts.find((row) => row.verdict === verdict)?.count ?? 0;
  return {
    id,
    title,
    breach,
    severity,
    mark,
    kind: rule.detector ? 'built-in' : 'own',
    enabled: rule.enabled,
    version,
    needs: [...needs],
    helps: [...helps],
    paramsSchema: rule.detector?.paramsSchema ?? null,
    params: rule.detector?.fill(rule.params) ?? {},
    counts: { met: count('met'), not_met: count('not_met'), cannot_tell: count('cannot_tell') },
    agreement,
  };
}

export function toDetail(rule: LibraryRule, figures: RuleFigures): RuleDetail {
  return {
    ...toRule(rule, figures),
    changed: rule.params,
    definition: rule.definition,
    phrases: (rule.detector?.phrases ?? []).map(({ id, title, phrases, patterns = [], exceptions = [] }) => ({
      id,
      title,
      phrases: [...phrases],
      patterns: patterns.map(({ source }) => source),
      exceptions: exceptions.map(({ source }) => source),
    })),
  };
}

/** Newest first; a built-in rule begins with how it comes with the program, and may have changed with the program since. */
export function toHistory(rule: LibraryRule, rows: readonly RuleRevisionRow[]): RuleVersion[] {
  const stored = rows.map(
    (row): RuleVersion => ({
      version: row.version,
      at: row.at,
      who: row.who,
      action: row.action,
      note: row.note,
      enabled: row.enabled === 1,
      params: JSON.parse(row.params),
      definition: row.definition === null ? null : RuleDefinition.parse(JSON.parse(row.definition)),
    }),
  );
  if (!rule.detector) return stored;
  const program = { at: null, who: null, action: 'built-in' as const, note: '', definition: null };
  const first: RuleVersion = { ...program, version: firstVersion(rule, rows), enabled: true, params: {} };
  const newest = stored[0];
  const updated: RuleVersion[] =
    newest && newest.version < rule.facts.version
      ? [{ ...program, version: rule.facts.version, enabled: rule.enabled, params: rule.params }]
      : [];
  return [...updated, ...stored, first];
}

function firstVersion(rule: LibraryRule, rows: readonly RuleRevisionRow[]): number {
  const oldest = rows.at(-1);
  return oldest ? oldest.version - oldest.revision : rule.facts.version;
}

/** How the stored findings of a rule stand against what people say. */
export function agreementOf(said: Said | undefined, verdicts: ReadonlyMap<string, StoredVerdict>): Agreement {
  const tally = createTally();
  for (const [recordingId, broken] of said ?? []) {
    const verdict = verdicts.get(recordingId);
    if (verdict) tally.add(verdict, broken);
  }
  return tally.agreement();
}
