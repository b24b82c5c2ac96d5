import { useQueryClient } from '@tanstack/react-query';
import { modelsOf, type SpeechModel } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { confirm } from '../../../app/confirm.tsx';
import { saveSettings } from '../../../app/settings.ts';
import { bytes } from '../../../i18n/format.ts';
import { useBilingual, useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useSetting } from '../../settings/use-setting.ts';
import { useJobChange } from '../queue/use-job-list.ts';
import { useT } from '../use-t.ts';
import type { ModelState } from './model-state.ts';

/** What can be done with a model as it is now. */
export function ModelActions({ model, state }: { model: SpeechModel; state: ModelState }) {
  const t = useT();
  const text = useBilingual();
  const language = useLanguage();
  const client = useQueryClient();
  const change = useJobChange();
  const { name, engine } = model;
  const attempt = async (what: () => Promise<unknown>) => {
    try {
      await what();
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
    await client.invalidateQueries({ queryKey: ['transcription'] });
  };
  const download = () => attempt(() => api.transcription.downloadModel({ name }));
  const [set] = useSetting('transcriptionEngine');
  // Another engine that takes the same models stays chosen.
  const transcriptionEngine = modelsOf[set] === engine ? set : engine;
  const use = () => attempt(() => saveSettings({ transcriptionEngine, transcriptionModel: name }));
  const remove = async () => {
    const title = t('models.removeTitle', { name: text(model.title) });
    const size = bytes(model.present ? model.sizeBytes : model.partBytes);
    const action = t('models.remove');
    if (!(await confirm({ title, text: t('models.removeText', { size }), action }))) return;
    await attempt(async () => {
      await api.transcription.removeModel({ name });
      toast(t('models.removed', { name: text(model.title) }));
    });
  };
  const downloadButton = (
    <Button small icon="export" onClick={() => void download()}>
      {t('models.download')}
    </Button>
  );
  const removeButton = (
    <Button small icon="trash" iconOnly onClick={() => void remove()}>
      {t('models.remove')}
    </Button>
  );
  switch (state.kind) {
    case 'present':
      return (
        <>
          {model.wrongSize && downloadButton}
          {!model.inUse && !model.wrongSize && (
            <Button small onClick={() => void use()}>
              {t('models.use')}
            </Button>
          )}
          {removeButton}
        </>
      );
    case 'absent':
      return downloadButton;
    case 'part':
    case 'stopped':
      return (
        <>
          <Button small icon="export" onClick={() => void download()}>
            {t('models.goOn')}
          </Button>
          {model.partBytes > 0 && removeButton}
        </>
      );
    case 'paused':
      return (
        <>
          <Button small icon="play" onClick={() => void change('resume', state.job.id)}>
            {t('models.goOn')}
          </Button>
          <Button small look="ghost" onClick={() => void change('cancel', state.job.id)}>
            {t('models.cancel')}
          </Button>
        </>
      );
    default:
      return (
        <>
          <Button small icon="pause" onClick={() => void change('pause', state.job.id)}>
            {t('models.pause')}
          </Button>
          <Button small look="ghost" onClick={() => void change('cancel', state.job.id)}>
            {t('models.cancel')}
          </Button>
        </>
      );
  }
}
