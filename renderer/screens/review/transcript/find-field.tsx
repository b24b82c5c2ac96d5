import { useEffect, useRef } from 'react';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { Button } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { setFollowing } from '../player/player.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import { clearFind, search, searchAgain, stepMatch, useFind } from './find-store.ts';
import styles from './transcript.module.css';

/** Ctrl+F: hits are shown without moving the playhead. Esc leaves and follows the playhead again. */
export function FindField({ onOpen }: { onOpen: () => void }) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const { query, matches, current } = useFind();
  const transcript = useWork((work) => work.transcript);
  const key = useKeyLabel('edit.find');
  useCommand(
    'edit.find',
    () => {
      onOpen();
      field.current?.focus();
      field.current?.select();
    },
    transcript !== null,
  );
  useCommand('edit.find-next', () => stepMatch(1), matches.length > 0);
  useCommand('edit.find-previous', () => stepMatch(-1), matches.length > 0);
  useEffect(() => clearFind, []);
  const segments = transcript?.segments;
  useEffect(() => {
    if (segments) searchAgain(segments);
  }, [segments]);
  if (!transcript) return null;
  return (
    <TextField
      inputRef={field}
      className={styles.find}
      icon="search"
      value={query}
      placeholder={t('transcript.find')}
      aria-label={t('transcript.find')}
      onFocus={onOpen}
      onChange={(event) => search(transcript.segments, event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter') stepMatch(event.shiftKey ? -1 : 1);
        if (event.key !== 'Escape') return;
        clearFind();
        setFollowing(true);
        field.current?.blur();
      }}
      after={
        query === '' ? (
          <Kbd>{key}</Kbd>
        ) : (
          <>
            <span role="status">
              {matches.length === 0
                ? t('transcript.findNone')
                : t('transcript.findCount', { n: current + 1, total: matches.length })}
            </span>
            <Button small look="ghost" icon="up" iconOnly tabIndex={-1} onClick={() => stepMatch(-1)}>
              {t('transcript.findPrevious')}
            </Button>
            <Button small look="ghost" icon="down" iconOnly tabIndex={-1} onClick={() => stepMatch(1)}>
              {t('transcript.findNext')}
            </Button>
          </>
        )
      }
    />
  );
}
