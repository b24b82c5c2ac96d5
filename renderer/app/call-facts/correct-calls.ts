/** Correcting what is known about calls, from whatever screen; with a way back. */
import { create } from 'zustand';
import type { CallCorrection, CallFacts } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { chordLabel } from '../../commands/chord.ts';
import { keysOf, run } from '../../commands/dispatcher.ts';
import { i18n } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';

/** An act that was done, and can be taken back and done again. */
export interface Correction {
  undo(): Promise<void>;
  redo(): Promise<void>;
}

interface Asked {
  /** The calls that the dialog is about; null while it is closed. */
  ids: readonly string[] | null;
  /** Takes the act into the history of the screen that asked. */
  remember: (done: Correction) => void;
}

export const useCallFacts = create<Asked>(() => ({ ids: null, remember: () => {} }));

export const askForCallFacts = (ids: readonly string[], remember: Asked['remember']): void =>
  useCallFacts.setState({ ids, remember });
export const closeCallFacts = (): void => useCallFacts.setState({ ids: null });

/** @throws what the core refuses: an impossible time, an empty name */
export async function correctCalls(change: CallCorrection): Promise<void> {
  const { ids, remember } = useCallFacts.getState();
  if (!ids) return;
  const { changed } = await api.recordings.correct({ ids: [...ids], change });
  closeCallFacts();
  if (changed.length === 0) return;
  let before = changed;
  let last = Promise.resolve();
  // One after the other, however fast the keys: each gives back what the one before it left.
  const turn = () => {
    last = last.then(async () => {
      before = (await takeBack(before)) ?? before;
    });
    return last;
  };
  remember({ undo: turn, redo: turn });
  toast(i18n.t('callFacts:done', { n: changed.length }), {
    action: { label: i18n.t('undo'), kbd: chordLabel(keysOf('edit.undo')[0] ?? ''), run: () => run('edit.undo') },
  });
}

async function takeBack(before: readonly CallFacts[]): Promise<CallFacts[] | null> {
  try {
    return (await api.recordings.takeBack({ before: [...before] })).changed;
  } catch (error) {
    toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
    return null;
  }
}
