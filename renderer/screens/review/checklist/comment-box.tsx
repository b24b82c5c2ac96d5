import { useEffect, useRef } from 'react';
import { clockTenths } from '../../../i18n/format.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { usePlayer } from '../player/player-store.ts';
import { useT } from '../use-t.ts';
import { changeDraft, leaveDraft, saveDraft } from '../work/actions.ts';
import { useWork } from '../work/work-store.ts';
import styles from './comment-box.module.css';

/** Enter saves, Shift+Enter breaks the line, Esc leaves and keeps what was typed; none of them while composing. */
export function CommentBox() {
  const t = useT();
  const draft = useWork((work) => work.draft);
  const duration = usePlayer((player) => player.duration);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    const before = document.activeElement;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    element?.scrollIntoView({ block: 'nearest' });
    // Leaving blurs the box, so that the input method closes its context.
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  if (!draft) return null;
  const shift = (seconds: number) => changeDraft({ at: Math.min(duration, Math.max(0, draft.at + seconds)) });
  return (
    <div className={styles.box}>
      {draft.quote && <q>{draft.quote}</q>}
      <textarea
        ref={area}
        rows={Math.min(6, Math.max(2, draft.text.split('\n').length))}
        maxLength={4000}
        value={draft.text}
        aria-label={t('comments.text')}
        placeholder={t('comments.placeholder')}
        onChange={(event) => changeDraft({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            saveDraft();
          }
          if (event.key === 'Escape') leaveDraft();
        }}
      />
      <div className={styles.foot}>
        <span className={styles.time}>{clockTenths(draft.at)}</span>
        <button type="button" title={t('comments.earlier')} onMouseDown={keepFocus} onClick={() => shift(-1)}>
          {t('comments.minusOne')}
        </button>
        <button type="button" title={t('comments.later')} onMouseDown={keepFocus} onClick={() => shift(1)}>
          {t('comments.plusOne')}
        </button>
        <i />
        <button type="button" className={styles.hint} onMouseDown={keepFocus} onClick={saveDraft}>
          <Kbd>Enter</Kbd> {t('comments.save')}
        </button>
        <span className={styles.hint}>
          <Kbd>Shift+Enter</Kbd> {t('comments.newLine')}
        </span>
        <button type="button" className={styles.hint} onMouseDown={keepFocus} onClick={leaveDraft}>
          <Kbd>Esc</Kbd> {t('comments.leave')}
        </button>
      </div>
    </div>
  );
}

const keepFocus = (event: React.MouseEvent) => event.preventDefault();
