import { ruleLimits } from '../../../../core/contract/index.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useT } from '../use-t.ts';
import { ChipList } from './chip-list.tsx';
import styles from './form.module.css';
import type { OwnGroup } from './params-schema.ts';

interface OwnGroupsProps {
  groups: readonly OwnGroup[];
  maxItems: number | null;
  onChange: (groups: OwnGroup[]) => void;
}

const maxTitle = 50;
const maxPhrase = 50;

/** Groups of phrases, patterns and exceptions that the library adds. */
export function OwnGroups({ groups, maxItems, onChange }: OwnGroupsProps) {
  const t = useT();
  const set = (index: number, patch: Partial<OwnGroup>) =>
    onChange(groups.map((group, at) => (at === index ? { ...group, ...patch } : group)));
  return (
    <div className={styles.ownGroups}>
      {groups.map((group, index) => (
        <fieldset key={index} className={styles.ownGroup}>
          <legend className="visually-hidden">{t('group.legend', { n: index + 1 })}</legend>
          <div>
            <TextField
              className={styles.adder}
              aria-label={t('group.title')}
              placeholder={t('group.title')}
              maxLength={maxTitle}
              value={group.title}
              invalid={group.title.trim() === ''}
              onChange={(event) => set(index, { title: event.target.value })}
            />
            <Button
              small
              look="ghost"
              icon="trash"
              iconOnly
              onClick={() => onChange(groups.filter((_, at) => at !== index))}
            >
              {t('group.remove', { title: group.title || t('group.legend', { n: index + 1 }) })}
            </Button>
          </div>
          {(['phrases', 'patterns', 'exceptions'] as const).map((kind) => (
            <div key={kind}>
              <span className={styles.dim}>{t(`group.${kind}`)}</span>
              <ChipList
                label={t(`group.${kind}`)}
                items={group[kind]}
                whole={kind !== 'phrases'}
                maxLength={kind === 'phrases' ? maxPhrase : ruleLimits.patternLength}
                onChange={(items) => set(index, { [kind]: items })}
              />
            </div>
          ))}
        </fieldset>
      ))}
      <Button
        small
        icon="plus"
        disabled={maxItems !== null && groups.length >= maxItems}
        onClick={() => onChange([...groups, { title: '', phrases: [], patterns: [], exceptions: [] }])}
      >
        {t('group.add')}
      </Button>
    </div>
  );
}
