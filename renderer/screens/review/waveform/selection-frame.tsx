import { clockTenths } from '../../../i18n/format.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { select } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { useT } from '../use-t.ts';
import { inView, spanStyle } from './place.ts';
import styles from './selection-frame.module.css';
import { useWave } from './wave-store.ts';

/** The selected span with what can be done with it. */
export function SelectionFrame() {
  const t = useT();
  const selection = usePlayer((player) => player.selection);
  const loop = usePlayer((player) => player.loop);
  const view = useWave((wave) => wave.view);
  if (!selection || !inView(selection, view)) return null;
  const middle = (Math.max(selection.start, view.start) + Math.min(selection.end, view.end)) / 2;
  const late = (middle - view.start) / (view.end - view.start) > 0.5;
  return (
    <div className={styles.selection} style={spanStyle(selection, view)}>
      <fieldset
        className={late ? styles.selectionEnd : styles.selectionStart}
        aria-label={t('wave.selection', { start: clockTenths(selection.start), end: clockTenths(selection.end) })}
      >
        <span>
          {clockTenths(selection.start)} – {clockTenths(selection.end)}
        </span>
        <CommandButton command="play.loop" small look="ghost" icon="loop" iconOnly on={loop}>
          {t('play.loop')}
        </CommandButton>
        <CommandButton command="play.save-clip" small look="ghost" icon="clips" iconOnly />
        <Button small look="ghost" icon="close" iconOnly onClick={() => select(null)}>
          {t('wave.clearSelection')}
        </Button>
      </fieldset>
    </div>
  );
}
