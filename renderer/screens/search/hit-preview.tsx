import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { RecordingDetail, SearchHit, SearchQuery } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { openReview } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { clock, shortDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
import { PreviewBody, PreviewColumn } from '../../ui/browse.tsx';
import { PreviewPlayer, usePreviewSound } from '../library/preview-player.tsx';
import { remember } from './history.ts';
import styles from './hit-preview.module.css';
import { MarkedText } from './marked-text.tsx';
import { useSearch } from './search-store.ts';
import type { Results } from './use-results.ts';

/** Seconds heard before a hit, so that it is not entered in the middle of a word. */
const LEAD = 2;

/** The call of the current hit: hear it, and see its other hits. */
export function HitPreview({ results, query }: { results: Results; query: SearchQuery | null }) {
  const { t } = useTranslation('search');
  const current = useSearch((state) => state.row);
  const row = results.rows.find(({ key }) => key === current);
  const id = row?.call.recording.id;
  const detail = useQuery({
    queryKey: ['recordings', 'get', id],
    queryFn: () => api.recordings.get({ id: id! }),
    enabled: id !== undefined,
  });
  const recording = detail.data?.id === id ? detail.data : undefined;
  return (
    <PreviewColumn label={t('preview')}>
      {recording && row && query && (
        <Preview
          key={recording.id}
          recording={recording}
          hit={row.kind === 'hit' ? row.hit : null}
          hits={row.call.hits}
          query={query}
        />
      )}
    </PreviewColumn>
  );
}

interface PreviewProps {
  recording: RecordingDetail;
  hit: SearchHit | null;
  hits: readonly SearchHit[];
  query: SearchQuery;
}

function Preview({ recording, hit, hits, query }: PreviewProps) {
  const { t } = useTranslation(['search', 'common']);
  const zone = useSettings((settings) => settings.timeZone);
  const sound = usePreviewSound(recording);
  /** The hit that was played last: pressing again pauses and goes on, another hit begins anew. */
  const played = useRef<number | null>(null);
  const playHit = (one: SearchHit) => {
    played.current = one.segmentId;
    sound.playFrom(one.start - LEAD);
    remember(query);
  };
  const toggle = () => {
    if (hit && played.current !== hit.segmentId) playHit(hit);
    else sound.toggle();
  };
  useCommand('play.toggle', toggle, recording.present);
  const where = [
    recording.startedAt === null ? null : shortDateTime(recording.startedAt, zone),
    recording.direction && t(`common:${recording.direction}`),
    recording.phoneMasked,
    recording.business,
  ].filter(Boolean);
  return (
    <PreviewBody open={t('open')} onOpen={() => openReview(recording.id, hit?.start ?? null)}>
      <header className={styles.title}>
        <b>{[recording.agentId, recording.agentName].filter(Boolean).join(' ') || t('unknownAgent')}</b>
        <span>{recording.team}</span>
        <p>{where.join('  ')}</p>
      </header>
      {recording.present ? (
        <PreviewPlayer recording={recording} sound={sound} />
      ) : (
        <p className={styles.missing} role="alert">
          {t('missing')}
        </p>
      )}
      <section className={styles.hits}>
        <h3>{t('callHits')}</h3>
        {hits.map((one) => (
          <button
            key={one.segmentId}
            type="button"
            title={one.text}
            className={one.segmentId === hit?.segmentId ? styles.current : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              useSearch.setState({ row: `hit-${one.segmentId}` });
              if (recording.present) playHit(one);
            }}
          >
            <span className={styles.time}>{clock(one.start * 1000)}</span>
            <span className={styles.text}>
              <MarkedText text={one.text} marks={one.marks} />
            </span>
          </button>
        ))}
      </section>
    </PreviewBody>
  );
}
