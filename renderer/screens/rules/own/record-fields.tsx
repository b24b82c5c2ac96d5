import type { Operator } from '../../../../core/contract/index.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { ChipList } from '../form/chip-list.tsx';
import { useT } from '../use-t.ts';
import { Choice } from './choice.tsx';
import styles from './definition-form.module.css';
import { Line, type OperatorFieldsProps } from './operator-fields.tsx';

type RecordField = Extract<Operator, { kind: 'record' }>;

const fields = [
  'direction',
  'hangupBy',
  'agentNo',
  'team',
  'business',
  'durationSeconds',
  'talkSeconds',
  'ringSeconds',
  'satisfaction',
  'column',
] as const satisfies readonly RecordField['field'][];
const comparisons = ['is', 'is-not', 'contains', 'one-of', 'over', 'at-least', 'under', 'at-most'] as const;
/** Fields with few values, which are chosen instead of typed. */
const choices: Partial<Record<RecordField['field'], readonly (keyof typeof valueKeys)[]>> = {
  direction: ['inbound', 'outbound'],
  hangupBy: ['agent', 'customer'],
};
const valueKeys = { inbound: true, outbound: true, agent: true, customer: true } as const;

/** A field of the call or of its call record, compared with what is given. */
export function RecordFields({ operator, invalid, onChange }: OperatorFieldsProps<RecordField>) {
  const t = useT();
  const { field, column, compare, values } = operator;
  const few = choices[field];
  return (
    <>
      <Line label={t('form.field')}>
        <Choice
          label={t('form.field')}
          value={field}
          options={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
          onChange={(next) => {
            const first = choices[next]?.[0];
            onChange(
              { ...operator, field: next, column: '', compare: 'is', values: first ? [first] : [] },
              `field ${next}`,
            );
          }}
        />
        {field === 'column' && (
          <TextField
            aria-label={t('form.column')}
            placeholder={t('form.column')}
            maxLength={100}
            value={column}
            invalid={invalid('column') || column.trim() === ''}
            onChange={(event) => onChange({ ...operator, column: event.target.value }, 'column')}
          />
        )}
        <Choice
          label={t('form.compare')}
          value={compare}
          options={(few ? (['is', 'is-not'] as const) : comparisons).map((value) => ({
            value,
            label: t(`compare.${value}`),
          }))}
          onChange={(next) => onChange({ ...operator, compare: next }, `compare ${next}`)}
        />
        {few && (
          <Choice
            label={t('form.values')}
            value={few.find((value) => value === values[0]) ?? null}
            options={few.map((value) => ({ value, label: t(`recordValue.${value}`) }))}
            onChange={(value) => onChange({ ...operator, values: [value] }, `value ${value}`)}
          />
        )}
      </Line>
      {!few && (
        <Line label={t('form.values')}>
          <ChipList
            label={t('form.values')}
            items={values}
            maxItems={compare === 'one-of' ? 100 : 1}
            maxLength={100}
            onChange={(next) => onChange({ ...operator, values: next }, `values ${next.join(' ')}`)}
          />
          {invalid('values') && <span className={styles.error}>{t('required')}</span>}
        </Line>
      )}
    </>
  );
}
