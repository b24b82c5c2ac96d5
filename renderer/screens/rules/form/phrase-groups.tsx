import type { BuiltInPhrases } from '../../../../core/contract/index.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useT } from '../use-t.ts';
import styles from './form.module.css';

interface PhraseGroupsProps {
  groups: readonly BuiltInPhrases[];
  /** Phrases that the library does not want. */
  ignored: readonly string[];
  onChange: (ignored: string[]) => void;
}

/** The phrases that come with the program, by group; those without a tick no longer count. */
export function PhraseGroups({ groups, ignored, onChange }: PhraseGroupsProps) {
  const t = useT();
  return (
    <section className={styles.section}>
      <h3>
        {t('phrases')} <span>{t('phrasesHint')}</span>
      </h3>
      <div className={styles.fields}>
        {groups.map((group) => (
          <Group key={group.id} group={group} ignored={ignored} onChange={onChange} />
        ))}
      </div>
    </section>
  );
}

function Group({ group, ignored, onChange }: { group: BuiltInPhrases } & Omit<PhraseGroupsProps, 'groups'>) {
  const t = useT();
  const text = useBilingual();
  const { phrases, patterns, exceptions } = group;
  const out = new Set(ignored);
  const used = phrases.filter((phrase) => !out.has(phrase)).length;
  const others = ignored.filter((phrase) => !phrases.includes(phrase));
  return (
    <details className={styles.group} data-own-keys="Up Down Home End Delete Enter Space">
      <summary>
        <Icon name="right" size={12} />
        <b>{text(group.title)}</b>
        <span className={styles.dim}>{t('phrasesUsed', { used, all: phrases.length })}</span>
        <i />
        <Checkbox
          bare
          checked={phrases.length > 0 && used === phrases.length}
          mixed={used > 0 && used < phrases.length}
          disabled={phrases.length === 0}
          onChange={(on) => onChange(on ? others : [...others, ...phrases])}
        >
          {t('wholeGroup', { group: text(group.title) })}
        </Checkbox>
      </summary>
      <div className={styles.phrases}>
        {phrases.map((phrase) => (
          <Checkbox
            key={phrase}
            checked={!out.has(phrase)}
            onChange={(on) => onChange(on ? ignored.filter((other) => other !== phrase) : [...ignored, phrase])}
          >
            <span className={out.has(phrase) ? styles.leftOut : undefined}>{phrase}</span>
          </Checkbox>
        ))}
      </div>
      {(patterns.length > 0 || exceptions.length > 0) && (
        <div className={styles.patterns}>
          {patterns.length > 0 && <Codes title={t('patterns')} codes={patterns} />}
          {exceptions.length > 0 && <Codes title={t('exceptions')} codes={exceptions} />}
        </div>
      )}
    </details>
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
