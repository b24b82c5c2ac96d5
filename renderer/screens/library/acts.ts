/** What was corrected from the list since the page was opened, newest last: taken back and done again in order. */
import { create } from 'zustand';
import type { Correction } from '../../app/call-facts/correct-calls.ts';

/** More than anybody takes back. */
const LONGEST = 50;

export const useActs = create<{ done: readonly Correction[]; undone: readonly Correction[] }>(() => ({
  done: [],
  undone: [],
}));

export const remember = (act: Correction): void =>
  useActs.setState(({ done }) => ({ done: [...done, act].slice(-LONGEST), undone: [] }));

export async function undoLast(): Promise<void> {
  const { done, undone } = useActs.getState();
  const act = done.at(-1);
  if (!act) return;
  useActs.setState({ done: done.slice(0, -1), undone: [...undone, act] });
  await act.undo();
}

export async function redoLast(): Promise<void> {
  const { done, undone } = useActs.getState();
  const act = undone.at(-1);
  if (!act) return;
  useActs.setState({ done: [...done, act], undone: undone.slice(0, -1) });
  await act.redo();
}
