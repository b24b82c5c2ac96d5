/** The rules of a library as they stand: built-in detectors with its parameters, and its own rules. */
import { currentRevisions, type Db, type RuleRevisionRow } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import { RuleDefinition } from '../../contract/index.ts';
import type { Detector, Judge, RuleFacts, RuleNames } from '../define-detector.ts';
import { detectors } from '../detectors/index.ts';
import { checkDefinition, compileDefinition, namesOf, ownRuleCode } from './compile-definition.ts';

export interface LibraryRule {
  /** `version` counts the program's changes of the rule and the library's together, so that it only ever grows. */
  facts: RuleFacts;
  enabled: boolean;
  removed: boolean;
  /** Changes by the library so far. */
  revision: number;
  /** What differs from the defaults. */
  params: Record<string, unknown>;
  /** Null for an own rule. */
  detector: Detector | null;
  /** Null for a built-in rule. */
  definition: RuleDefinition | null;
  /** Ready for many calls. */
  prepare(): Judge;
}

export interface ActiveRule {
  facts: RuleFacts;
  /** Parameters or definition, as stored with every finding. */
  params: string;
  judge: Judge;
}

/**
 * Names of a rule with the parameters that a finding was judged with, JSON.
 * @returns undefined for a rule that is no more
 */
export type NamesOf = (rule: string, params: string) => RuleNames | undefined;

export interface RuleSet {
  /** Every rule that is not removed, in the order of a call, own rules last. */
  all(tx?: Db): Promise<LibraryRule[]>;
  /** How findings are called, also those of removed rules. */
  names(): Promise<NamesOf>;
  /** Also a removed one. */
  find(id: string, tx?: Db): Promise<LibraryRule | undefined>;
  /** Those that judge calls. */
  active(): Promise<ActiveRule[]>;
}

export function createRuleSet({ library, log }: Pick<CoreContext, 'library' | 'log'>): RuleSet {
  const prepared = new Map<string, Judge>();
  /** Stored revisions never change. */
  const ownRules = new Map<string, LibraryRule[]>();

  const everyRule = async (tx: Db = library.db): Promise<LibraryRule[]> => {
    const stored = new Map((await currentRevisions(tx)).map((row) => [row.rule, row]));
    const builtIn = detectors.map((detector) => builtInRule(detector, stored.get(detector.rule.id)));
    const own = [...stored.values()].flatMap((row) => (row.definition === null ? [] : readOnce(row, row.definition)));
    return [...builtIn, ...own];
  };

  /** Parameters that another version of the program stored and that do not fit this one give way to the defaults. */
  function builtInRule(detector: Detector, row: RuleRevisionRow | undefined): LibraryRule {
    const revision = row?.revision ?? 0;
    const id = detector.rule.id;
    const params = fitting(id, () => {
      const changed = row ? (JSON.parse(row.params) as Record<string, unknown>) : {};
      detector.fill(changed);
      return changed;
    });
    return {
      facts: { ...detector.rule, ...titles(detector.names(params ?? {})), version: detector.rule.version + revision },
      enabled: row ? row.enabled === 1 : true,
      removed: false,
      revision,
      params: params ?? {},
      detector,
      definition: null,
      prepare: () => detector.prepare(params ?? {}),
    };
  }

  function readOnce(row: RuleRevisionRow, definition: string): LibraryRule[] {
    const key = `${row.rule}:${row.revision}`;
    const rule = ownRules.get(key) ?? ownRule(row, definition);
    ownRules.set(key, rule);
    return rule;
  }

  /** A definition of another version of the program that this one does not understand judges nothing. */
  function ownRule(row: RuleRevisionRow, stored: string): LibraryRule[] {
    const definition = fitting(row.rule, () => {
      const read = RuleDefinition.parse(JSON.parse(stored));
      checkDefinition(read);
      return read;
    });
    if (!definition) return [];
    const { facts, judge } = compileDefinition(row.rule, definition);
    return [
      {
        facts: { ...facts, version: ownRuleCode + row.revision },
        enabled: row.enabled === 1,
        removed: row.removed === 1,
        revision: row.revision,
        params: {},
        detector: null,
        definition,
        prepare: judge,
      },
    ];
  }

  function fitting<T>(rule: string, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      log.warn('what is stored of a rule does not fit this program', { rule, error: String(error) });
      return null;
    }
  }

  /** Made ready once per version. */
  const judgeOf = ({ facts, prepare }: LibraryRule): Judge => {
    const key = `${facts.id}:${facts.version}`;
    const judge = prepared.get(key) ?? prepare();
    prepared.set(key, judge);
    return judge;
  };

  /** Parameters of another version of the program that no longer fit give way to those in force. */
  function namesWith({ facts, detector, definition, params: inForce }: LibraryRule, params: string): RuleNames {
    if (definition) return namesOf(definition);
    const names = fitting(facts.id, () => detector!.names(JSON.parse(params)));
    return names ?? detector!.names(inForce);
  }

  return {
    all: async (tx) => (await everyRule(tx)).filter(({ removed }) => !removed),
    async names() {
      const rules = new Map((await everyRule()).map((rule) => [rule.facts.id, rule]));
      const known = new Map<string, RuleNames>();
      return (id, params) => {
        const rule = rules.get(id);
        if (!rule) return undefined;
        const key = `${id} ${rule.definition ? '' : params}`;
        const names = known.get(key) ?? namesWith(rule, params);
        known.set(key, names);
        return names;
      };
    },
    find: async (id, tx) => (await everyRule(tx)).find(({ facts }) => facts.id === id),
    async active() {
      const rules = (await everyRule()).filter(({ enabled, removed }) => enabled && !removed);
      return rules.map((rule) => {
        const { facts, params, definition } = rule;
        return { facts, params: JSON.stringify(definition ?? params), judge: judgeOf(rule) };
      });
    },
  };
}

const titles = ({ title, breach }: RuleNames) => ({ title, breach });
