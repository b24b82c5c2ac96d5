/** Which items of a long form are shown. */
import { create } from 'zustand';
import type { ItemAnswer, TemplateItem } from '../../../../core/contract/index.ts';
import { isOpen, loses } from '../work/answers.ts';

/** `open`: still to be answered. `lost`: points were taken off. */
export type Showing = 'all' | 'open' | 'lost';
export const showings: readonly Showing[] = ['all', 'open', 'lost'];

/** Stays as it is from call to call. */
export const useShowing = create<{ showing: Showing }>(() => ({ showing: 'all' }));

export const show = (showing: Showing): void => useShowing.setState({ showing });

export function showNext(): void {
  const { showing } = useShowing.getState();
  show(showings[(showings.indexOf(showing) + 1) % showings.length]!);
}

/** @param currentId always shown: what one works on does not vanish when it is answered */
export function isShown(
  item: TemplateItem,
  answer: ItemAnswer | null,
  showing: Showing,
  currentId: string | null,
): boolean {
  if (showing === 'all' || item.id === currentId) return true;
  return showing === 'open' ? isOpen(answer) : loses(answer?.answer ?? null);
}
