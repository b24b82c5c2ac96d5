import { create } from 'zustand';
import type { RecordingRow } from '../../../core/contract/index.ts';
import type { RecordingQuery } from '../../app/navigation.ts';

interface LibraryState {
  /** Row that the keyboard is on, and the list that it is a row of. */
  index: number;
  query: RecordingQuery | null;
  row: RecordingRow | null;
  total: number;
  /** Ids ticked for an action on several. */
  selected: ReadonlySet<string>;
  select: (id: string, on: boolean) => void;
}

export const useLibrary = create<LibraryState>((set) => ({
  index: 0,
  query: null,
  row: null,
  total: 0,
  selected: new Set(),
  select: (id, on) =>
    set(({ selected }) => {
      const next = new Set(selected);
      if (on) next.add(id);
      else next.delete(id);
      return { selected: next };
    }),
}));
