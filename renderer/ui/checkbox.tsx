import type { ReactNode } from 'react';
import styles from './checkbox.module.css';

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  /** Some of several. */
  mixed?: boolean;
  /** Hide the text from the eye, not from a screen reader. */
  bare?: boolean;
  disabled?: boolean;
}

export function Checkbox({ checked, onChange, children, mixed, bare, disabled }: CheckboxProps) {
  return (
    <label className={styles.label}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        ref={(element) => {
          if (element) element.indeterminate = mixed ?? false;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={bare ? 'visually-hidden' : styles.text}>{children}</span>
    </label>
  );
}

/** On or off, taking effect at once. */
export function Switch({ checked, onChange, children, disabled }: Omit<CheckboxProps, 'mixed' | 'bare'>) {
  return (
    <label className={styles.switchLabel}>
      <span className={styles.text}>{children}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={styles.switch}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
