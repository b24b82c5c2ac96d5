import { seek, setFollowing } from '../player/player.ts';
import { playheadTime } from '../work/cursor.ts';
import { useWork } from '../work/work-store.ts';

/** Pressed within this time after a sentence began, "previous" means the one before it. */
const JUST_BEGUN = 1;

/** Seeks to the beginning of a sentence and keeps playing or pausing as it was. */
export function goToSentence(step: 1 | -1): void {
  const starts = (useWork.getState().transcript?.segments ?? []).map(({ start }) => start).sort((a, b) => a - b);
  const now = playheadTime();
  const to =
    step === 1
      ? starts.find((start) => start > now + 0.05)
      : (starts.findLast((start) => start < now - JUST_BEGUN) ?? starts[0]);
  if (to === undefined) return;
  setFollowing(true);
  seek(to);
}
