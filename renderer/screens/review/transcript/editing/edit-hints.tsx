import { useKeyLabel } from '../../../../commands/use-key-label.ts';
import { Kbd } from '../../../../ui/kbd.tsx';
import { useT } from '../../use-t.ts';
import styles from './editing.module.css';
import { useEditing } from './editing-store.ts';

/** The keys of the text box, below the transcript while a sentence is open. */
export function EditHints() {
  const t = useT();
  const open = useEditing(({ sentence }) => sentence !== null);
  const [split, speaker] = [useKeyLabel('transcript.split'), useKeyLabel('transcript.speaker')];
  if (!open) return null;
  const hints = [
    ['Enter', 'next'],
    ['↑ ↓', 'around'],
    [split, 'split'],
    ['Backspace', 'merge'],
    [speaker, 'speaker'],
    ['Esc', 'leave'],
  ] as const;
  return (
    <div className={styles.hints}>
      {hints.map(([key, what]) => (
        <span key={what}>
          <Kbd>{key}</Kbd> {t(`correct.hint.${what}`)}
        </span>
      ))}
    </div>
  );
}
