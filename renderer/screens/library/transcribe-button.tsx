import { useNavigation } from '../../app/navigation.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useTranslation } from '../../i18n/index.ts';
import { CommandButton } from '../../ui/button.tsx';
import { startTranscription } from '../transcription/start/start-transcription.ts';
import { useLibrary } from './library-store.ts';

/** Transcribes what is ticked, else the whole list. */
export function TranscribeButton() {
  const { t } = useTranslation('transcription');
  const filter = useNavigation((state) => state.query.filter);
  const selected = useLibrary((state) => state.selected);
  const total = useLibrary((state) => state.total);
  const n = selected.size || total;
  useCommand(
    'file.transcribe',
    () => void startTranscription(selected.size > 0 ? { recordingIds: [...selected] } : { filter }),
    n > 0,
  );
  return (
    <CommandButton
      command="file.transcribe"
      icon="transcribe"
      iconOnly
      disabled={n === 0}
      tip={selected.size > 0 ? t('start.tipSelected', { n }) : t('start.tipAll', { n: n.toLocaleString() })}
    >
      {t('start.button')}
    </CommandButton>
  );
}
