/** The recordings that wait, in the order in which they are worked on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, describeError } from '../../../api.ts';
import { openReview } from '../../../app/navigation.ts';
import { clock, percent } from '../../../i18n/format.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useT } from '../use-t.ts';
import styles from './queue.module.css';

const shown = 100;

export function WaitingList() {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const queue = useQuery({
    queryKey: ['transcription', 'queue'],
    queryFn: () => api.transcription.queue({ limit: shown }),
    // The share of the one in work is no event of its own.
    refetchInterval: 2000,
  });
  const act = async (what: () => Promise<unknown>) => {
    try {
      await what();
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
    await client.invalidateQueries({ queryKey: ['transcription', 'queue'] });
  };
  if (!queue.data || queue.data.total === 0) return null;
  const { total, recordings } = queue.data;
  return (
    <section className={styles.waiting} aria-label={t('queue.waiting')}>
      <h3>
        {t('queue.waiting')} <span className={styles.dim}>{t('queue.waitingCount', { n: total })}</span>
      </h3>
      <ol>
        {recordings.map(({ recordingId, file, durationMs, fraction }, index) => (
          <li key={recordingId} className={styles.recording}>
            <button
              type="button"
              className={styles.open}
              title={hideNumbers(file)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => openReview(recordingId)}
            >
              {hideNumbers(file)}
            </button>
            <span className={styles.dim}>{durationMs === null ? '' : clock(durationMs)}</span>
            {fraction === null ? (
              index > 0 && (
                <Button
                  small
                  look="ghost"
                  icon="up"
                  iconOnly
                  onClick={() => void act(() => api.transcription.prioritise({ recordingId }))}
                >
                  {t('queue.first')}
                </Button>
              )
            ) : (
              <span>
                {t('queue.working')} {percent(fraction, 0)}
              </span>
            )}
            <Button
              small
              look="ghost"
              icon="close"
              iconOnly
              onClick={() => void act(() => api.transcription.withdraw({ recordingIds: [recordingId] }))}
            >
              {t('queue.withdraw')}
            </Button>
          </li>
        ))}
      </ol>
      {total > recordings.length && <p className={styles.dim}>{t('queue.shown', { n: recordings.length })}</p>}
    </section>
  );
}
