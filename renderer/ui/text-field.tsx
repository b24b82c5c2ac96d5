import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './text-field.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  icon?: IconName;
  /** At the end of the field: a key cap, a clear button. */
  after?: ReactNode;
  invalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ icon, after, invalid, inputRef, className, ...rest }: TextFieldProps) {
  return (
    <span className={[styles.field, invalid && styles.invalid, className].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      <input ref={inputRef} {...rest} aria-invalid={invalid || undefined} />
      {after}
    </span>
  );
}
