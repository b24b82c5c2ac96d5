/** Above the results: how much was found and how far the search got. */
import { useSettings } from '../../app/settings.ts';
import { dateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import styles from './results.module.css';
import { useSearch } from './search-store.ts';
import type { Results } from './use-results.ts';

export function ResultsHead({ results: { total, ended, reached, searching, rows } }: { results: Results }) {
  const { t } = useTranslation('search');
  const zone = useSettings((settings) => settings.timeZone);
  const selected = useSearch((state) => state.selected.size);
  const n = (count: number) => count.toLocaleString();
  return (
    <div className={styles.head} role="status">
      {total && (rows.length > 0 || ended) && <b>{t(total.atLeast ? 'hitsAtLeast' : 'hits', { n: n(total.hits) })}</b>}
      {total?.calls != null && (rows.length > 0 || ended) && (
        <span>{t(total.atLeast ? 'inCallsAtLeast' : 'inCalls', { n: n(total.calls) })}</span>
      )}
      {selected > 0 && (
        <>
          <span>{t('selected', { n: selected })}</span>
          <Button small look="ghost" icon="close" onClick={() => useSearch.setState({ selected: new Set() })}>
            {t('clearSelection')}
          </Button>
        </>
      )}
      <i className={styles.gap} />
      {searching && (
        <span className={styles.dim}>
          {rows.length === 0 && reached !== null ? t('reached', { date: dateTime(reached, zone) }) : t('searching')}
        </span>
      )}
    </div>
  );
}
