import { useEffect, useState } from 'react';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './form.module.css';

interface NumberFieldProps {
  label: string;
  value: number;
  unit?: string;
  invalid: boolean;
  /** What is wrong, for a screen reader. */
  describedBy?: string;
  /** NaN while the box holds no number. */
  onChange: (value: number) => void;
  wide?: boolean;
}

/** A number that is typed; full-width digits are read too. */
export function NumberField({ label, value, unit, invalid, describedBy, onChange, wide }: NumberFieldProps) {
  const [text, setText] = useState(() => written(value));
  // Undo and another rule change the value from outside; a box that already says so is left as it is typed.
  useEffect(() => {
    setText((now) => (Object.is(read(now), value) ? now : written(value)));
  }, [value]);
  return (
    <TextField
      className={wide ? styles.wideNumber : styles.number}
      inputMode="decimal"
      aria-label={label}
      aria-describedby={describedBy}
      value={text}
      invalid={invalid}
      after={unit && <span className={styles.unit}>{unit}</span>}
      onChange={(event) => {
        setText(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
}

const written = (value: number): string => (Number.isFinite(value) ? String(value) : '');

function read(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return plain === '' ? Number.NaN : Number(plain);
}
