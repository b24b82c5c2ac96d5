/** Sentences that another window corrected while they were corrected here: until the person chooses, both are kept. */
import { create } from 'zustand';
import type { Segment } from '../../../../../core/contract/index.ts';

export interface Clash {
  recordingId: string;
  /** The sentence as it stands. */
  theirs: Segment;
  /** What was typed here. */
  mine: string;
  /** Puts what was typed over what stands; undoable. */
  putMine(): void;
}

/** The first one is asked about. */
export const useClashes = create<{ clashes: readonly Clash[] }>(() => ({ clashes: [] }));

const isOther = (one: Clash) => (other: Clash) =>
  other.recordingId !== one.recordingId || other.theirs.id !== one.theirs.id;

/** What was typed later to the same sentence holds what was typed before. */
export const addClash = (clash: Clash): void =>
  useClashes.setState(({ clashes }) => ({ clashes: [...clashes.filter(isOther(clash)), clash] }));

export const settleClash = (clash: Clash): void =>
  useClashes.setState(({ clashes }) => ({ clashes: clashes.filter((one) => one !== clash) }));
