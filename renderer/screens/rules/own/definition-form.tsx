import { type ReactNode, useId } from 'react';
import type { ConditionTree, RuleDefinition, Severity } from '../../../../core/contract/index.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useT } from '../use-t.ts';
import { ConditionCard } from './condition-card.tsx';
import { addCondition, changeCondition, freeId, newOperator, removeCondition, unused } from './definition.ts';
import styles from './definition-form.module.css';
import { describeRule } from './describe.ts';
import { TreeEditor } from './tree-editor.tsx';

interface DefinitionFormProps {
  definition: RuleDefinition;
  problems: ReadonlySet<string>;
  /** @param field typing in the same field is one step to undo */
  onChange: (definition: RuleDefinition, field: string) => void;
}

const severities = ['fatal', 'serious', 'minor'] as const satisfies readonly Severity[];

/** The builder of an own rule: what it reads, its conditions, and how they combine. */
export function DefinitionForm({ definition, problems, onChange }: DefinitionFormProps) {
  const t = useT();
  const language = useLanguage();
  const { title, breach, severity, means, conditions, match, when } = definition;
  const idle = unused(definition);
  const set = (patch: Partial<RuleDefinition>, field: string) => onChange({ ...definition, ...patch }, field);
  const add = () => {
    const condition = { id: freeId(conditions), label: '', role: 'agent' as const, range: null, anchor: null };
    onChange(addCondition(definition, { ...condition, operator: newOperator('keywords') }), `add ${condition.id}`);
  };
  return (
    <>
      <p className={styles.reads} aria-live="polite">
        <small>{t('form.reads')}</small>
        <span>{describeRule(definition, t, language)}</span>
      </p>
      <section className={styles.basics}>
        {(['zh', 'en'] as const).map((tongue) => (
          <Labelled key={tongue} label={t(tongue === 'zh' ? 'form.titleZh' : 'form.titleEn')}>
            {(id) => (
              <TextField
                id={id}
                lang={tongue === 'zh' ? 'zh-CN' : 'en'}
                maxLength={100}
                value={title[tongue]}
                invalid={problems.has('title')}
                onChange={(event) => set({ title: { ...title, [tongue]: event.target.value } }, `title ${tongue}`)}
              />
            )}
          </Labelled>
        ))}
        {(['zh', 'en'] as const).map((tongue) => (
          <Labelled key={`breach ${tongue}`} label={t(tongue === 'zh' ? 'form.breachZh' : 'form.breachEn')}>
            {(id) => (
              <TextField
                id={id}
                lang={tongue === 'zh' ? 'zh-CN' : 'en'}
                maxLength={100}
                placeholder={title[tongue]}
                value={breach[tongue]}
                onChange={(event) => set({ breach: { ...breach, [tongue]: event.target.value } }, `breach ${tongue}`)}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={t('form.severity')}>
          {() => (
            <Segmented
              label={t('form.severity')}
              value={severity}
              options={severities.map((value) => ({ value, label: t(`common:severity.${value}`) }))}
              onChange={(next) => set({ severity: next }, `severity ${next}`)}
            />
          )}
        </Labelled>
        <Labelled label={t('form.means')}>
          {() => (
            <Segmented
              label={t('form.means')}
              value={means}
              options={(['breach', 'requirement'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
              onChange={(next) => set({ means: next }, `means ${next}`)}
            />
          )}
        </Labelled>
      </section>
      <section className={styles.section}>
        <h3>{t('form.conditions')}</h3>
        {conditions.map((condition, index) => (
          <ConditionCard
            key={condition.id}
            index={index}
            condition={condition}
            conditions={conditions}
            problems={problems}
            idle={idle.includes(condition.id)}
            onChange={(next, field) => onChange(changeCondition(definition, next), `${condition.id} ${field}`)}
            onDuplicate={() => {
              const id = freeId(conditions);
              onChange(addCondition(definition, { ...condition, id }), `add ${id}`);
            }}
            onRemove={
              conditions.length > 1
                ? () => onChange(removeCondition(definition, condition.id), `remove ${condition.id}`)
                : null
            }
          />
        ))}
        <Button icon="plus" className={styles.add} onClick={add}>
          {t('form.addCondition')}
        </Button>
      </section>
      <section className={styles.section}>
        <h3>
          {t('form.judge')} <span>{t('form.judgeHint')}</span>
        </h3>
        <TreeEditor tree={match} conditions={conditions} onChange={(next) => set({ match: next }, treeStep(next))} />
      </section>
      <section className={styles.section}>
        <h3>
          {t('form.premise')} <span>{when ? t('form.premiseHint') : t('form.noPremise')}</span>
        </h3>
        {when && (
          <TreeEditor tree={when} conditions={conditions} onChange={(next) => set({ when: next }, treeStep(next))} />
        )}
        <Button
          small
          look="ghost"
          icon={when ? 'close' : 'plus'}
          className={styles.add}
          onClick={() => set({ when: when ? null : { condition: conditions[0]!.id } }, 'premise')}
        >
          {t(when ? 'form.removePremise' : 'form.addPremise')}
        </Button>
      </section>
    </>
  );
}

/** Every change of a tree is a step of its own. */
const treeStep = (tree: ConditionTree): string => JSON.stringify(tree);

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
