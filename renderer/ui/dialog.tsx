/**
 * A modal dialog: the rest of the window is inert while it is open, Esc closes it, the focus comes back to where it
 * was. antd's own puts style elements without a nonce into the page, which the security policy refuses.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  /** The title is for screen readers only. */
  bare?: boolean;
  /** CSS pixels; never wider than the window. */
  width?: number;
  closeLabel: string;
  onClose: () => void;
  /** A click beside the dialog does not close it: something was filled in. */
  sticky?: boolean;
  /** At the top instead of the middle. */
  top?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ title, bare, width = 560, closeLabel, onClose, sticky, top, footer, children }: DialogProps) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const root = document.getElementById('root')!;
    root.inert = true;
    // What the content chose to focus stays focused.
    if (!box.current?.contains(document.activeElement)) {
      const first = box.current?.querySelector<HTMLElement>(
        ':is([data-autofocus], [autofocus], input, textarea, button:not([data-close])):not(:disabled)',
      );
      (first ?? box.current)?.focus();
    }
    return () => {
      root.inert = false;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [before]);
  // What had the focus may be gone (a row that was dealt with), and with it the way of the key to the dialog.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTop = [...document.querySelectorAll('[role="dialog"]')].at(-1) === box.current;
      if (event.key === 'Escape' && document.activeElement === document.body && isTop) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: the backdrop only closes what Esc closes too
    <div
      className={top ? `${styles.backdrop} ${styles.top}` : styles.backdrop}
      onMouseDown={(event) => {
        if (!sticky && event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && event.keyCode !== 229) {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        className={styles.dialog}
        style={{ width }}
      >
        <header className={bare ? 'visually-hidden' : styles.head}>
          <h2 id={titleId}>{title}</h2>
          {!bare && (
            <Button look="ghost" icon="close" iconOnly data-close onClick={onClose}>
              {closeLabel}
            </Button>
          )}
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </div>,
    document.body,
  );
}
