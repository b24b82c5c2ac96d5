/** The rules of a library as they stand: built-in detectors with its parameters, and its own rules. */
import { currentRevisions, type Db, type RuleRevisionRow } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import { type Bilingual, RuleDefinition } from '../../contract/index.ts';
import type { Detector, Judge, RuleFacts } from '../define-detector.ts';
import { detectors } from '../detectors/index.ts';
import { checkDefinition, compileDefinition, ownRuleCode } from './compile-definition.ts';

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
      facts: { ...detector.rule, version: detector.rule.version + revision },
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

  return {
    all: async (tx) => (await everyRule(tx)).filter(({ removed }) => !removed),
    titles: async () => new Map((await everyRule()).map(({ facts }) => [facts.id, facts.title])),
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
