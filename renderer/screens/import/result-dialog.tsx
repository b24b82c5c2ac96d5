import { useQuery } from '@tanstack/react-query';
import { type ImportResult, leftOutText } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { undoImport } from './history-dialog.tsx';
import { useImport } from './import-store.ts';
import styles from './result-dialog.module.css';
import { UnreadKind } from './unread-cells.tsx';

/** How an import ended: what was taken, what was left out and why, and what of the call records was not understood. */
export function ImportResultDialog() {
  const { t } = useTranslation(['importing', 'common']);
  const language = useLanguage();
  const jobId = useImport((state) => state.resultOf);
  const result = useQuery({
    queryKey: ['imports', 'result', jobId],
    queryFn: () => api.imports.result({ jobId: jobId! }),
    enabled: jobId !== null,
  });
  if (jobId === null) return null;
  const close = () => useImport.setState({ resultOf: null });
  const takeBack = async () => {
    close();
    await undoImport({ jobId, label: result.data!.label });
  };
  return (
    <Dialog
      title={t('result')}
      width={760}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <>
          {result.data?.state !== 'running' && result.data?.state !== 'paused' && (
            <Button icon="undo" disabled={!result.data || result.data.undone !== null} onClick={() => void takeBack()}>
              {t('history.undo')}
            </Button>
          )}
          <Button look="primary" onClick={close}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      {result.error && <p role="alert">{describeError(result.error, language)}</p>}
      {result.data && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('result')}>
          <Figures result={result.data} />
          <LeftOut result={result.data} />
          {result.data.undone === null && result.data.cdr && <CallRecords jobId={jobId} cdr={result.data.cdr} />}
        </div>
      )}
    </Dialog>
  );
}

function Figures({
  result: { filesFound, imported, duplicates, failed, leftOut, transcripts },
}: {
  result: ImportResult;
}) {
  const { t } = useTranslation('importing');
  const figures = {
    filesFound,
    imported,
    duplicates,
    failedFiles: failed.length,
    leftOut: leftOut.reduce((sum, { count }) => sum + count, 0),
    transcriptsTaken: transcripts,
  };
  return (
    <dl className={styles.figures}>
      {Object.entries(figures).map(([name, count]) => (
        <div key={name}>
          <dt>{t(`figure.${name as keyof typeof figures}`)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function LeftOut({ result: { leftOut } }: { result: ImportResult }) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  if (leftOut.length === 0) return null;
  return (
    <section>
      <h3>{t('figure.leftOut')}</h3>
      <ul className={styles.list}>
        {leftOut.map(({ kind, count, files }) => (
          <li key={kind}>
            <b>{count}</b>
            <span>
              {leftOutText(kind, language)}
              <small>
                {files.join(language === 'zh' ? '、' : ', ')}
                {count > files.length && ' …'}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallRecords({ jobId, cdr }: { jobId: string; cdr: NonNullable<ImportResult['cdr']> }) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const place = ({ sheet, line }: { sheet: string | null; line: number }) =>
    sheet === null ? t('row', { line }) : t('rowOfSheet', { sheet, line });
  const rules = Object.entries(cdr.rules).filter(([, count]) => (count ?? 0) > 0) as [keyof typeof cdr.rules, number][];
  return (
    <section>
      <h3>{t('resultCdr', { file: cdr.file })}</h3>
      {cdr.error ? (
        <p role="alert">{cdr.error.message[language]}</p>
      ) : (
        <p>
          {t('resultRows', {
            rows: cdr.rows,
            matched: cdr.matched,
            waiting: cdr.waiting,
            further: cdr.further,
            failed: cdr.failed,
          })}
        </p>
      )}
      <ul className={styles.list}>
        {rules.map(([rule, count]) => (
          <li key={rule}>
            <b>{count}</b>
            <span>{t(`rule.${rule}`)}</span>
          </li>
        ))}
        {cdr.leftSheets.map(({ name, rows }) => (
          <li key={name}>
            <b>{rows}</b>
            <span>{t('leftSheet', { name })}</span>
          </li>
        ))}
      </ul>
      {cdr.problems.length + cdr.cells.count > 0 && <h3>{t('notUnderstood')}</h3>}
      <ul className={styles.list}>
        {cdr.cells.kinds.map((kind) => (
          <UnreadKind
            key={`${kind.field}-${kind.value}`}
            jobId={jobId}
            kind={kind}
            places={
              kind.places.map(place).join(language === 'zh' ? '、' : ', ') +
              (kind.count > kind.places.length ? ' …' : '')
            }
          />
        ))}
        {cdr.problems.map((problem) => (
          <li key={`${problem.sheet}-${problem.line}`}>
            <b>1</b>
            <span>
              {problem.reason[language]}
              <small>{place(problem)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
