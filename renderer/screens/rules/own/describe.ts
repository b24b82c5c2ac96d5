/** An own rule as a sentence that people read: 坐席在客户说“投诉”之后 3 句内没有说“抱歉”，即不合格。 */
import type { TFunction } from 'i18next';
import type {
  Anchor,
  Condition,
  ConditionTree,
  Language,
  Operator,
  Range,
  RuleDefinition,
} from '../../../../core/contract/index.ts';

/** Texts of this screen. */
export type Texts = TFunction<'rules'>;
type Keywords = Extract<Operator, { kind: 'keywords' }>;
type Pace = Extract<Operator, { kind: 'rate' }>;
type RecordField = Extract<Operator, { kind: 'record' }>;

interface Words {
  t: Texts;
  language: Language;
  conditions: readonly Condition[];
  /** How many words of a list are written out. */
  shown: number;
}

const fewWords = 4;

export function describeRule(definition: RuleDefinition, t: Texts, language: Language): string {
  const words = { t, language, conditions: definition.conditions, shown: fewWords };
  const rule = t(`read.${definition.means}`, { match: describeTree(definition.match, words) });
  return definition.when ? t('read.when', { when: describeTree(definition.when, words), rule }) : rule;
}

/** One condition, with its range and place. @param shown how many words of a list are written out */
export function describeCondition(
  condition: Condition,
  conditions: readonly Condition[],
  t: Texts,
  language: Language,
  shown: number = fewWords,
): string {
  return clause(condition, { t, language, conditions, shown }, 'is');
}

function describeTree(tree: ConditionTree, words: Words): string {
  const { t, conditions } = words;
  if ('condition' in tree) return leaf(tree.condition, conditions, words, 'is');
  if ('not' in tree)
    return 'condition' in tree.not
      ? leaf(tree.not.condition, conditions, words, 'not')
      : t('read.notGroup', { inner: describeTree(tree.not, words) });
  const branches = 'all' in tree ? tree.all : tree.any;
  const parts = branches.map((branch) =>
    branches.length > 1 && joins(branch)
      ? t('read.group', { inner: describeTree(branch, words) })
      : describeTree(branch, words),
  );
  const key = 'all' in tree ? 'read.and' : 'read.or';
  return parts.reduceRight((rest, first) => t(key, { first, rest }));
}

const joins = (tree: ConditionTree): boolean =>
  ('all' in tree && tree.all.length > 1) || ('any' in tree && tree.any.length > 1);

function leaf(id: string, conditions: readonly Condition[], words: Words, form: 'is' | 'not'): string {
  const condition = conditions.find((candidate) => candidate.id === id);
  return condition ? clause(condition, words, form) : words.t('read.gone');
}

function clause(condition: Condition, words: Words, form: 'is' | 'not'): string {
  const { t } = words;
  const { operator, range, anchor } = condition;
  const placed = operator.kind !== 'record';
  return t('read.clause', {
    who: subject(condition, t),
    what: predicate(operator, condition, words, form),
    range: placed && range ? place(range, t) : '',
    anchor: placed && anchor ? near(anchor, words) : '',
  });
}

/** Waiting and common silence have their own subject; the call record has none. */
function subject({ role, operator }: Condition, t: Texts): string {
  if (operator.kind === 'hold' || operator.kind === 'record') return '';
  if (operator.kind === 'silence' && role === 'any') return '';
  return t(`read.who.${role}`);
}

const place = ({ from, count, unit }: Range, t: Texts): string => t(`read.${from}.${unit}`, { n: count });

function near(anchor: Anchor, words: Words): string {
  const { t, conditions } = words;
  const at = conditions.findIndex(({ id }) => id === anchor.condition);
  const target = conditions[at];
  // Only what stands earlier is followed, so that a rule in the making cannot go in circles.
  const other = !target
    ? t('read.gone')
    : target.label
      ? t('read.named', { label: target.label })
      : clause(target, { ...words, conditions: conditions.slice(0, at) }, 'is');
  const hit =
    typeof anchor.hit === 'number'
      ? t('read.hit.nth', { n: anchor.hit, other })
      : t(`read.hit.${anchor.hit}`, { other });
  return anchor.within === null
    ? t(`read.far.${anchor.where}`, { hit })
    : t(`read.near.${anchor.where}`, { hit, n: anchor.within, unit: t(`read.unit.${anchor.unit}`) });
}

