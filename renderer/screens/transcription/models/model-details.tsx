import { useMutation, useQuery } from '@tanstack/react-query';
import type { SpeechModel } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { host } from '../../../host.ts';
import { bytes } from '../../../i18n/format.ts';
import { useBilingual, useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { useT } from '../use-t.ts';
import { CopyButton } from './copy-button.tsx';
import { modelsFolder } from './model-state.ts';
import styles from './models.module.css';

/** Where the figures come from, the way to get the files by hand, and what file it really is. */
export function ModelDetails({ model }: { model: SpeechModel }) {
  const t = useT();
  const text = useBilingual();
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const folder = info.data && modelsFolder(info.data.library);
  const { known } = model;
  return (
    <div className={styles.more}>
      {known && <p>{text(known.note)}</p>}
      {model.present && <Checksum name={model.name} />}
      {known && !model.present && (
        <section>
          <h2>{t('models.files')}</h2>
          <p className={styles.dim}>{t('models.filesHint')}</p>
          <ul>
            {known.files.map((file) => (
              <li key={file.name}>
                <code>{file.url}</code>
                <span className={styles.dim}>{bytes(file.bytes)}</span>
                <CopyButton text={file.url} />
                <code className={styles.sha}>SHA-256 {file.sha256}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {folder && (
        <p className={styles.folder}>
          {t('models.folder')}
          <code>{folder}</code>
          <CopyButton text={folder} />
          {host.revealInFolder && (
            <Button small icon="folder" onClick={() => void host.revealInFolder?.(folder)}>
              {t('common:open')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** Reading a whole model takes seconds: asked for, not shown at once. */
function Checksum({ name }: { name: string }) {
  const t = useT();
  const language = useLanguage();
  const sum = useMutation({ mutationFn: () => api.transcription.checksum({ name }) });
  if (sum.error) return <p role="alert">{describeError(sum.error, language)}</p>;
  if (!sum.data)
    return (
      <p>
        <Button small disabled={sum.isPending} onClick={() => sum.mutate()}>
          {sum.isPending ? t('models.computing') : t('models.compute')}
        </Button>
      </p>
    );
  const { sha256, published } = sum.data;
  return (
    <p role="status">
      {t('models.checksum')} <code className={styles.sha}>SHA-256 {sha256}</code>{' '}
      {published !== null && <b>{t(published === sha256 ? 'models.same' : 'models.different')}</b>}
    </p>
  );
}
