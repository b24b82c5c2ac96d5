/** 导入记录: the imports of the past, each with its result, and a way to take it back. */
import { useQuery } from '@tanstack/react-query';
import type { PastImport } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { confirm } from '../../app/confirm.tsx';
import { useSettings } from '../../app/settings.ts';
import { dateTime } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { i18n, useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './history-dialog.module.css';
import { useImport } from './import-store.ts';

export function ImportHistoryDialog() {
  const { t } = useTranslation(['importing', 'common']);
  const language = useLanguage();
  const open = useImport((state) => state.historyOpen);
  const past = useQuery({ queryKey: ['imports', 'history'], queryFn: () => api.imports.history(), enabled: open });
  if (!open) return null;
  const close = () => useImport.setState({ historyOpen: false });
  return (
    <Dialog
      title={t('history.title')}
      width={760}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <Button look="primary" onClick={close}>
          {t('common:close')}
        </Button>
      }
    >
      {past.error && <p role="alert">{describeError(past.error, language)}</p>}
      {past.data?.length === 0 && <p>{t('history.none')}</p>}
      {past.data && past.data.length > 0 && (
        <ul className={styles.list} tabIndex={0} aria-label={t('history.title')}>
          {past.data.map((each) => (
            <Row key={each.jobId} past={each} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Row({ past }: { past: PastImport }) {
  const { t } = useTranslation('importing');
  const zone = useSettings((settings) => settings.timeZone);
  const { jobId, at, label, imported, duplicates, failed, state, undone } = past;
  const ended = state !== 'running' && state !== 'paused';
  return (
    <li>
      <span className={styles.what}>
        <b translate="no">{label}</b>
        <small>
          {dateTime(at, zone)} · {t('done', { imported, duplicates, failed })}
          {!ended && ` · ${t(state === 'paused' ? 'paused' : 'history.running')}`}
          {undone !== null && ` · ${t('history.undone', { at: dateTime(undone, zone) })}`}
        </small>
      </span>
      <Button small onClick={() => useImport.setState({ historyOpen: false, resultOf: jobId })}>
        {t('result')}
      </Button>
      <Button small icon="undo" disabled={!ended || undone !== null} onClick={() => void undoImport(past)}>
        {t('history.undo')}
      </Button>
    </li>
  );
}

const named = 5;

/** Asks first, with the figures: what is removed comes back only by importing again. */
export async function undoImport({ jobId, label }: Pick<PastImport, 'jobId' | 'label'>): Promise<void> {
  const language = i18n.language === 'en' ? 'en' : 'zh';
  try {
    const { removed, kept, restored, rows } = await api.imports.undoPlan({ jobId });
    const files = kept.slice(0, named).map(({ file }) => hideNumbers(file));
    const text = [
      i18n.t('importing:history.undoText', { removed, restored, rows }),
      kept.length > 0 &&
        i18n.t('importing:history.keptText', {
          n: kept.length,
          files: files.join(language === 'zh' ? '、' : ', ') + (kept.length > named ? ' …' : ''),
        }),
    ].filter((line) => line !== false);
    const title = i18n.t('importing:history.undoTitle', { label });
    if (!(await confirm({ title, text: text.join(' '), action: i18n.t('importing:history.undo') }))) return;
    const done = await api.imports.undo({ jobId });
    toast(i18n.t('importing:history.undoneNow', { removed: done.removed, restored: done.restored }));
  } catch (error) {
    toast(describeError(error, language), { tone: 'error' });
  }
}
