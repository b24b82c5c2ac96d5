/** Cells that were not understood: a person says what they mean, and the calls of their rows follow. */
import { type FormEvent, useState } from 'react';
import type { ImportResult } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './result-dialog.module.css';

type Kind = NonNullable<ImportResult['cdr']>['cells']['kinds'][number];

export function UnreadKind({ jobId, kind, places }: { jobId: string; kind: Kind; places: string }) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const { field, column, value, count } = kind;
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const mend = async (said: string) => {
    if (saving) return;
    setSaving(true);
    try {
      const { rows, calls } = await api.imports.mendCells({ jobId, field, value, text: said });
      if (said !== '') toast(t('mend.done', { rows, calls }));
    } catch (error) {
      setFailed(describeError(error, language));
      setSaving(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void mend(text.trim());
  };
  return (
    <li>
      <b>{count}</b>
      <span className={styles.cell}>
        {t('unreadCell', { column, value })}
        <small>{places}</small>
        <form className={styles.mend} onSubmit={submit}>
          <TextField
            value={text}
            maxLength={200}
            aria-label={t('mend.label', { column, value })}
            placeholder={t('mend.hint')}
            invalid={failed !== null}
            onChange={({ target }) => {
              setText(target.value);
              setFailed(null);
            }}
          />
          <Button small look="primary" type="submit" disabled={saving || text.trim() === ''}>
            {t(count > 1 ? 'mend.all' : 'mend.one', { n: count })}
          </Button>
          <Button small disabled={saving} onClick={() => void mend('')}>
            {t('mend.leave')}
          </Button>
        </form>
        {failed !== null && <small role="alert">{failed}</small>}
      </span>
    </li>
  );
}
