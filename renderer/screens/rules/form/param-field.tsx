import { useId } from 'react';
import { ruleLimits } from '../../../../core/contract/index.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, Switch } from '../../../ui/checkbox.tsx';
import { useT } from '../use-t.ts';
import { ChipList } from './chip-list.tsx';
import styles from './form.module.css';
import { NumberField } from './number-field.tsx';
import { OwnGroups } from './own-groups.tsx';
import { type ParamField as Field, groupsIn, isSame, type NumberParam, textsIn } from './params-schema.ts';

interface ParamFieldProps {
  field: Field;
  value: unknown;
  /** As stored: what differs is marked. */
  stored: unknown;
  invalid: boolean;
  /** What the core says is wrong with it. */
  error: string | null;
  onChange: (value: unknown) => void;
}

/** One parameter: label, control, way back to the default. */
export function ParamField({ field, value, stored, invalid, error, onChange }: ParamFieldProps) {
  const t = useT();
  const language = useLanguage();
  const errorId = useId();
  const label = field.label?.[language] ?? field.key;
  const problem = error ?? (invalid && field.kind === 'number' ? rangeText(field, t) : null);
  const isInitial = field.initial === undefined || isSame(value, field.initial);
  const tall = field.kind === 'groups' ? styles.tall : '';
  return (
    <div className={[styles.field, tall, !isSame(value, stored) && styles.touched].filter(Boolean).join(' ')}>
      <span className={styles.label}>
        {label}
        {field.kind === 'number' && field.initial !== undefined && (
          <small>{t('initial', { value: String(field.initial) })}</small>
        )}
      </span>
      <div className={styles.control}>
        <Control {...{ field, label, value, onChange }} invalid={problem !== null} describedBy={errorId} />
        <span id={errorId} className={styles.error} role={problem ? 'alert' : undefined}>
          {problem}
        </span>
      </div>
      {!isInitial && (
        <Button look="ghost" small icon="undo" iconOnly onClick={() => onChange(field.initial)}>
          {t('resetParam', { label })}
        </Button>
      )}
    </div>
  );
}

interface ControlProps {
  field: Field;
  label: string;
  value: unknown;
  invalid: boolean;
  describedBy: string;
  onChange: (value: unknown) => void;
}

/** Texts under these names are regular expressions: they may hold commas and blanks. */
const patternKeys = /^(patterns|exceptions)$/;

function Control({ field, label, value, invalid, describedBy, onChange }: ControlProps) {
  const t = useT();
  const language = useLanguage();
  if (field.kind === 'number')
    return (
      <NumberField
        label={label}
        value={typeof value === 'number' ? value : Number.NaN}
        invalid={invalid}
        describedBy={describedBy}
        onChange={onChange}
        {...(field.unit ? { unit: field.unit[language] } : {})}
      />
    );
  if (field.kind === 'boolean')
    return (
      <Switch checked={value === true} onChange={onChange}>
        <span className="visually-hidden">{label}</span>
      </Switch>
    );
  if (field.kind === 'groups')
    return <OwnGroups groups={groupsIn(value)} maxItems={field.maxItems} onChange={onChange} />;
  const items = textsIn(value);
  if (field.kind === 'choices')
    return field.options.map((option) => (
      <Checkbox
        key={option}
        checked={items.includes(option)}
        onChange={(on) => onChange(field.options.filter((other) => (other === option ? on : items.includes(other))))}
      >
        {isKnownKind(option) ? t(`kind.${option}`) : option}
      </Checkbox>
    ));
  return (
    <ChipList
      label={label}
      items={items}
      onChange={onChange}
      invalid={invalid}
      whole={patternKeys.test(field.key)}
      maxItems={field.maxItems}
      maxLength={field.maxLength ?? (patternKeys.test(field.key) ? ruleLimits.patternLength : null)}
    />
  );
}

const kinds = ['bank-card', 'id-card', 'phone'] as const;
const isKnownKind = (option: string): option is (typeof kinds)[number] => kinds.some((kind) => kind === option);

function rangeText({ min, max, integer }: NumberParam, t: ReturnType<typeof useT>): string {
  if (min === null || max === null) return t('notNumber');
  return t(integer ? 'outsideInteger' : 'outside', { min, max });
}
