/** Takes a model that is on this computer: chosen, or by its place. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, describeError } from '../../../api.ts';
import { loadSettings } from '../../../app/settings.ts';
import { host } from '../../../host.ts';
import { bytes } from '../../../i18n/format.ts';
import { useBilingual, useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useT } from '../use-t.ts';
import styles from './models.module.css';

type Stage = { kind: 'choosing' } | { kind: 'receiving'; sent: number; total: number } | { kind: 'copying' };

export function AddModelDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const text = useBilingual();
  const language = useLanguage();
  const client = useQueryClient();
  const [path, setPath] = useState('');
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  const [fault, setFault] = useState<string | null>(null);
  const transfer = useRef(new AbortController());

  const close = () => {
    transfer.current.abort();
    onClose();
  };
  const attempt = async (what: () => Promise<void>) => {
    setFault(null);
    try {
      await what();
    } catch (error) {
      if (!transfer.current.signal.aborted) setFault(describeError(error, language));
    }
    setStage({ kind: 'choosing' });
  };
  const choose = (folder: boolean) =>
    attempt(async () => {
      const progress = (sent: number, total: number) => setStage({ kind: 'receiving', sent, total });
      const accept = folder ? {} : { accept: ['.bin', '.onnx'] };
      const [chosen] = await host.pick({ folder, multiple: false, ...accept }, progress, transfer.current.signal);
      if (chosen) setPath(chosen);
    });
  const add = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      setStage({ kind: 'copying' });
      const model = await api.transcription.addModel({ path: path.trim() });
      // The first one that is there is used at once.
      await loadSettings();
      await client.invalidateQueries({ queryKey: ['transcription'] });
      toast(t('models.added', { name: text(model.title) }));
      onClose();
    });
  };
  const busy = stage.kind !== 'choosing';
  return (
    <Dialog sticky title={t('addModel.title')} closeLabel={t('common:close')} onClose={close}>
      <form className={styles.add} onSubmit={add}>
        <p>{t('addModel.text')}</p>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field holds the input */}
        <label>
          <span>{t(host.kind === 'web' ? 'addModel.pathWeb' : 'addModel.path')}</span>
          <TextField value={path} readOnly={busy} onChange={(event) => setPath(event.target.value)} />
        </label>
        <div className={styles.choose}>
          <Button icon="import" disabled={busy} onClick={() => void choose(false)}>
            {t('addModel.file')}
          </Button>
          <Button icon="folder" disabled={busy} onClick={() => void choose(true)}>
            {t('addModel.folder')}
          </Button>
        </div>
        <div className={styles.progress} role="status">
          {stage.kind === 'receiving' && (
            <>
              {t('addModel.sending', { sent: bytes(stage.sent), total: bytes(stage.total) })}
              <Progress label={t('addModel.title')} fraction={stage.total ? stage.sent / stage.total : null} />
            </>
          )}
          {stage.kind === 'copying' && t('addModel.copying')}
        </div>
        {fault && (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
        <footer>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button look="primary" type="submit" disabled={busy || path.trim() === ''} kbd="Enter">
            {t('addModel.action')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
