/** The tooltip of the window: comes over what the pointer rests on or the Tab key has reached. */
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './tip-layer.module.css';

const SHOW_AFTER_MS = 400;
/** Time to get from the element to its tooltip, which may be read with the pointer on it. */
const HIDE_AFTER_MS = 100;

interface Shown {
  target: HTMLElement;
  text: string;
  kbd: string | undefined;
  beside: boolean;
}

export function TipLayer() {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => followPointerAndFocus(setShown), []);
  const target = shown?.target;
  useEffect(() => {
    const tip = box.current;
    if (!target || !tip) return;
    // The place is the style sheet's: above the element, below where there is no room.
    target.style.setProperty('anchor-name', '--tip');
    tip.showPopover();
    // Words that change are followed; an element that goes takes its tooltip along.
    const changes = new MutationObserver(() =>
      setShown((shown) => {
        const now = shown?.target === target && target.isConnected ? wordsOf(target) : null;
        return now?.text === shown?.text && now?.kbd === shown?.kbd ? shown : now;
      }),
    );
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-tip', 'data-tip-key'] });
    return () => {
      changes.disconnect();
      tip.hidePopover();
      target.style.removeProperty('anchor-name');
    };
  }, [target]);
  return createPortal(
    <div
      ref={box}
      popover="manual"
      role="tooltip"
      className={styles.tip}
      data-tip-box=""
      data-beside={shown?.beside || undefined}
    >
      {shown && (
        <span className={styles.words}>
          {shown.text}
          {shown.kbd && <kbd>{shown.kbd}</kbd>}
        </span>
      )}
    </div>,
    document.body,
  );
}

function wordsOf(target: HTMLElement): Shown | null {
  const { tip: text, tipKey: kbd, tipBeside } = target.dataset;
  return text ? { target, text, kbd, beside: tipBeside !== undefined } : null;
}

function followPointerAndFocus(show: (change: (shown: Shown | null) => Shown | null) => void): () => void {
  const stop = new AbortController();
  let over: Element | null = null;
  let timer = 0;
  const later = (wait: number, next: () => Shown | null) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => show(() => next()), wait);
  };
  const point = (target: HTMLElement | null) => {
    if (target === over) return;
    over = target;
    if (target) later(SHOW_AFTER_MS, () => (target.isConnected ? wordsOf(target) : null));
    else later(HIDE_AFTER_MS, () => null);
    // The words of the element before do not stand beside another one's.
    if (target) show((shown) => (shown?.target === target ? shown : null));
  };
  const dismiss = () => {
    clearTimeout(timer);
    show(() => null);
  };
  const on = <K extends keyof DocumentEventMap>(type: K, run: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, run, { capture: true, passive: true, signal: stop.signal });
  on('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch' || !(target instanceof Element)) return;
    if (target.closest('[data-tip-box]')) clearTimeout(timer);
    else point(target.closest<HTMLElement>('[data-tip]'));
  });
  on('pointerout', ({ relatedTarget }) => {
    if (relatedTarget === null) point(null);
  });
  on('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) point(target.closest<HTMLElement>('[data-tip]'));
  });
  on('focusout', () => point(null));
  on('pointerdown', dismiss);
  on('keydown', dismiss);
  on('wheel', dismiss);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
