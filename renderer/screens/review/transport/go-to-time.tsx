import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { clockTenths, parseClock } from '../../../i18n/format.ts';
import { Tip } from '../../../ui/tip.tsx';
import { seek, setFollowing } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { useT } from '../use-t.ts';
import styles from './transport.module.css';

/** The player's time; pressed, it becomes a field that takes a time to go to. */
export function GoToTime() {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const duration = usePlayer((player) => player.duration);
  const key = useKeyLabel('play.go-to');
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const open = () => {
    before.current = document.activeElement;
    setTyped('');
  };
  useCommand('play.go-to', open);
  useEffect(() => {
    if (typed === '') field.current?.focus();
  }, [typed]);
  const close = () => {
    setTyped(null);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const time = typed === null ? null : parseClock(typed);
  const valid = time !== null && time <= duration;
  if (typed !== null)
    return (
      <span className={styles.goTo}>
        <input
          ref={field}
          value={typed}
          aria-label={t('play.goTo')}
          aria-invalid={typed !== '' && !valid}
          placeholder={t('play.goToHint')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === 'Escape') close();
            if (event.key !== 'Enter' || !valid) return;
            setFollowing(true);
            seek(time);
            close();
          }}
        />
      </span>
    );
  return (
    <Tip text={t('play.goTo')} kbd={key}>
      <button type="button" className={styles.time} onMouseDown={(event) => event.preventDefault()} onClick={open}>
        <Now />
        <span> / {clockTenths(duration)}</span>
      </button>
    </Tip>
  );
}

function Now() {
  const tenths = usePlayer((player) => Math.floor(player.time * 10) / 10);
  return <b>{clockTenths(tenths)}</b>;
}
