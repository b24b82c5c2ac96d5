import { api, describeError } from '../../api.ts';
import { host } from '../../host.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useLanguage } from '../../i18n/index.ts';
import { queryClient } from '../../query.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './missing-file.module.css';
import { usePlayer } from './player/player-store.ts';
import { useT } from './use-t.ts';
import { useWork } from './work/work-store.ts';

/** Above the waveform, which is drawn from stored peaks and stays, when the sound itself cannot be had. */
export function MissingFile() {
  const t = useT();
  const language = useLanguage();
  const recording = useWork((work) => work.recording);
  const failed = usePlayer((player) => player.failed);
  if (!recording || (recording.present && !failed)) return null;
  const relocate = async () => {
    try {
      const [path] = await host.pick({ multiple: false });
      if (!path) return;
      const found = await api.recordings.relocate({ id: recording.id, path });
      queryClient.setQueryData(['recordings', 'get', recording.id], found);
      toast(t('play.relocated'));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return (
    <div className={styles.missing} role="alert">
      <Icon name="warning" />
      <span title={hideNumbers(recording.path)}>
        {recording.present ? t('play.broken') : t('play.missing', { path: hideNumbers(recording.path) })}
      </span>
      {!recording.present && (
        <Button small onClick={() => void relocate()}>
          {t('play.relocate')}
        </Button>
      )}
    </div>
  );
}
