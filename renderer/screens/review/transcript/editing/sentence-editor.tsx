import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Segment } from '../../../../../core/contract/index.ts';
import { chordOf } from '../../../../commands/chord.ts';
import { keysOf, run, useCommand } from '../../../../commands/dispatcher.ts';
import { clock } from '../../../../i18n/format.ts';
import { useT } from '../../use-t.ts';
import { caretRow } from './caret-row.ts';
import { giveUp, mergeWith, moveOn, saveAndLeave, splitAt } from './edit-actions.ts';
import styles from './editing.module.css';
import { type, useEditing } from './editing-store.ts';

/**
 * A sentence as a text box in its place. Enter saves and goes on to the next one, up and down to the sentences around;
 * Backspace at the start and Delete at the end merge; Esc gives up. None of them while an input method composes.
 */
export function SentenceEditor({ segment }: { segment: Segment }) {
  const t = useT();
  const box = useRef<HTMLTextAreaElement>(null);
  const text = useEditing((editing) => editing.text);
  const busy = useEditing((editing) => editing.busy);
  useEffect(() => {
    const { caret } = useEditing.getState();
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(caret, caret);
  }, []);
  // Undone or corrected elsewhere: a box in which nothing was typed follows. What was typed was typed over words that no
  // longer stand: saving it asks whose the sentence gets.
  useEffect(() => {
    useEditing.setState(({ saved, text }) => {
      if (text.trim() === saved) return { saved: segment.text, text: segment.text };
      return text.trim() === segment.text ? { saved: segment.text } : {};
    });
  }, [segment.text]);
  useCommand('transcript.split', () => void splitAt(box.current?.selectionStart ?? 0));
  return (
    <textarea
      ref={box}
      rows={1}
      className={styles.box}
      value={text}
      readOnly={busy}
      maxLength={10_000}
      aria-label={t('correct.text', { time: clock(segment.start * 1000) })}
      data-sentence-editor
      onChange={(event) => type(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={handleKey}
      onBlur={({ relatedTarget }) => {
        const left = useEditing.getState().sentence === segment.id && document.activeElement !== box.current;
        const inMenu = relatedTarget instanceof Element && relatedTarget.closest('.ant-dropdown');
        if (left && !inMenu) saveAndLeave();
      }}
    />
  );
}

function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  if (!event.repeat || event.key.startsWith('Arrow')) act();
}

/** What a key means in the box; undefined: what it means in any text box. */
function actOf(event: KeyboardEvent<HTMLTextAreaElement>): (() => void) | undefined {
  const box = event.currentTarget;
  const { selectionStart, selectionEnd, value } = box;
  const mod = event.ctrlKey || event.metaKey;
  // With nothing typed to take back, undo is about what was saved before.
  const chord = chordOf(event.nativeEvent) ?? '';
  if (value.trim() === useEditing.getState().saved)
    for (const command of ['edit.undo', 'edit.redo'] as const)
      if (keysOf(command).includes(chord)) return () => void run(command);
  if (mod || event.altKey) return undefined;
  const bare = selectionStart === selectionEnd && !event.shiftKey;
  switch (event.key) {
    case 'Enter':
      return event.shiftKey ? undefined : () => moveOn(1);
    case 'Tab':
      return () => moveOn(event.shiftKey ? -1 : 1);
    case 'Escape':
      return giveUp;
    case 'ArrowUp':
      return bare && caretRow(box).first ? () => moveOn(-1) : undefined;
    case 'ArrowDown':
      return bare && caretRow(box).last ? () => moveOn(1) : undefined;
    case 'Backspace':
      return bare && selectionStart === 0 ? () => void mergeWith(-1) : undefined;
    case 'Delete':
      return bare && selectionStart === value.length ? () => void mergeWith(1) : undefined;
    default:
      return undefined;
  }
}

/** Back into the box, from a menu. */
export const focusEditor = (): void => document.querySelector<HTMLElement>('[data-sentence-editor]')?.focus();
