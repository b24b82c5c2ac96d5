/** What one version of a rule changed against the one before it. */
import { type Language, type RuleDefinition, type RuleVersion, ruleLimits } from '../../../../core/contract/index.ts';
import { groupsIn, isSame, type ParamField, type Params } from '../form/params-schema.ts';
import { letterOf } from '../own/definition.ts';
import { describeCondition, describeRule, type Texts } from '../own/describe.ts';

/** Before and after of one thing; null: it was not there. */
export interface Difference {
  label: string;
  before: string | null;
  after: string | null;
}

interface Context {
  fields: readonly ParamField[];
  t: Texts;
  language: Language;
}

/** @param before null: there is none */
export function differences(before: RuleVersion | null, after: RuleVersion, context: Context): Difference[] {
  const { t } = context;
  const turned =
    before && before.enabled !== after.enabled
      ? [{ label: '', before: onOff(before.enabled, t), after: onOff(after.enabled, t) }]
      : [];
  return [
    ...turned,
    ...paramDifferences(before?.params ?? {}, after.params, context),
    ...definitionDifferences(before?.definition ?? null, after.definition, context),
  ];
}

const onOff = (on: boolean, t: Texts) => t(on ? 'history.turnedOn' : 'history.turnedOff');

/** Parameters are stored where they differ from the default. */
function paramDifferences(before: Params, after: Params, { fields, t, language }: Context): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): Difference[] => {
    const field = fields.find((candidate) => candidate.key === key);
    const [old, now] = [before, after].map((params) => (key in params ? params[key] : field?.initial));
    if (isSame(old, now)) return [];
    const label = field?.label?.[language] ?? key;
    const unit = field?.unit ? ` ${field.unit[language]}` : '';
    if (Array.isArray(old) || Array.isArray(now)) {
      const [had, has] = [old, now].map((list) => (Array.isArray(list) ? list.map(itemText) : []));
      return [{ label, before: listed(had!, has!), after: listed(has!, had!) }];
    }
    const written = (value: unknown) => (value === undefined ? t('history.default') : `${String(value)}${unit}`);
    return [{ label, before: written(old), after: written(now) }];
  });
}

/** An own group of phrases is told by its name and what is in it. */
const itemText = (item: unknown): string => {
  if (typeof item !== 'object' || item === null) return String(item);
  const [group] = groupsIn([item]);
  return group ? `${group.title}: ${[...group.phrases, ...group.patterns, ...group.exceptions].join(' ')}` : '';
};

/** What one list has and the other has not. */
function listed(list: readonly string[], other: readonly string[]): string | null {
  const only = list.filter((item) => !other.includes(item));
  return only.length > 0 ? only.join('、') : null;
}

function definitionDifferences(
  before: RuleDefinition | null,
  after: RuleDefinition | null,
  { t, language }: Context,
): Difference[] {
  if (!after) return [];
  // A rule's first version is read as a whole.
  if (!before) return [{ label: t('form.reads'), before: null, after: describeRule(after, t, language) }];
  const parts = (definition: RuleDefinition): [label: string, text: string][] => [
    [t('form.titleZh'), definition.title.zh],
    [t('form.titleEn'), definition.title.en],
    [t('form.breachZh'), definition.breach.zh],
    [t('form.breachEn'), definition.breach.en],
    [t('form.severity'), t(`severityOf.${definition.severity}`)],
    [t('form.reads'), describeRule(definition, t, language)],
    ...definition.conditions.map((condition, index): [string, string] => [
      t('form.condition', { letter: letterOf(index) }),
      describeCondition(condition, definition.conditions, t, language, ruleLimits.words),
    ]),
  ];
  const old = new Map(parts(before));
  const now = new Map(parts(after));
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((label) => ({ label, before: old.get(label) || null, after: now.get(label) || null }))
    .filter((change) => change.before !== change.after);
}
