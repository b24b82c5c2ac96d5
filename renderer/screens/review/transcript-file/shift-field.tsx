import { useEffect, useState } from 'react';
import { useTranslation } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './transcript-file.module.css';

interface ShiftFieldProps {
  /** Seconds. */
  shift: number;
  /** What would bring the file's times into the recording. */
  suggested: number | null;
  onChange: (shift: number) => void;
}

/** By how much the file's times are off. */
export function ShiftField({ shift, suggested, onChange }: ShiftFieldProps) {
  const { t } = useTranslation('transcriptFile');
  const [text, setText] = useState(String(shift));
  useEffect(() => setText((now) => (read(now) === shift ? now : String(shift))), [shift]);
  const invalid = read(text) === null;
  return (
    <section className={styles.shift}>
      <span>{t('shift')}</span>
      <TextField
        className={styles.seconds}
        inputMode="decimal"
        value={text}
        invalid={invalid}
        aria-label={t('shift')}
        title={t('shiftHint')}
        after={<span className={styles.dim}>{t('shiftUnit')}</span>}
        onChange={(event) => {
          setText(event.target.value);
          const next = read(event.target.value);
          if (next !== null) onChange(next);
        }}
      />
      <span className={styles.dim}>{suggested === null ? t('shiftHint') : t('alignHint', { n: suggested })}</span>
      {suggested !== null && (
        <Button small onClick={() => onChange(suggested)}>
          {t('align')}
        </Button>
      )}
    </section>
  );
}

/** Full-width digits and signs are read too. @returns null where it is no number, or one beyond any recording */
function read(text: string): number | null {
  const plain = text.normalize('NFKC').replace('−', '-').trim();
  const seconds = plain === '' ? 0 : Number(plain);
  return Number.isFinite(seconds) && Math.abs(seconds) <= 1_000_000 ? seconds : null;
}
