/** One sheet instead of a wizard: what was found, how names and call records are read, and Enter starts. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CdrMapping, ImportSource } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { saveSettings, useSettings } from '../../app/settings.ts';
import { bytes } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { toast } from '../../ui/toast.tsx';
import { type CdrChoice, CdrSection } from './cdr-section.tsx';
import styles from './import-sheet.module.css';
import { closeImport, useImport } from './import-store.ts';
import { PatternSection } from './pattern-section.tsx';

export function ImportSheet() {
  const { t } = useTranslation(['importing', 'common']);
  const { stage, paths, sent, total } = useImport();
  if (stage === 'closed') return null;
  return (
    <Dialog sticky title={t('title')} width={880} closeLabel={t('common:close')} onClose={closeImport}>
      {stage === 'receiving' ? (
        <div ref={holdFocus} tabIndex={-1} className={styles.busy}>
          <p>{t('sending', { sent: bytes(sent), total: bytes(total) })}</p>
          <Progress width="100%" fraction={total > 0 ? sent / total : null} label={t('title')} />
          <Button onClick={closeImport}>{t('common:cancel')}</Button>
        </div>
      ) : (
        <Confirm paths={[...paths]} />
      )}
    </Dialog>
  );
}

/** Enter pressed too early must not fall on the first button, which closes the sheet. */
const holdFocus = (element: HTMLElement | null): void => element?.focus();

function Confirm({ paths }: { paths: string[] }) {
  const { t } = useTranslation(['importing', 'common']);
  const language = useLanguage();
  const copyIn = useSettings((settings) => settings.copyIn);
  const remembered = useSettings((settings) => settings.importPattern);
  const [pattern, setPattern] = useState<string | null>(null);
  const [cdr, setCdr] = useState<CdrChoice | null>(null);
  const [checkedCdr, setCheckedCdr] = useState<CdrChoice | null | undefined>(undefined);
  const [options, setOptions] = useState({ transcripts: true, analyze: true });
  const [starting, setStarting] = useState(false);
  const scan = useQuery({
    queryKey: ['imports', 'scan', paths],
    queryFn: () => api.imports.scan({ paths }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (!scan.data) return;
    const fits = scan.data.patterns.find((candidate) => candidate.pattern === remembered && candidate.matched > 0);
    setPattern(fits?.pattern ?? scan.data.patterns.find((candidate) => candidate.matched > 0)?.pattern ?? '');
    const found = scan.data.cdrFiles[0];
    if (found) setCdr({ path: found });
  }, [scan.data, remembered]);

  const form = useRef<HTMLFormElement>(null);
  const ready = pattern !== null && checkedCdr === cdr;
  // Enter starts as soon as everything is read; until then the form itself holds the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the scan the form appears
  useEffect(() => {
    const focused = document.activeElement;
    if (!form.current || (focused !== form.current && form.current.contains(focused))) return;
    (ready ? form.current.querySelector<HTMLElement>('[type="submit"]') : form.current)?.focus();
  }, [ready, scan.isSuccess]);

  const start = async () => {
    setStarting(true);
    const source: ImportSource = {
      paths,
      ...options,
      copyIn,
      ...(pattern ? { pattern } : {}),
      ...(cdr
        ? {
            cdr: {
              path: cdr.path,
              ...(cdr.encoding ? { encoding: cdr.encoding } : {}),
              ...(cdr.mapping ? { mapping: cdr.mapping as CdrMapping } : {}),
            },
          }
        : {}),
    };
    try {
      await api.imports.start(source);
      if (pattern) void saveSettings({ importPattern: pattern });
      closeImport();
    } catch (error) {
      setStarting(false);
      toast(describeError(error, language), { tone: 'error' });
    }
  };

  if (scan.isPending)
    return (
      <p ref={holdFocus} tabIndex={-1} className={styles.busy}>
        {t('scanning')}
      </p>
    );
  if (scan.error) {
    return (
      <p className={styles.error} role="alert">
        {describeError(scan.error, language)}
      </p>
    );
  }
  return (
    <form
      ref={form}
      tabIndex={-1}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className={styles.scroll}>
        <p className={styles.found}>
          <b>{t('found', { n: scan.data.audioFiles, size: bytes(scan.data.totalBytes) })}</b>
          {scan.data.transcriptFiles > 0 && <span>{t('transcripts', { n: scan.data.transcriptFiles })}</span>}
        </p>
        {pattern !== null && <PatternSection paths={paths} scan={scan.data} pattern={pattern} onChange={setPattern} />}
        <CdrSection found={scan.data.cdrFiles} choice={cdr} onChange={setCdr} onReady={setCheckedCdr} />
        <section className={styles.section}>
          <h3>{t('options')}</h3>
          <div className={styles.options}>
            <Checkbox checked={options.transcripts} onChange={(transcripts) => setOptions({ ...options, transcripts })}>
              {t('takeTranscripts')}
            </Checkbox>
            <Checkbox checked={options.analyze} onChange={(analyze) => setOptions({ ...options, analyze })}>
              {t('analyze')}
            </Checkbox>
            <Checkbox checked={copyIn} onChange={(on) => void saveSettings({ copyIn: on })}>
              {t('copyIn')}
            </Checkbox>
          </div>
        </section>
      </div>
      <footer className={styles.foot}>
        <Button onClick={closeImport}>{t('common:cancel')}</Button>
        <Button look="primary" type="submit" kbd="Enter" disabled={starting || !ready}>
          {t('start')}
        </Button>
      </footer>
    </form>
  );
}
