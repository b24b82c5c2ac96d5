import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect } from 'react';
import { CdrField, type CdrMapping, Encoding } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { host } from '../../host.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './import-sheet.module.css';

export interface CdrChoice {
  path: string;
  encoding?: (typeof Encoding.options)[number];
  mapping?: CdrMapping;
}

interface CdrSectionProps {
  found: readonly string[];
  choice: CdrChoice | null;
  onChange: (choice: CdrChoice | null) => void;
  /** Called with the choice that can be imported as it is; with undefined while a column is missing or it is read. */
  onReady: (choice: CdrChoice | null | undefined) => void;
}

const baseName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** Call records: which file, which encoding, what each column means, and its first rows. */
export function CdrSection({ found, choice, onChange, onReady }: CdrSectionProps) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const preview = useQuery({
    queryKey: ['imports', 'cdr', choice],
    queryFn: () => api.imports.previewCdr(choice!),
    enabled: choice !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const data = choice ? preview.data : undefined;
  const ready =
    choice === null || (preview.isSuccess && !preview.isPlaceholderData && preview.data.missing.length === 0);
  useEffect(() => onReady(ready ? choice : undefined), [ready, choice, onReady]);
  const pick = async () => {
    const [path] = await host.pick({ accept: ['.csv', '.xlsx', '.xls', '.et', '.txt'], multiple: false });
    if (path) onChange({ path });
  };
  const assign = (column: number, meaning: CdrField | '') => {
    if (!choice || !data) return;
    const kept = Object.entries(data.mapping).filter(([field, at]) => at !== column && field !== meaning);
    onChange({
      ...choice,
      mapping: Object.fromEntries(meaning === '' ? kept : [...kept, [meaning, column]]) as CdrMapping,
    });
  };
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h3>{t('cdr')}</h3>
        {choice && <Tag tone="accent">{baseName(choice.path)}</Tag>}
        {data && <span className={styles.hint}>{t('cdrRows', { n: data.rowCount })}</span>}
        {data?.remembered && <Tag tone="pass">{t('remembered')}</Tag>}
        <i className={styles.gap} />
        {choice && data && (
          <Select
            size="small"
            aria-label={t('encoding')}
            value={data.encoding}
            options={Encoding.options.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(encoding) => onChange({ ...choice, encoding })}
          />
        )}
        {choice === null && found[0] !== undefined && (
          <Button small onClick={() => onChange({ path: found[0]! })}>
            {baseName(found[0])}
          </Button>
        )}
        <Button small icon="folder" onClick={() => void pick()}>
          {t('cdrChoose')}
        </Button>
        {choice && (
          <Button small look="ghost" icon="close" onClick={() => onChange(null)}>
            {t('cdrRemove')}
          </Button>
        )}
      </div>
      {choice === null && <p className={styles.hint}>{t('cdrNone')}</p>}
      {preview.error && choice && (
        <p className={styles.missing} role="alert">
          {describeError(preview.error, language)}
        </p>
      )}
      {data && data.missing.length > 0 && (
        <p className={styles.missing} role="alert">
          {t('missing', {
            columns: data.missing.map((field) => t(`cdrField.${field}`)).join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {data && !preview.isError && (
        <div className={styles.table} tabIndex={0} data-sideways>
          <table>
            <thead>
              <tr>
                {data.headers.map((header, column) => (
                  <th key={`${column}-${header}`}>{header || t('columnNo', { n: column + 1 })}</th>
                ))}
              </tr>
              <tr>
                {data.headers.map((header, column) => (
                  <th key={`${column}-${header}`}>
                    <Select
                      size="small"
                      popupMatchSelectWidth={false}
                      aria-label={`${t('mapping')}: ${header || t('columnNo', { n: column + 1 })}`}
                      value={(Object.entries(data.mapping).find(([, at]) => at === column)?.[0] ?? '') as CdrField | ''}
                      options={[
                        { value: '' as const, label: t('notUsed') },
                        ...CdrField.options.map((value) => ({ value, label: t(`cdrField.${value}`) })),
                      ]}
                      onChange={(meaning) => assign(column, meaning)}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.slice(0, 20).map((row, index) => (
                <tr key={index}>
                  {data.headers.map((header, column) => (
                    <td key={`${column}-${header}`} title={row[column]}>
                      {row[column] ?? ''}
                    </td>
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
