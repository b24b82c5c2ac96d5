import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import { figureText } from '../../core/contract/index.ts';
import { api } from '../api.ts';
import { bytes, timeOfDay } from '../i18n/format.ts';
import { useLanguage, useTranslation } from '../i18n/index.ts';
import { useConnection } from '../rpc-connection.ts';
import { QueueStatus } from '../screens/transcription/queue/queue-status.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSettings } from './settings.ts';
import styles from './status-bar.module.css';

/** When the last change was saved, epoch ms; screens call `markSaved` after each write. */
const useSaved = create<{ at: number | null }>(() => ({ at: null }));
export const markSaved = (): void => useSaved.setState({ at: Date.now() });

export function StatusBar() {
  const { t } = useTranslation();
  const language = useLanguage();
  const connected = useConnection((state) => state.connected);
  const zone = useSettings((settings) => settings.timeZone);
  const savedAt = useSaved((state) => state.at);
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info(), refetchInterval: 60_000 });
  const today = useQuery({ queryKey: ['reviews', 'today'], queryFn: () => api.reviews.today() });
  return (
    <footer className={styles.bar}>
      <span className={connected ? undefined : styles.gone}>
        <Icon name={connected ? 'check' : 'warning'} size={14} />
        {!connected
          ? t('status.gone')
          : savedAt
            ? t('status.saved', { time: timeOfDay(savedAt, zone) })
            : t('status.connected')}
      </span>
      {(today.data?.drafts ?? 0) > 0 && (
        <span title={figureText('drafts', language)}>{t('status.drafts', { n: today.data!.drafts })}</span>
      )}
      <span>
        <Icon name="lock" size={14} />
        {t('status.local')}
      </span>
      <i className={styles.gap} />
      <QueueStatus />
      {info.data?.freeBytes != null && (
        <span title={figureText('free', language)}>
          <Icon name="disk" size={14} />
          {t('status.free', { size: bytes(info.data.freeBytes) })}
        </span>
      )}
    </footer>
  );
}
