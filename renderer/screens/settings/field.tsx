import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/**
 * One setting: name, what it does, its control, which names itself. No <label>: around several buttons it would give
 * its own name to the first of them.
 */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <div
      className={styles.field}
      role="group"
      aria-labelledby={`${id}-name`}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <span className={styles.text}>
        <b id={`${id}-name`}>{label}</b>
        {hint && <span id={`${id}-hint`}>{hint}</span>}
      </span>
      <span className={styles.control}>{children}</span>
    </div>
  );
}

export function FieldGroup({ children }: { children: ReactNode }) {
  return <div className={styles.group}>{children}</div>;
}
