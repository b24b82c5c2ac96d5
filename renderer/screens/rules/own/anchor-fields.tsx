import type { Anchor, Condition } from '../../../../core/contract/index.ts';
import { NumberField } from '../form/number-field.tsx';
import { useT } from '../use-t.ts';
import { Choice } from './choice.tsx';
import { UnitChoice } from './condition-card.tsx';
import { canAnchor, letterOf } from './definition.ts';
import styles from './definition-form.module.css';

interface AnchorFieldsProps {
  index: number;
  condition: Condition;
  conditions: readonly Condition[];
  invalid: boolean;
  onChange: (anchor: Anchor | null, field: string) => void;
}

const start: Omit<Anchor, 'condition'> = { where: 'after', hit: 'every', within: 3, unit: 'sentences' };

/** Where to look, seen from a condition that stands earlier; not shown while there is none to see it from. */
export function AnchorFields({ index, condition: { anchor }, conditions, invalid, onChange }: AnchorFieldsProps) {
  const t = useT();
  const earlier = conditions
    .slice(0, index)
    .map((condition, at) => ({ condition, letter: letterOf(at) }))
    .filter(({ condition }) => canAnchor(condition));
  if (earlier.length === 0) return null;
  const nth = typeof anchor?.hit === 'number';
  return (
    <div className={styles.line}>
      <span>{t('form.anchor')}</span>
      <div>
        <Choice
          label={t('form.anchor')}
          value={anchor?.condition ?? ''}
          options={[
            { value: '', label: t('form.anchorNone') },
            ...earlier.map(({ condition, letter }) => ({
              value: condition.id,
              label: t('form.anchorWhere', { letter }),
            })),
          ]}
          onChange={(id) => onChange(id === '' ? null : { ...(anchor ?? start), condition: id }, `anchor ${id}`)}
        />
        {anchor && (
          <>
            <Choice
              label={t('form.anchor')}
              value={anchor.where}
              options={(['before', 'after', 'around', 'same'] as const).map((value) => ({
                value,
                label: t(`form.${value}`),
              }))}
              onChange={(where) => onChange({ ...anchor, where }, `where ${where}`)}
            />
            {anchor.where !== 'same' && (
              <>
                <Choice
                  label={t('form.limited')}
                  value={anchor.within === null ? 'far' : 'near'}
                  options={[
                    { value: 'near', label: t('form.limited') },
                    { value: 'far', label: t('form.unlimited') },
                  ]}
                  onChange={(next: 'near' | 'far') =>
                    onChange({ ...anchor, within: next === 'far' ? null : 3 }, `within ${next}`)
                  }
                />
                {anchor.within !== null && (
                  <>
                    <NumberField
                      label={t('form.limited')}
                      value={anchor.within}
                      invalid={invalid}
                      onChange={(within) => onChange({ ...anchor, within }, 'within')}
                    />
                    <UnitChoice
                      value={anchor.unit}
                      onChange={(unit) => onChange({ ...anchor, unit }, `unit ${unit}`)}
                    />
                  </>
                )}
              </>
            )}
            <Choice
              label={t('form.hit')}
              value={typeof anchor.hit === 'number' ? 'nth' : anchor.hit}
              options={[
                { value: 'every', label: t('form.hitEvery') },
                { value: 'any', label: t('form.hitAny') },
                { value: 'nth', label: t('form.hitNth') },
              ]}
              onChange={(hit: 'every' | 'any' | 'nth') =>
                onChange({ ...anchor, hit: hit === 'nth' ? 1 : hit }, `hit ${hit}`)
              }
            />
            {nth && (
              <NumberField
                label={t('form.hitNth')}
                value={Number(anchor.hit)}
                invalid={invalid}
                onChange={(hit) => onChange({ ...anchor, hit }, 'nth')}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
