import { useId, useState } from 'react';
import type { BuiltInPhrases } from '../../../../core/contract/index.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useT } from '../use-t.ts';
import styles from './form.module.css';

interface PhraseGroupsProps {
  groups: readonly BuiltInPhrases[];
  /** Phrases that the library does not want, and whole groups by id. */
  left: LeftOut;
  onChange: (left: LeftOut) => void;
}

export interface LeftOut {
  ignored: readonly string[];
  groupsOff: readonly string[];
}

/** The phrases that come with the program, by group; those without a tick no longer count. */
export function PhraseGroups({ groups, left, onChange }: PhraseGroupsProps) {
  const t = useT();
  return (
    <section className={styles.section}>
      <h3>
        {t('phrases')} <span>{t('phrasesHint')}</span>
      </h3>
      <div className={styles.fields}>
        {groups.map((group) => (
          <Group key={group.id} group={group} left={left} onChange={onChange} />
        ))}
      </div>
    </section>
  );
}

function Group({ group, left, onChange }: { group: BuiltInPhrases } & Omit<PhraseGroupsProps, 'groups'>) {
  const t = useT();
  const text = useBilingual();
  const { id, phrases, patterns, exceptions } = group;
  const { ignored, groupsOff } = left;
  const off = groupsOff.includes(id);
  const counts = (phrase: string) => !off && !ignored.includes(phrase);
  const used = phrases.filter(counts).length;
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <button type="button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} size={12} />
          <span className={off ? styles.leftOut : undefined}>{text(group.title)}</span>
          <span className={styles.dim}>{t('phrasesUsed', { used, all: phrases.length })}</span>
        </button>
        <Checkbox
          bare
          checked={!off}
          mixed={!off && used < phrases.length}
          onChange={(on) =>
            onChange({ ignored, groupsOff: on ? groupsOff.filter((other) => other !== id) : [...groupsOff, id] })
          }
        >
          {t('wholeGroup', { group: text(group.title) })}
        </Checkbox>
      </div>
      <div id={listId} hidden={!open}>
        <div className={styles.phrases}>
          {phrases.map((phrase) => (
            <Checkbox
              key={phrase}
              disabled={off}
              checked={counts(phrase)}
              onChange={(on) =>
                onChange({
                  groupsOff,
                  ignored: on ? ignored.filter((other) => other !== phrase) : [...ignored, phrase],
                })
              }
            >
              <span className={counts(phrase) ? undefined : styles.leftOut}>{phrase}</span>
            </Checkbox>
          ))}
        </div>
        {(patterns.length > 0 || exceptions.length > 0) && (
          <div className={styles.patterns}>
            {patterns.length > 0 && <Codes title={t('patterns')} codes={patterns} />}
            {exceptions.length > 0 && <Codes title={t('exceptions')} codes={exceptions} />}
          </div>
        )}
      </div>
    </div>
  );
}

function Codes({ title, codes }: { title: string; codes: readonly string[] }) {
  return (
    <>
      <span>{title}</span>
      <span>
        {codes.map((code) => (
          <code key={code}>{code}</code>
        ))}
      </span>
    </>
  );
}
