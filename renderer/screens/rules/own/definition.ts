/** Changes of a rule definition that keep it whole: no reference is left to a condition that is gone. */
import type { Condition, ConditionTree, Operator, RuleDefinition } from '../../../../core/contract/index.ts';

export type OperatorKind = Operator['kind'];
export const operatorKinds: readonly OperatorKind[] = [
  'keywords',
  'regex',
  'silence',
  'hold',
  'rate',
  'overlap',
  'level',
  'record',
  'customer-data',
];

/** Operators begin with what is usual for them. */
export function newOperator(kind: OperatorKind): Operator {
  switch (kind) {
    case 'keywords':
      return { kind, words: [], match: 'any', least: 2, within: 'range' };
    case 'regex':
      return { kind, pattern: '', exclude: null };
    case 'silence':
      return { kind, seconds: 8 };
    case 'hold':
      return { kind, seconds: 60 };
    case 'rate':
      return { kind, compare: 'over', perMinute: 300, per: 'range', least: 8 };
    case 'overlap':
      return { kind, seconds: 2, characters: 4 };
    case 'level':
      return { kind, above: 7, seconds: 1 };
    case 'record':
      return { kind, field: 'direction', column: '', compare: 'is', values: ['inbound'] };
    case 'customer-data':
      return { kind, kinds: ['phone', 'id-card', 'bank-card'] };
  }
}

/** Whether the operator asks who speaks, and where in the call. A field of the call record has neither. */
export const hasRole = (operator: Operator): boolean => operator.kind !== 'record' && operator.kind !== 'hold';
export const hasPlace = (operator: Operator): boolean => operator.kind !== 'record';

/** Conditions that another one can be anchored to: those that are found at a place. */
export const canAnchor = ({ operator }: Condition): boolean =>
  operator.kind !== 'record' &&
  !(operator.kind === 'keywords' && operator.match === 'none') &&
  !(operator.kind === 'rate' && operator.per === 'range');

/** A, B … Z, AA: what a condition is called in the form. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

export function freeId(conditions: readonly Condition[]): string {
  for (let n = conditions.length + 1; ; n++) {
    const id = `c${n}`;
    if (!conditions.some((condition) => condition.id === id)) return id;
  }
}

/** At the end of the list, and of the match where that is a group already or can become one. */
export function addCondition(definition: RuleDefinition, condition: Condition): RuleDefinition {
  const leaf: ConditionTree = { condition: condition.id };
  const { match } = definition;
  const grown: ConditionTree =
    'all' in match
      ? { all: [...match.all, leaf] }
      : 'any' in match
        ? { any: [...match.any, leaf] }
        : { all: [match, leaf] };
  return { ...definition, conditions: [...definition.conditions, condition], match: grown };
}

/** The last condition stays: a rule without one says nothing. */
export function removeCondition(definition: RuleDefinition, id: string): RuleDefinition {
  if (definition.conditions.length === 1) return definition;
  const conditions = definition.conditions
    .filter((condition) => condition.id !== id)
    .map((condition) => (condition.anchor?.condition === id ? { ...condition, anchor: null } : condition));
  return {
    ...definition,
    conditions,
    when: definition.when && prune(definition.when, id),
    match: prune(definition.match, id) ?? { condition: conditions[0]!.id },
  };
}

export function changeCondition(definition: RuleDefinition, next: Condition): RuleDefinition {
  const conditions = definition.conditions
    .map((condition) => (condition.id === next.id ? next : condition))
    .map((condition) =>
      condition.anchor?.condition === next.id && !canAnchor(next) ? { ...condition, anchor: null } : condition,
    );
  return { ...definition, conditions };
}

/** The tree without the condition; null when nothing of it is left. Groups of one stay groups. */
function prune(tree: ConditionTree, id: string): ConditionTree | null {
  if ('condition' in tree) return tree.condition === id ? null : tree;
  if ('not' in tree) {
    const inner = prune(tree.not, id);
    return inner && { not: inner };
  }
  const kept = ('all' in tree ? tree.all : tree.any).flatMap((branch) => prune(branch, id) ?? []);
  if (kept.length === 0) return null;
  return 'all' in tree ? { all: kept } : { any: kept };
}

/** Ids that neither `match` nor `when` nor an anchor names. */
export function unused({ conditions, match, when }: RuleDefinition): string[] {
  const named = new Set([
    ...namesIn(match),
    ...(when ? namesIn(when) : []),
    ...conditions.flatMap(({ anchor }) => (anchor ? [anchor.condition] : [])),
  ]);
  return conditions.map(({ id }) => id).filter((id) => !named.has(id));
}

function namesIn(tree: ConditionTree): string[] {
  if ('condition' in tree) return [tree.condition];
  if ('not' in tree) return namesIn(tree.not);
  return ('all' in tree ? tree.all : tree.any).flatMap(namesIn);
}
