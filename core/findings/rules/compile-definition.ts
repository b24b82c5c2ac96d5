/** Makes an own rule ready to judge calls, and says what is wrong with one that cannot be. */
import {
  type Bilingual,
  type Condition,
  type ConditionTree,
  type RuleDefinition,
  type RuleInput,
  ruleLimits,
} from '../../contract/index.ts';
import { maskSensitive } from '../../text/sensitive.ts';
import type { Judge, RuleFacts, RuleNames } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet, type Outcome } from '../outcome.ts';
import { combine, createStandings, prepareCondition, type Standing } from './conditions.ts';
import { kindOf } from './operators/index.ts';

/** Grows whenever the operators could judge a call differently. */
export const ownRuleCode = 0;

/** The definition does not hang together; the message says why, in English. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** @throws DefinitionError, PatternError when it can never judge a call */
export function checkDefinition(definition: RuleDefinition): void {
  const seen = new Map<string, Condition>();
  for (const condition of definition.conditions) {
    const { id, anchor, operator } = condition;
    if (seen.has(id)) throw new DefinitionError(`two conditions are called ${id}`);
    if (anchor) {
      const other = seen.get(anchor.condition);
      if (!other) throw new DefinitionError(`condition ${id} looks around ${anchor.condition}, which is not before it`);
      if (!kindOf(other.operator).hasPlaces(other.operator))
        throw new DefinitionError(`condition ${id} looks around ${anchor.condition}, which is found at no place`);
    }
    if (operator.kind === 'record' && operator.field === 'column' && operator.column === '')
      throw new DefinitionError(`condition ${id} names no column`);
    seen.set(id, condition);
  }
  for (const tree of [definition.when, definition.match]) if (tree) checkTree(tree, seen, 1);
  prepareAll(definition.conditions);
}

function checkTree(tree: ConditionTree, known: ReadonlyMap<string, Condition>, depth: number): void {
  if (depth > ruleLimits.treeDepth) throw new DefinitionError('conditions are combined too deeply');
  if ('condition' in tree) {
    if (!known.has(tree.condition)) throw new DefinitionError(`there is no condition ${tree.condition}`);
    return;
  }
  const parts = 'not' in tree ? [tree.not] : 'all' in tree ? tree.all : tree.any;
  for (const part of parts) checkTree(part, known, depth + 1);
}

function prepareAll(conditions: readonly Condition[]) {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  return new Map(
    conditions.map((condition) => {
      const anchor = condition.anchor && byId.get(condition.anchor.condition);
      return [condition.id, prepareCondition(condition, anchor ? kindOf(anchor.operator).ofText : true)];
    }),
  );
}

/** A name that is missing in one language is that of the other. */
export function namesOf({ title, breach }: Pick<RuleDefinition, 'title' | 'breach'>): RuleNames {
  const zh = title.zh.trim() || title.en.trim();
  const en = title.en.trim() || title.zh.trim();
  return {
    title: { zh, en },
    breach: { zh: breach.zh.trim() || breach.en.trim() || zh, en: breach.en.trim() || breach.zh.trim() || en },
    limitS: null,
  };
}

/** @returns what is known of the rule, and what makes it ready to judge */
export function compileDefinition(
  id: string,
  definition: RuleDefinition,
): { facts: Omit<RuleFacts, 'version'>; judge(): Judge } {
  const { title, severity, conditions, match, when } = definition;
  const inputs = conditions.map(({ operator }) => kindOf(operator).inputs);
  const all = [...new Set(inputs.flat())];
  const needs = all.filter((input) => inputs.every((own) => own.includes(input)));
  const judge = (): Judge => {
    const prepared = prepareAll(conditions);
    return (call) => {
      const of = createStandings(conditions, prepared, call);
      const occasion = when && combine(when, of);
      if (occasion && occasion.state !== 'holds') return occasion.state === 'unknown' ? open(occasion) : noOccasion();
      return outcomeOf(definition, combine(match, of));
    };
  };
  return {
    facts: {
      id,
      title,
      breach: namesOf(definition).breach,
      severity,
      mark: false,
      needs,
      helps: all.filter((input: RuleInput) => !needs.includes(input)),
    },
    judge,
  };
}

const open = ({ reason }: Standing): Outcome =>
  cannotTell(reason?.zh ?? '无法判断。', reason?.en ?? 'It cannot be told.');

function outcomeOf({ means, conditions }: RuleDefinition, standing: Standing): Outcome {
  if (standing.state === 'idle') return noOccasion();
  if (standing.state === 'unknown') return open(standing);
  const holds = standing.state === 'holds';
  const evidence = standing.why.map((hit) => hit.evidence).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const grounds = { evidence, value: evidence.length };
  const names = conditions.filter(({ id }) => standing.by.includes(id)).map(nameOf);
  const zh = names.map((name) => name.zh).join('；');
  const en = names.map((name) => name.en).join('; ');
  const said = quotesOf(standing);
  if (means === 'breach')
    return holds
      ? notMet(`出现了：${zh}${said.zh}。`, `It happened: ${en}${said.en}.`, grounds)
      : met('没有出现。', 'It did not happen.', { value: 0 });
  return holds
    ? met(`做到了：${zh}${said.zh}。`, `Done: ${en}${said.en}.`, grounds)
    : notMet(`没有做到：${zh}${said.zh}。`, `Not done: ${en}${said.en}.`, grounds);
}

function nameOf({ label, operator }: Condition): Bilingual {
  return label === '' ? kindOf(operator).describe(operator) : { zh: label, en: label };
}

function quotesOf({ why }: Standing): Bilingual {
  const texts = [
    ...new Set(why.flatMap(({ evidence }) => (evidence.text === null ? [] : maskSensitive(evidence.text)))),
  ].slice(0, 5);
  if (texts.length === 0) return { zh: '', en: '' };
  const quoted = texts.map((text) => `“${text}”`);
  return { zh: `（${quoted.join('、')}）`, en: ` (${quoted.join(', ')})` };
}
