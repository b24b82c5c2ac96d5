import type { Condition, Range, Role } from '../../../../core/contract/index.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { NumberField } from '../form/number-field.tsx';
import { useT } from '../use-t.ts';
import { AnchorFields } from './anchor-fields.tsx';
import { Choice } from './choice.tsx';
import { hasPlace, hasRole, letterOf, newOperator, operatorKinds } from './definition.ts';
import styles from './definition-form.module.css';
import { describeCondition } from './describe.ts';
import { OperatorFields } from './operator-fields.tsx';

interface ConditionCardProps {
  index: number;
  condition: Condition;
  conditions: readonly Condition[];
  problems: ReadonlySet<string>;
  /** Nothing asks for it. */
  idle: boolean;
  onChange: (condition: Condition, field: string) => void;
  onDuplicate: () => void;
  /** Null: the only one. */
  onRemove: (() => void) | null;
}

/** One condition: who does what, in which range, where seen from another condition. */
export function ConditionCard(props: ConditionCardProps) {
  const { index, condition, conditions, problems, idle, onChange, onDuplicate, onRemove } = props;
  const t = useT();
  const language = useLanguage();
  const letter = letterOf(index);
  const { role, operator, range, label } = condition;
  const at = `conditions.${index}`;
  const set = (patch: Partial<Condition>, field: string) => onChange({ ...condition, ...patch }, field);
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{t('form.condition', { letter })}</legend>
      <header className={styles.cardHead}>
        <b className={styles.letter} aria-hidden="true">
          {letter}
        </b>
        {hasRole(operator) && (
          <Choice
            label={t('form.role')}
            value={role}
            options={(['agent', 'customer', 'any'] as const).map((value) => ({ value, label: t(`roles.${value}`) }))}
            onChange={(next: Role) => set({ role: next }, `role ${next}`)}
          />
        )}
        <Choice
          label={t('form.operator')}
          value={operator.kind}
          options={operatorKinds.map((value) => ({ value, label: t(`operators.${value}`) }))}
          onChange={(kind) =>
            set(
              { operator: newOperator(kind), ...(kind === 'record' ? { range: null, anchor: null } : {}) },
              `kind ${kind}`,
            )
          }
        />
        <TextField
          className={styles.name}
          aria-label={t('form.conditionLabel', { letter })}
          placeholder={t('form.conditionLabel', { letter })}
          maxLength={100}
          value={label}
          onChange={(event) => set({ label: event.target.value }, 'label')}
        />
        <Button small look="ghost" icon="copy" iconOnly onClick={onDuplicate}>
          {t('form.duplicateCondition', { letter })}
        </Button>
        <Button small look="ghost" icon="trash" iconOnly disabled={!onRemove} onClick={() => onRemove?.()}>
          {t('form.removeCondition', { letter })}
        </Button>
      </header>
      <div className={styles.lines}>
        <OperatorFields
          operator={operator}
          invalid={(name) => hasProblem(problems, `${at}.operator.${name}`)}
          onChange={(next, field) => set({ operator: next }, field)}
        />
        {hasPlace(operator) && (
          <>
            <RangeFields
              range={range}
              invalid={hasProblem(problems, `${at}.range`)}
              onChange={(next, field) => set({ range: next }, field)}
            />
            <AnchorFields
              index={index}
              condition={condition}
              conditions={conditions}
              invalid={hasProblem(problems, `${at}.anchor`)}
              onChange={(next, field) => set({ anchor: next }, field)}
            />
          </>
        )}
      </div>
      <p className={styles.sentence}>
        {describeCondition(condition, conditions, t, language)}
        {idle && <Tag tone="minor">{t('form.unused')}</Tag>}
      </p>
    </fieldset>
  );
}

/** The path itself, or one below it. */
const hasProblem = (problems: ReadonlySet<string>, path: string): boolean =>
  [...problems].some((problem) => problem === path || problem.startsWith(`${path}.`));

interface RangeFieldsProps {
  range: Range | null;
  invalid: boolean;
  onChange: (range: Range | null, field: string) => void;
}

function RangeFields({ range, invalid, onChange }: RangeFieldsProps) {
  const t = useT();
  const from = range?.from ?? 'all';
  return (
    <div className={styles.line}>
      <span>{t('form.range')}</span>
      <div>
        <Choice
          label={t('form.range')}
          value={from}
          options={[
            { value: 'all', label: t('form.rangeAll') },
            { value: 'start', label: t('form.rangeStart') },
            { value: 'end', label: t('form.rangeEnd') },
          ]}
          onChange={(next: 'all' | 'start' | 'end') =>
            onChange(next === 'all' ? null : { count: 3, unit: 'sentences', ...range, from: next }, `range ${next}`)
          }
        />
        {range && (
          <>
            <NumberField
              label={t('form.range')}
              value={range.count}
              invalid={invalid}
              onChange={(count) => onChange({ ...range, count }, 'range count')}
            />
            <UnitChoice value={range.unit} onChange={(unit) => onChange({ ...range, unit }, `range ${unit}`)} />
          </>
        )}
      </div>
    </div>
  );
}

export function UnitChoice({ value, onChange }: { value: Range['unit']; onChange: (unit: Range['unit']) => void }) {
  const t = useT();
  return (
    <Choice
      label={t('form.seconds')}
      value={value}
      options={(['sentences', 'seconds'] as const).map((unit) => ({ value: unit, label: t(`form.${unit}`) }))}
      onChange={onChange}
    />
  );
}
