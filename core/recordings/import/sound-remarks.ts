/** Whether a recording is as long and as whole as its file says. */
import type { AudioFacts } from '../../audio/media-workers.ts';
import type { RecordingRemark } from '../../contract/index.ts';

export type Completeness = Pick<AudioFacts, 'durationMs' | 'claimedMs' | 'skippedMs' | 'endsInsidePiece' | 'unreadMs'>;

/** Below this nobody misses anything, and encoders' delay and padding, which headers count or not, stays below it. */
const leastMs = 500;
const mostMs = 5000;

/** What may be missing without a word: 1 % of the length, but at least half a second and at most five. */
const toleranceMs = (lengthMs: number) => Math.min(mostMs, Math.max(leastMs, lengthMs / 100));

/**
 * At most one remark, the one that says most: how much is missing, else how much is broken, else that the end is.
 * A file that claims no length (MP3 without a Xing tag, sizes left open by a recorder that streams) is never too short.
 */
export function soundRemarks(sound: Completeness): RecordingRemark[] {
  const { durationMs, claimedMs, skippedMs, endsInsidePiece, unreadMs } = sound;
  if (unreadMs > toleranceMs(durationMs))
    return [{ code: 'HOLDS_MORE', realMs: Math.round(durationMs), moreMs: Math.round(unreadMs) }];
  if (claimedMs !== null && claimedMs - durationMs > toleranceMs(claimedMs))
    return [{ code: 'SHORTER_THAN_CLAIMED', claimedMs: Math.round(claimedMs), realMs: Math.round(durationMs) }];
  // Files that a recorder put together lose a frame at every joint.
  if (skippedMs > toleranceMs(durationMs)) return [{ code: 'PARTS_DAMAGED', missingMs: Math.round(skippedMs) }];
  return endsInsidePiece ? [{ code: 'CUT_OFF' }] : [];
}
