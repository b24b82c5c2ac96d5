import { type Condition, type ConditionTree, ruleLimits } from '../../../../core/contract/index.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useT } from '../use-t.ts';
import { Choice } from './choice.tsx';
import { letterOf } from './definition.ts';
import styles from './definition-form.module.css';
import { describeCondition } from './describe.ts';

interface TreeEditorProps {
  tree: ConditionTree;
  conditions: readonly Condition[];
  onChange: (tree: ConditionTree) => void;
  /** Null: the whole tree, which stays. */
  onRemove?: (() => void) | null;
  depth?: number;
}

/** A small tree: conditions and groups of them, each of which must hold or must not. */
export function TreeEditor({ tree, conditions, onChange, onRemove = null, depth = 1 }: TreeEditorProps) {
  const t = useT();
  const language = useLanguage();
  const negated = 'not' in tree;
  const inner = 'not' in tree ? tree.not : tree;
  const wrap = (next: ConditionTree): ConditionTree => (negated ? { not: next } : next);
  // A double negation of an older definition is shown one layer at a time.
  const branches = 'all' in inner ? inner.all : 'any' in inner ? inner.any : null;
  const joined = 'any' in inner ? 'any' : 'all';
  const group = (next: ConditionTree[], how: 'all' | 'any' = joined): ConditionTree =>
    how === 'all' ? { all: next } : { any: next };
  const first = conditions[0]!.id;
  const negation = (
    <Segmented
      label={t('form.negate')}
      value={negated ? 'not' : 'is'}
      options={(['is', 'not'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
      onChange={(value) => onChange(value === 'not' ? { not: inner } : inner)}
    />
  );
  const remove = onRemove && (
    <Button small look="ghost" icon="close" iconOnly onClick={onRemove}>
      {t('form.removeBranch')}
    </Button>
  );
  if ('condition' in inner)
    return (
      <div className={styles.leaf}>
        <Choice
          label={t('form.pick')}
          value={inner.condition}
          options={conditions.map((condition, index) => ({
            value: condition.id,
            label: condition.label || t('form.condition', { letter: letterOf(index) }),
          }))}
          onChange={(condition) => onChange(wrap({ condition }))}
        />
        {negation}
        <span className={styles.leafText} title={readLeaf(inner.condition, conditions, t, language)}>
          {readLeaf(inner.condition, conditions, t, language)}
        </span>
        {depth === 1 && (
          <Button small look="ghost" icon="plus" onClick={() => onChange({ all: [tree, { condition: first }] })}>
            {t('form.addBranch')}
          </Button>
        )}
        {remove}
      </div>
    );
  if ('not' in inner)
    return <TreeEditor tree={inner} conditions={conditions} depth={depth} onChange={(next) => onChange(wrap(next))} />;
  const list = branches ?? [];
  return (
    <div className={styles.group}>
      <div className={styles.leaf}>
        <Segmented
          label={t('form.joined')}
          value={joined}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          onChange={(how) => onChange(wrap(group(list, how)))}
        />
        {negation}
        <i className={styles.gap} />
        <Button small look="ghost" icon="plus" onClick={() => onChange(wrap(group([...list, { condition: first }])))}>
          {t('form.addBranch')}
        </Button>
        {depth < ruleLimits.treeDepth - 2 && (
          <Button
            small
            look="ghost"
            icon="plus"
            onClick={() => onChange(wrap(group([...list, { any: [{ condition: first }] }])))}
          >
            {t('form.addGroup')}
          </Button>
        )}
        {remove}
      </div>
      {list.map((branch, index) => (
        <TreeEditor
          key={index}
          tree={branch}
          conditions={conditions}
          depth={depth + 1}
          onChange={(next) => onChange(wrap(group(list.with(index, next))))}
          onRemove={() => onChange(without(list, index, wrap, group))}
        />
      ))}
    </div>
  );
}

/** A group that would be left with one branch becomes that branch. */
function without(
  list: readonly ConditionTree[],
  index: number,
  wrap: (tree: ConditionTree) => ConditionTree,
  group: (branches: ConditionTree[]) => ConditionTree,
): ConditionTree {
  const rest = list.toSpliced(index, 1);
  return wrap(rest.length === 1 ? rest[0]! : group(rest));
}

function readLeaf(
  id: string,
  conditions: readonly Condition[],
  t: Parameters<typeof describeCondition>[2],
  language: Parameters<typeof describeCondition>[3],
): string {
  const condition = conditions.find((candidate) => candidate.id === id);
  return condition ? describeCondition(condition, conditions, t, language) : t('read.gone');
}
