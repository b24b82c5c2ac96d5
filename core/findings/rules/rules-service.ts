/** Rules of the library: list, change, try out. */
import { type Db, revisionsOf, storedVerdicts, verdictCounts } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { Rule, RuleDetail } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { ServiceOf } from '../../service.ts';
import { peopleSay } from './people-say.ts';
import type { LibraryRule, RuleSet } from './rule-set.ts';
import { agreementOf, type RuleFigures, toDetail, toHistory, toRule } from './rule-view.ts';

export function createRules(context: CoreContext, { ruleSet }: { ruleSet: RuleSet }): ServiceOf<'rules'> {
  const { library } = context;

  const known = async (id: string, tx?: Db): Promise<LibraryRule> => {
    const rule = await ruleSet.find(id, tx);
    if (!rule) throw new DomainError('RULE_NOT_FOUND', { rule: id });
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

  const notBuilt = async (): Promise<never> => {
    throw new Error('not built yet');
  };

  return {
    async list() {
      const figuresOf = await figures();
      const rules: Rule[] = [];
      for (const rule of await ruleSet.all()) rules.push(toRule(rule, await figuresOf(rule.facts.id)));
      return rules;
    },

    async get({ id }) {
      return detail(await known(id));
    },

    async history({ id }) {
      return toHistory(await known(id), await revisionsOf(library.db, id));
    },

    saveParams: notBuilt,
    setEnabled: notBuilt,
    saveOwn: notBuilt,
    removeOwn: notBuilt,
    revert: notBuilt,
    backtest: notBuilt,
  };
}
