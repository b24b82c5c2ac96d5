/**
 * A column beside the main one. Where the window has no room for both it folds to a strip with one button, which
 * opens it over the main column; Esc, a click beside it or the button closes it again.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './side-pane.module.css';

interface SidePaneProps {
  side: 'start' | 'end';
  icon: IconName;
  /** Names the button of the folded strip. */
  label: string;
  /** Sets `--side-width`, which is the column's width, folded or not. */
  className?: string | undefined;
  children: ReactNode;
}

export function SidePane({ side, icon, label, className, children }: SidePaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const onPointer = ({ target }: PointerEvent) => {
      // What the pane itself opened (a date picker, a list of choices) lies beside the window's root.
      const beside = target instanceof Element && target.closest('#root') && !box.current?.contains(target);
      if (beside) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what the button opened
    <div
      ref={box}
      className={[styles.side, styles[side], className].filter(Boolean).join(' ')}
      data-open={open || undefined}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape' || event.nativeEvent.isComposing || event.keyCode === 229) return;
        event.stopPropagation();
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className={styles.handle}
        aria-expanded={open}
        aria-controls={id}
        title={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} size={18} />
        <span className="visually-hidden">{label}</span>
      </button>
      <div id={id} className={styles.content}>
        {children}
      </div>
    </div>
  );
}
