import type { ContractRouterClient } from '@orpc/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Contract, PatternField } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './import-sheet.module.css';

type Scan = Awaited<ReturnType<ContractRouterClient<Contract>['imports']['scan']>>;

/** How file names are read, with a preview that follows every keystroke. */
export function PatternSection({
  paths,
  scan,
  pattern,
  onChange,
}: {
  paths: string[];
  scan: Scan;
  pattern: string;
  onChange: (pattern: string) => void;
}) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const preview = useQuery({
    queryKey: ['imports', 'pattern', paths, pattern],
    queryFn: () => api.imports.previewPattern({ paths, pattern }),
    enabled: pattern !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const fits = scan.patterns.filter((candidate) => candidate.matched > 0);
  const shown = preview.data;
  const fields = PatternField.options.filter((field) =>
    shown?.samples.some((sample) => sample.fields[field] !== undefined),
  );
  const status =
    pattern === '' || !shown
      ? t('namesNone')
      : shown.matched === shown.total
        ? t('namesAll', { n: shown.total })
        : t('namesSome', { matched: shown.matched, total: shown.total });
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h3>{t('names')}</h3>
        <Tag tone={shown && shown.matched === shown.total && pattern !== '' ? 'pass' : 'minor'}>{status}</Tag>
      </div>
      <div className={styles.pattern}>
        <TextField
          className={styles.patternField}
          value={pattern}
          aria-label={t('pattern')}
          placeholder={t('noPattern')}
          spellCheck={false}
          invalid={preview.isError}
          onChange={(event) => onChange(event.target.value)}
        />
        {fits.slice(0, 3).map((candidate) => (
          <Button
            key={candidate.pattern}
            small
            on={candidate.pattern === pattern}
            onClick={() => onChange(candidate.pattern)}
          >
            {candidate.pattern} · {candidate.matched}
          </Button>
        ))}
      </div>
      <p className={preview.isError ? styles.missing : styles.hint}>
        {preview.error ? describeError(preview.error, language) : t('patternHint')}
      </p>
      {shown && pattern !== '' && !preview.isError && (
        <div className={styles.table} tabIndex={0} data-sideways>
          <table>
            <thead>
              <tr>
                <th>{t('sample')}</th>
                {fields.map((field) => (
                  <th key={field}>{t(`field.${field}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.samples.map((sample, index) => (
                <tr key={index} className={sample.matched ? undefined : styles.bad}>
                  <td title={sample.file}>{sample.file}</td>
                  {fields.map((field) => (
                    <td key={field}>{sample.fields[field] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
