/** Rules of the library: list, change, try out. Every change is a stored version and is applied in the background. */
import {
  addRevision,
  type Db,
  type RuleRevisionRow,
  revisionsOf,
  storedVerdicts,
  verdictCounts,
} from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { AppliedRule, Rule, RuleDetail } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { ServiceOf } from '../../service.ts';
import type { Findings } from '../findings-service.ts';
import { backtest } from './backtest.ts';
import { checkedDefinition, checkedParams } from './checked.ts';
import { ownRuleCode } from './compile-definition.ts';
import { peopleSay } from './people-say.ts';
import type { LibraryRule, RuleSet } from './rule-set.ts';
import { agreementOf, type RuleFigures, toDetail, toHistory, toRule } from './rule-view.ts';

type Change = Pick<RuleRevisionRow, 'action' | 'note'> &
  Partial<Pick<RuleRevisionRow, 'enabled' | 'removed' | 'params' | 'definition'>>;

export function createRules(
  context: CoreContext,
  { ruleSet, findings }: { ruleSet: RuleSet; findings: Pick<Findings, 'judgeAgain'> },
): ServiceOf<'rules'> {
  const { library, events } = context;

  const known = async (id: string, tx?: Db): Promise<LibraryRule> => {
    const rule = await ruleSet.find(id, tx);
    if (!rule) throw new DomainError('RULE_NOT_FOUND', { rule: id });
    return rule;
  };

  const inForce = async (id: string, tx?: Db): Promise<LibraryRule> => {
    const rule = await known(id, tx);
    if (rule.removed) throw new DomainError('RULE_NOT_FOUND', { rule: id });
    return rule;
  };

  const figures = async (only?: string): Promise<(id: string) => Promise<RuleFigures>> => {
    const counts = Map.groupBy(await verdictCounts(library.db, only), ({ rule }) => rule);
    const said = await peopleSay(library.db, only);
    return async (id) => {
      const people = said.get(id);
      const verdicts = people ? await storedVerdicts(library.db, id, [...people.keys()]) : new Map();
      return { counts: counts.get(id) ?? [], agreement: agreementOf(people, verdicts) };
    };
  };

  const detail = async (rule: LibraryRule): Promise<RuleDetail> =>
    toDetail(rule, await (await figures(rule.facts.id))(rule.facts.id));

  /**
   * Stores a rule's next version: what the change does not name stays as it was.
   * @param plan what changes, seen from how the rule stands; null: nothing
   * @returns whether anything changed
   */
  const change = (id: string, plan: (rule: LibraryRule | undefined, tx: Db) => Promise<Change | null>) =>
    library.db.transaction().execute(async (tx): Promise<boolean> => {
      const rule = await ruleSet.find(id, tx);
      const planned = await plan(rule, tx);
      if (!planned) return false;
      const revision = (rule?.revision ?? 0) + 1;
      const version = (rule ? rule.facts.version : ownRuleCode) + 1;
      const { inspector } = await context.settings.get(tx);
      await addRevision(tx, {
        enabled: Number(rule?.enabled ?? true),
        removed: 0,
        params: JSON.stringify(rule?.params ?? {}),
        definition: rule?.definition ? JSON.stringify(rule.definition) : null,
        ...planned,
        rule: id,
        revision,
        version,
        who: inspector,
        at: context.clock(),
      });
      const { action, note } = planned;
      await context.audit.write('rule.change', id, { action, version, note }, tx);
      return true;
    });

  const judgeAgain = async (id: string): Promise<string | null> => {
    events.changed('rules');
    const { facts } = await known(id);
    const { language } = await context.settings.get();
    return findings.judgeAgain([id], facts.title[language] || facts.title.zh || facts.title.en);
  };

  const apply = async (id: string, changed: boolean): Promise<AppliedRule> => {
    const jobId = changed ? await judgeAgain(id) : null;
    return { rule: await detail(await inForce(id)), jobId };
  };

  return {
    async list() {
      const figuresOf = await figures();
      const rules: Rule[] = [];
      for (const rule of await ruleSet.all()) rules.push(toRule(rule, await figuresOf(rule.facts.id)));
      return rules;
    },

    async get({ id }) {
      return detail(await inForce(id));
    },

    async saveParams({ id, params, note = '' }) {
      const changed = await change(id, async (rule) => {
        if (!rule?.detector) throw new DomainError('RULE_NOT_FOUND', { rule: id });
        const { detector } = rule;
        checkedParams(detector, params);
        const text = JSON.stringify(params);
        return text === JSON.stringify(rule.params) ? null : { action: 'params', note, params: text };
      });
      return apply(id, changed);
    },

    async setEnabled({ id, enabled, note = '' }) {
      const changed = await change(id, async (_, tx) => {
        const rule = await inForce(id, tx);
        const action = enabled ? 'enabled' : 'disabled';
        return rule.enabled === enabled ? null : { action, note, enabled: Number(enabled) };
      });
      return apply(id, changed);
    },

    async saveOwn({ id: given, definition: written, note = '' }) {
      const id = given ?? `own-${context.newId()}`;
      const definition = checkedDefinition(written);
      const changed = await change(id, async (_, tx) => {
        const before = given === undefined ? null : (await inForce(given, tx)).definition;
        if (given !== undefined && !before) throw new DomainError('RULE_NOT_FOUND', { rule: given });
        const text = JSON.stringify(definition);
        return text === JSON.stringify(before) ? null : { action: 'definition', note, definition: text };
      });
      return apply(id, changed);
    },

    async removeOwn({ id, note = '' }) {
      await change(id, async (_, tx) => {
        if (!(await inForce(id, tx)).definition) throw new DomainError('RULE_NOT_FOUND', { rule: id });
        return { action: 'removed', note, removed: 1 };
      });
      return { jobId: await judgeAgain(id) };
    },

    async history({ id }) {
      return toHistory(await known(id), await revisionsOf(library.db, id));
    },

    async revert({ id, version, note = '' }) {
      const changed = await change(id, async (_, tx) => {
        const rule = await known(id, tx);
        const rows = await revisionsOf(tx, id);
        const then = toHistory(rule, rows).find((each) => each.version === version);
        if (!then || then.action === 'removed') throw new DomainError('RULE_NOT_FOUND', { rule: `${id} v${version}` });
        const { params, definition, enabled } = then;
        if (definition) checkedDefinition(definition);
        else if (rule.detector) checkedParams(rule.detector, params);
        return {
          action: 'reverted',
          note,
          enabled: Number(enabled),
          params: JSON.stringify(params),
          definition: definition ? JSON.stringify(definition) : null,
        };
      });
      return apply(id, changed);
    },

    async backtest({ filter, subject }, { signal }) {
      return backtest(context, ruleSet, { filter, subject }, signal);
    },
  };
}
