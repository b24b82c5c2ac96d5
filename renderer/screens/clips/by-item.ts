import type { Clip } from '../../../core/contract/index.ts';

export interface ClipGroup {
  /** Null: clips without a checklist item. */
  itemId: string | null;
  clips: Clip[];
}

/** Clips under their checklist item, the item with most clips first, those without an item last. */
export function byItem(clips: readonly Clip[]): ClipGroup[] {
  const groups = new Map<string | null, Clip[]>();
  for (const clip of clips) groups.set(clip.itemId, [...(groups.get(clip.itemId) ?? []), clip]);
  return [...groups]
    .map(([itemId, members]) => ({ itemId, clips: members }))
    .sort((a, b) => Number(a.itemId === null) - Number(b.itemId === null) || b.clips.length - a.clips.length);
}
