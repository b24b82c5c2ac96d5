import type { ReactNode } from 'react';
import styles from './field.module.css';

/** One setting: name, what it does, its control. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.field}>
      <span className={styles.text}>
        <b>{label}</b>
        {hint && <span>{hint}</span>}
      </span>
      <span className={styles.control}>{children}</span>
    </label>
  );
}

export function FieldGroup({ children }: { children: ReactNode }) {
  return <div className={styles.group}>{children}</div>;
}
