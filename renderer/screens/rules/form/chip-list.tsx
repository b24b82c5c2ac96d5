import { useRef, useState } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useT } from '../use-t.ts';
import styles from './form.module.css';

interface ChipListProps {
  label: string;
  items: readonly string[];
  onChange: (items: string[]) => void;
  invalid?: boolean;
  placeholder?: string;
  /** One entry as it is typed: a regular expression may hold commas and blanks. */
  whole?: boolean;
  maxLength?: number | null;
  maxItems?: number | null;
}

/** Texts as chips: Enter adds what is typed or pasted, Backspace in the empty box takes the last one back. */
export function ChipList({ label, items, onChange, invalid, placeholder, whole, maxLength, maxItems }: ChipListProps) {
  const t = useT();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const full = maxItems != null && items.length >= maxItems;
  const add = (typed: string) => {
    const pieces = (whole ? [typed] : typed.split(/[,，、;；\n\t]+/))
      .map((piece) => piece.trim().slice(0, maxLength ?? undefined))
      .filter((piece) => piece !== '');
    const next = [...new Set([...items, ...pieces])].slice(0, maxItems ?? undefined);
    if (next.length > items.length) onChange(next);
    setText('');
  };
  return (
    <div className={styles.chips} data-own-keys="Delete Up Down Home End Enter Space">
      {items.map((item) => (
        <span key={item} className={whole ? `${styles.chip} ${styles.code}` : styles.chip}>
          <span>{item}</span>
          <button
            type="button"
            aria-label={t('removeFrom', { text: item })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              onChange(items.filter((other) => other !== item));
              field.current?.focus();
            }}
          >
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      {full ? (
        <span className={styles.dim}>{t('tooMany', { n: items.length })}</span>
      ) : (
        <TextField
          inputRef={field}
          className={styles.adder}
          aria-label={t('addTo', { label })}
          placeholder={placeholder ?? (whole ? t('patternHint') : t('addHint'))}
          value={text}
          invalid={invalid}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => add(text)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (whole || !/[,，、;；\n\t]/.test(pasted)) return;
            event.preventDefault();
            add(text + pasted);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              add(text);
            }
            if (event.key === 'Backspace' && text === '' && items.length > 0) onChange(items.slice(0, -1));
          }}
        />
      )}
    </div>
  );
}
