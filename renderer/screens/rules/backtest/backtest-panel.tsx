import { describeError } from '../../../api.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { toast } from '../../../ui/toast.tsx';
import { isSame } from '../form/params-schema.ts';
import type { Entry } from '../list/entries.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../use-work.ts';
import { AgreementTable } from './agreement-table.tsx';
import { ApplyBar } from './apply-bar.tsx';
import styles from './backtest.module.css';
import { runBacktest, type Scope, stopBacktest, type Trial, useBacktest, useTestTotals } from './backtest-store.ts';
import { FlipList } from './flip-list.tsx';
import { VerdictMatrix } from './verdict-matrix.tsx';

/** Tries the settings on stored calls before anything is stored, and applies them. */
export function BacktestPanel({ entry }: { entry: Entry }) {
  const t = useT();
  const language = useLanguage();
  const { subject, changed, content } = useWork(entry);
  const { scope, running, trials } = useBacktest();
  const filter = useNavigation((state) => state.query.filter);
  const totals = useTestTotals();
  const filters = Object.keys(filter).length > 0;
  const chosen = scope === 'filter' && filters ? filter : null;
  const trial = trials[entry.id] ?? null;
  const mine = running?.id === entry.id ? running : null;
  const run = async () => {
    if (!subject) return;
    const end = await runBacktest(entry.id, subject, chosen);
    if (end.kind === 'stopped') toast(t('test.stopped'));
    if (end.kind === 'failed') toast(describeError(end.error, language), { tone: 'error' });
  };
  useCommand('rules.backtest', () => void run(), subject !== null);
  const stale = trial !== null && !(isSame(trial.subject, subject) && isSame(trial.filter, chosen));
  const label = (value: Scope, n: number | null) =>
    `${t(value === 'all' ? 'test.everything' : 'test.filtered')} ${n?.toLocaleString() ?? ''}`.trim();
  return (
    <aside className={styles.panel} data-pane="test" aria-label={t('test.title')}>
      <header className={styles.head}>
        <h2>{t('test.title')}</h2>
        {mine ? (
          <Button onClick={stopBacktest}>{t('test.stop')}</Button>
        ) : (
          <CommandButton
            command="rules.backtest"
            look={changed && (!trial || stale) ? 'primary' : 'plain'}
            icon="play"
            showKey
            disabled={!subject}
            data-pane-start
          >
            {t(trial ? 'test.again' : 'test.run')}
          </CommandButton>
        )}
      </header>
      <div className={styles.scope}>
        {filters ? (
          <Segmented
            label={t('test.scope')}
            value={scope}
            options={[
              { value: 'all', label: label('all', totals.all) },
              { value: 'filter', label: label('filter', totals.filtered) },
            ]}
            onChange={(next: Scope) => useBacktest.setState({ scope: next })}
          />
        ) : (
          <span className={styles.dim}>
            {label('all', totals.all)} · {t('test.filteredOff')}
          </span>
        )}
      </div>
      {mine && (
        <div className={styles.running} role="status">
          <Progress label={t('test.title')} fraction={mine.total > 0 ? mine.done / mine.total : null} width="100%" />
          <span>
            {mine.total > 0
              ? t('test.running', { done: mine.done.toLocaleString(), total: mine.total.toLocaleString() })
              : t('test.preparing')}
          </span>
        </div>
      )}
      <div className={styles.scroll} data-pane-body data-own-keys="Up Down Home End Delete Enter">
        {trial ? (
          <Outcome trial={trial} stale={stale} entry={entry} />
        ) : (
          !mine && (
            <EmptyState icon="filter" title={t('test.none')}>
              {content && !subject ? t('test.invalid') : t('test.noneText')}
            </EmptyState>
          )
        )}
      </div>
      <ApplyBar entry={entry} subject={subject} changed={changed} />
    </aside>
  );
}

function Outcome({ trial, stale, entry }: { trial: Trial; stale: boolean; entry: Entry }) {
  const t = useT();
  const { result } = trial;
  const time = Math.max(0.1, result.milliseconds / 1000).toFixed(result.milliseconds < 10_000 ? 1 : 0);
  return (
    <>
      <p className={stale ? `${styles.notice} ${styles.stale}` : styles.notice} role="status">
        <Icon name={stale ? 'warning' : 'info'} />
        <span>
          <b>{stale ? t('test.stale') : t('test.notSaved')}</b>{' '}
          {t('test.calls', { n: result.calls.toLocaleString(), time })}
        </span>
      </p>
      <VerdictMatrix result={result} />
      <AgreementTable before={result.agreement.before} after={result.agreement.after} />
      <FlipList key={entry.id} result={result} />
    </>
  );
}
