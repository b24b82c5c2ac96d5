import { useEffect, useRef } from 'react';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { CommandButton } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/checkbox.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showRule, useRules } from '../rules-store.ts';
import { useSetEnabled } from '../use-set-enabled.ts';
import { useT } from '../use-t.ts';
import { type Entry, titleOf } from './entries.ts';
import { Counts, Shares } from './figures.tsx';
import styles from './rule-list.module.css';

interface RuleListProps {
  entries: readonly Entry[];
  current: Entry | null;
  loading: boolean;
}

export function RuleList({ entries, current, loading }: RuleListProps) {
  const t = useT();
  const q = useRules((state) => state.q);
  const field = useRef<HTMLInputElement>(null);
  const findKey = useKeyLabel('edit.find');
  useCommand('edit.find', () => field.current?.select());
  const currentId = current?.id;
  useEffect(() => {
    if (currentId) document.getElementById(`rule-${currentId}`)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  const own = entries.filter(({ kind }) => kind === 'own');
  const builtIn = entries.filter(({ kind }) => kind === 'built-in');
  return (
    <aside className={styles.pane} data-pane="list" aria-label={t('title')}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <CommandButton command="rules.add" icon="plus" showKey>
          {t('newRule')}
        </CommandButton>
      </header>
      <TextField
        inputRef={field}
        icon="search"
        className={styles.search}
        placeholder={t('search')}
        aria-label={t('search')}
        title={`${t('search')}  ${findKey}`}
        value={q}
        onChange={(event) => useRules.setState({ q: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Escape') useRules.setState({ q: '' });
          if (event.key === 'Escape' || event.key === 'Enter') field.current?.blur();
          if (event.key === 'Enter' && entries[0]) showRule(entries[0].id);
        }}
      />
      <div className={styles.scroll}>
        {entries.length === 0 && !loading && <p className={styles.empty}>{t('nothing')}</p>}
        {builtIn.length > 0 && <Group title={t('builtIn')} entries={builtIn} current={current} />}
        {(own.length > 0 || q.trim() === '') && !loading && (
          <Group title={t('own')} entries={own} current={current} empty={t('noOwn')} />
        )}
      </div>
    </aside>
  );
}

function Group({
  title,
  entries,
  current,
  empty,
}: {
  title: string;
  entries: readonly Entry[];
  current: Entry | null;
  empty?: string;
}) {
  return (
    <section>
      <h2>
        {title} <span>{entries.length}</span>
      </h2>
      {entries.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ul aria-label={title}>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} current={entry.id === current?.id} />
        ))}
      </ul>
    </section>
  );
}

function Row({ entry, current }: { entry: Entry; current: boolean }) {
  const t = useT();
  const language = useLanguage();
  const setEnabled = useSetEnabled();
  const { id, rule, severity, changed } = entry;
  const title = titleOf(entry.title, language) || t('untitled');
  const breach = titleOf(entry.breach, language) || title;
  const off = rule !== null && !rule.enabled;
  return (
    <li
      id={`rule-${id}`}
      className={[styles.row, current && styles.current, off && styles.off].filter(Boolean).join(' ')}
    >
      <button
        type="button"
        className={styles.pick}
        aria-current={current ? 'true' : undefined}
        {...(current ? { 'data-pane-start': true } : {})}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => showRule(id)}
      >
        <span className={styles.name}>
          <Shape kind={severity} />
          <span className="visually-hidden">
            {t(severity === 'mark' ? 'marksOnly' : `common:severity.${severity}`)}
          </span>
          <span className={styles.title} title={breach === title ? title : t('bothNames', { title, breach })}>
            {title}
          </span>
          {changed && (
            <span className={styles.dot} title={t(rule ? 'unsaved' : 'notStored')}>
              <span className="visually-hidden">{t(rule ? 'unsaved' : 'notStored')}</span>
            </span>
          )}
        </span>
        <span className={styles.figures}>
          {!rule ? (
            t('notStored')
          ) : off ? (
            t('off')
          ) : (
            <>
              <Counts counts={rule.counts} />
              <Shares agreement={rule.agreement} />
            </>
          )}
        </span>
      </button>
      {rule && (
        <span className={styles.switch}>
          <Switch checked={rule.enabled} onChange={(on) => void setEnabled(rule, on)}>
            <span className="visually-hidden">{t('enable', { title })}</span>
          </Switch>
        </span>
      )}
    </li>
  );
}
