import { create } from 'zustand';
import type { Clip } from '../../../core/contract/index.ts';

interface ClipsState {
  q: string;
  kind: Clip['kind'] | 'all';
  itemId: string | null;
  currentId: string | null;
  selected: ReadonlySet<string>;
}

export const useClips = create<ClipsState>(() => ({
  q: '',
  kind: 'all',
  itemId: null,
  currentId: null,
  selected: new Set(),
}));

export function selectClip(id: string, on: boolean): void {
  useClips.setState(({ selected }) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    return { selected: next };
  });
}
