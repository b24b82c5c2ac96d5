/** The rules of a library as they stand: built-in detectors with its parameters, and its own rules. */
import { currentRevisions, type Db, type RuleRevisionRow } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import { type Bilingual, RuleDefinition } from '../../contract/index.ts';
import type { Detector, Judge, RuleFacts } from '../define-detector.ts';
import { detectors } from '../detectors/index.ts';
import { compileDefinition, ownRuleCode } from './compile-definition.ts';

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
  /** Ready for many calls. @throws ZodError, PatternError when what is stored no longer fits the program */
  prepare(): Judge;
}

export interface ActiveRule {
  facts: RuleFacts;
  /** Parameters or definition, as stored with every finding. */
  params: string;
  judge: Judge;
}

export interface RuleSet {
  /** Every rule that is not removed, in the order of a call, own rules last. */
  all(tx?: Db): Promise<LibraryRule[]>;
  /** Titles by id, also of removed rules. */
  titles(): Promise<Map<string, Bilingual>>;
  /** Also a removed one. */
  find(id: string, tx?: Db): Promise<LibraryRule | undefined>;
  /** Those that judge calls. */
  active(): Promise<ActiveRule[]>;
}

export function createRuleSet({ library, log }: Pick<CoreContext, 'library' | 'log'>): RuleSet {
  const prepared = new Map<string, ActiveRule | null>();

  const everyRule = async (tx: Db = library.db): Promise<LibraryRule[]> => {
    const stored = new Map((await currentRevisions(tx)).map((row) => [row.rule, row]));
    const builtIn = detectors.map((detector) => builtInRule(detector, stored.get(detector.rule.id)));
    const own = [...stored.values()].flatMap((row) => (row.definition === null ? [] : [ownRule(row, row.definition)]));
    return [...builtIn, ...own];
  };

  const activate = (rule: LibraryRule): ActiveRule | null => {
    const { facts, params, definition } = rule;
    const stored = JSON.stringify(definition ?? params);
    try {
      return { facts, params: stored, judge: rule.prepare() };
    } catch (error) {
      log.warn('a rule no longer fits this program and judges nothing', { rule: facts.id, error: String(error) });
      return null;
    }
  };

  return {
    all: async (tx) => (await everyRule(tx)).filter(({ removed }) => !removed),
    titles: async () => new Map((await everyRule()).map(({ facts }) => [facts.id, facts.title])),
    find: async (id, tx) => (await everyRule(tx)).find(({ facts }) => facts.id === id),
    async active() {
      const rules = (await everyRule()).filter(({ enabled, removed }) => enabled && !removed);
      return rules.flatMap((rule) => {
        const key = `${rule.facts.id}:${rule.facts.version}`;
        if (!prepared.has(key)) prepared.set(key, activate(rule));
        return prepared.get(key) ?? [];
      });
    },
  };
}

function builtInRule(detector: Detector, row: RuleRevisionRow | undefined): LibraryRule {
  const params = row ? (JSON.parse(row.params) as Record<string, unknown>) : {};
  const revision = row?.revision ?? 0;
  return {
    facts: { ...detector.rule, version: detector.rule.version + revision },
    enabled: row ? row.enabled === 1 : true,
    removed: false,
    revision,
    params,
    detector,
    definition: null,
    prepare: () => detector.prepare(params),
  };
}

function ownRule(row: RuleRevisionRow, stored: string): LibraryRule {
  const definition = RuleDefinition.parse(JSON.parse(stored));
  const { facts, judge } = compileDefinition(row.rule, definition);
  return {
    facts: { ...facts, version: ownRuleCode + row.revision },
    enabled: row.enabled === 1,
    removed: row.removed === 1,
    revision: row.revision,
    params: {},
    detector: null,
    definition,
    prepare: judge,
  };
}
