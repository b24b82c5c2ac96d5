import type { ReactNode } from 'react';
import { type Operator, ruleLimits } from '../../../../core/contract/index.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ChipList } from '../form/chip-list.tsx';
import { NumberField } from '../form/number-field.tsx';
import { useT } from '../use-t.ts';
import { Choice } from './choice.tsx';
import styles from './definition-form.module.css';
import { RecordFields } from './record-fields.tsx';

export interface OperatorFieldsProps<O extends Operator = Operator> {
  operator: O;
  invalid: (name: string) => boolean;
  onChange: (operator: Operator, field: string) => void;
}

/** What an operator asks for. */
export function OperatorFields({ operator, invalid, onChange }: OperatorFieldsProps) {
  const t = useT();
  const number = (name: string, label: string, value: number, unit: string) => (
    <Line label={label} key={name}>
      <NumberField
        label={label}
        value={value}
        unit={unit}
        invalid={invalid(name)}
        onChange={(next) => onChange({ ...operator, [name]: next } as Operator, name)}
      />
    </Line>
  );
  switch (operator.kind) {
    case 'keywords':
      return <KeywordFields operator={operator} invalid={invalid} onChange={onChange} />;
    case 'regex':
      return (
        <>
          <PatternLine
            label={t('form.pattern')}
            hint={t('form.patternRe2')}
            value={operator.pattern}
            invalid={invalid('pattern')}
            onChange={(pattern) => onChange({ ...operator, pattern }, 'pattern')}
          />
          <PatternLine
            label={t('form.exclude')}
            value={operator.exclude ?? ''}
            invalid={invalid('exclude')}
            onChange={(text) => onChange({ ...operator, exclude: text === '' ? null : text }, 'exclude')}
          />
        </>
      );
    case 'silence':
    case 'hold':
      return number('seconds', t('form.atLeastSeconds'), operator.seconds, t('form.seconds'));
    case 'rate':
      return (
        <>
          <Line label={t('form.compare')}>
            <Choice
              label={t('form.compare')}
              value={operator.compare}
              options={(['over', 'under'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
              onChange={(compare) => onChange({ ...operator, compare }, `compare ${compare}`)}
            />
            <NumberField
              wide
              label={t('form.perMinute')}
              value={operator.perMinute}
              unit={t('form.perMinute')}
              invalid={invalid('perMinute')}
              onChange={(perMinute) => onChange({ ...operator, perMinute }, 'perMinute')}
            />
            <Choice
              label={t('form.per')}
              value={operator.per}
              options={(['range', 'sentence'] as const).map((value) => ({ value, label: t(`form.pers.${value}`) }))}
              onChange={(per) => onChange({ ...operator, per }, `per ${per}`)}
            />
          </Line>
          {number('least', t('form.leastCharacters'), operator.least, t('form.characterUnit'))}
        </>
      );
    case 'overlap':
      return (
        <>
          {number('seconds', t('form.atLeastSeconds'), operator.seconds, t('form.seconds'))}
          {number('characters', t('form.characters'), operator.characters, t('form.characterUnit'))}
        </>
      );
    case 'level':
      return (
        <>
          {number('above', t('form.above'), operator.above, t('form.decibels'))}
          {number('seconds', t('form.lasting'), operator.seconds, t('form.seconds'))}
        </>
      );
    case 'record':
      return <RecordFields operator={operator} invalid={invalid} onChange={onChange} />;
    case 'customer-data':
      return (
        <Line label={t('form.kinds')}>
          {dataKinds.map((kind) => (
            <Checkbox
              key={kind}
              checked={operator.kinds.includes(kind)}
              onChange={(on) => {
                const kinds = dataKinds.filter((other) => (other === kind ? on : operator.kinds.includes(other)));
                onChange({ ...operator, kinds }, `kinds ${kinds.length}`);
              }}
            >
              {t(`kind.${kind}`)}
            </Checkbox>
          ))}
          {invalid('kinds') && <span className={styles.error}>{t('required')}</span>}
        </Line>
      );
  }
}

const dataKinds = ['phone', 'id-card', 'bank-card'] as const;

function KeywordFields({ operator, invalid, onChange }: OperatorFieldsProps<Extract<Operator, { kind: 'keywords' }>>) {
  const t = useT();
  const { words, match, least, within } = operator;
  const several = match === 'all' || match === 'at-least';
  return (
    <>
      <Line label={t('form.words')}>
        <ChipList
          label={t('form.words')}
          items={words}
          maxItems={ruleLimits.words}
          maxLength={ruleLimits.wordLength}
          onChange={(next) => onChange({ ...operator, words: next }, `words ${next.join(' ')}`)}
        />
        {invalid('words') && <span className={styles.error}>{t('required')}</span>}
      </Line>
      <Line label={t('form.match')}>
        <Choice
          label={t('form.match')}
          value={match}
          options={(['any', 'all', 'at-least', 'none'] as const).map((value) => ({
            value,
            label: t(`form.matches.${value}`),
          }))}
          onChange={(next) => onChange({ ...operator, match: next }, `match ${next}`)}
        />
        {match === 'at-least' && (
          <NumberField
            label={t('form.least')}
            value={least}
            invalid={invalid('least')}
            onChange={(next) => onChange({ ...operator, least: next }, 'least')}
          />
        )}
        {several && (
          <Choice
            label={t('form.within')}
            value={within}
            options={(['range', 'sentence'] as const).map((value) => ({ value, label: t(`form.withins.${value}`) }))}
            onChange={(next) => onChange({ ...operator, within: next }, `within ${next}`)}
          />
        )}
      </Line>
    </>
  );
}

interface PatternLineProps {
  label: string;
  hint?: string;
  value: string;
  invalid: boolean;
  onChange: (text: string) => void;
}

function PatternLine({ label, hint, value, invalid, onChange }: PatternLineProps) {
  return (
    <Line label={label}>
      <TextField
        className={styles.pattern}
        aria-label={label}
        placeholder={hint}
        maxLength={ruleLimits.patternLength}
        spellCheck={false}
        value={value}
        invalid={invalid}
        onChange={(event) => onChange(event.target.value)}
      />
    </Line>
  );
}

export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span>{label}</span>
      <div>{children}</div>
    </div>
  );
}
