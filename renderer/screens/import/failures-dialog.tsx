import { useQuery, useQueryClient } from '@tanstack/react-query';
import { remarkText } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { openReview } from '../../app/navigation.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './failures-dialog.module.css';
import { useImport } from './import-store.ts';

/** Files that failed and recordings that came in with a remark, each with its reason, until retried or dismissed. */
export function FailuresDialog() {
  const { t } = useTranslation(['importing', 'common']);
  const language = useLanguage();
  const client = useQueryClient();
  const open = useImport((state) => state.failuresOpen);
  const failures = useQuery({
    queryKey: ['imports', 'failures'],
    queryFn: () => api.imports.failures(),
    enabled: open,
  });
  const close = () => useImport.setState({ failuresOpen: false });
  const act = async (what: 'retry' | 'dismiss', failureIds: string[]) => {
    try {
      await (what === 'retry' ? api.imports.retry({ failureIds }) : api.imports.dismiss({ failureIds }));
      await client.invalidateQueries({ queryKey: ['imports'] });
      if (what === 'retry') close();
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  const remarks = useImport((state) => state.remarks);
  const lastJob = useImport((state) => state.lastJob);
  if (!open) return null;
  const items = failures.data ?? [];
  const all = items.map((item) => item.id);
  const onlyRemarks = items.length === 0 && remarks.length > 0;
  return (
    <Dialog
      title={t(onlyRemarks ? 'remarks' : 'failures')}
      width={760}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <>
          {lastJob !== null && (
            <Button onClick={() => useImport.setState({ failuresOpen: false, resultOf: lastJob })}>
              {t('result')}
            </Button>
          )}
          {remarks.length > 0 && (
            <Button
              onClick={() => {
                useImport.setState({ remarks: [] });
                if (onlyRemarks) close();
              }}
            >
              {t('noted')}
            </Button>
          )}
          {!onlyRemarks && (
            <>
              <Button disabled={all.length === 0} onClick={() => void act('dismiss', all)}>
                {t('dismissAll')}
              </Button>
              <Button look="primary" disabled={all.length === 0} onClick={() => void act('retry', all)}>
                {t('retryAll')}
              </Button>
            </>
          )}
        </>
      }
    >
      {items.length === 0 && !onlyRemarks && <p>{t('failuresNone')}</p>}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <div className={styles.text}>
              <b title={hideNumbers(item.path)}>{hideNumbers(item.file)}</b>
              <span>{hideNumbers(item.message[language])}</span>
            </div>
            <Button small onClick={() => void act('retry', [item.id])}>
              {t('retry')}
            </Button>
            <Button small look="ghost" onClick={() => void act('dismiss', [item.id])}>
              {t('dismiss')}
            </Button>
          </li>
        ))}
      </ul>
      {remarks.length > 0 && (
        <>
          {!onlyRemarks && <h3 className={styles.heading}>{t('remarks')}</h3>}
          <ul className={styles.list} aria-label={t('remarks')}>
            {remarks.map(({ recordingId, file, remark }) => (
              <li key={recordingId + remark.code}>
                <div className={styles.text}>
                  <b>{hideNumbers(file)}</b>
                  <span>{hideNumbers(remarkText(remark, language))}</span>
                </div>
                <Button
                  small
                  onClick={() => {
                    close();
                    openReview(recordingId);
                  }}
                >
                  {t('open')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