function predicate(operator: Operator, { role }: Condition, words: Words, form: 'is' | 'not'): string {
  const { t, language } = words;
  switch (operator.kind) {
    case 'keywords':
      return said(operator, words, form);
    case 'regex': {
      const { pattern, exclude } = operator;
      return exclude === null ? t(`read.regex.${form}`, { pattern }) : t(`read.regexBut.${form}`, { pattern, exclude });
    }
    case 'silence':
      return t(role === 'any' ? `read.silence.${form}` : `read.silenceOf.${form}`, { n: operator.seconds });
    case 'hold':
      return t(`read.hold.${form}`, { n: operator.seconds });
    case 'rate':
      return pace(operator, t, form);
    case 'overlap':
      return operator.characters > 0
        ? t(`read.overlapSaid.${form}`, { n: operator.seconds, least: operator.characters })
        : t(`read.overlap.${form}`, { n: operator.seconds });
    case 'level':
      return t(`read.level.${form}`, { above: operator.above, n: operator.seconds });
    case 'record':
      return recorded(operator, words, form);
    case 'customer-data':
      return t(`read.data.${form}`, {
        kinds: list(
          operator.kinds.map((kind) => t(`kind.${kind}`)),
          language,
          'disjunction',
        ),
      });
  }
}

function said(operator: Keywords, { t, language, shown }: Words, form: 'is' | 'not'): string {
  const { match, least, within } = operator;
  const quoted = operator.words.slice(0, shown).map((word) => t('read.word', { word }));
  if (operator.words.length > shown) quoted.push(t('read.more', { n: operator.words.length }));
  if (quoted.length === 0) quoted.push(t('read.noWords'));
  const values = { words: list(quoted, language, match === 'all' ? 'conjunction' : 'disjunction'), n: least };
  if (match === 'any') return t(`read.any.${form}`, values);
  if (match === 'none') return t(`read.any.${form === 'is' ? 'not' : 'is'}`, values);
  const whole = within === 'range';
  if (match === 'all') return t(whole ? `read.all.${form}` : `read.allInOne.${form}`, values);
  return t(whole ? `read.atLeast.${form}` : `read.atLeastInOne.${form}`, values);
}

function pace({ compare, per, perMinute }: Pace, t: Texts, form: 'is' | 'not'): string {
  const values = { n: perMinute };
  if (per === 'range') return t(compare === 'over' ? `read.rateOver.${form}` : `read.rateUnder.${form}`, values);
  return t(compare === 'over' ? `read.rateOverSentence.${form}` : `read.rateUnderSentence.${form}`, values);
}

const opposite = {
  is: 'is-not',
  'is-not': 'is',
  contains: 'contains-not',
  'one-of': 'one-of-not',
  over: 'at-most',
  'at-least': 'under',
  under: 'at-least',
  'at-most': 'over',
} as const;

function recorded({ field, column, compare, values }: RecordField, words: Words, form: 'is' | 'not'): string {
  const { t, language } = words;
  return t('read.record', {
    field: field === 'column' ? t('read.word', { word: column }) : t(`field.${field}`),
    compare: t(`compare.${form === 'is' ? compare : opposite[compare]}`),
    values: list(
      values.map((value) => valueText(field, value, t)),
      language,
      'disjunction',
    ),
  });
}

/** Known values of direction and hang-up party are written in the user's language, all others as they are. */
export function valueText(field: RecordField['field'], value: string, t: Texts): string {
  if (field === 'direction' && (value === 'inbound' || value === 'outbound')) return t(`recordValue.${value}`);
  if (field === 'hangupBy' && (value === 'agent' || value === 'customer')) return t(`recordValue.${value}`);
  return t('read.word', { word: value });
}

const list = (items: readonly string[], language: Language, type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(language, { type }).format(items);
