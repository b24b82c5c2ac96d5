/**
 * Who is heard where: for every tenth of a second the one channel that carries a voice of its own. Where both sound the
 * louder one owns it, so that the other side's echo in a channel is nobody's; where neither is clearly louder, none.
 */
import type { Measures } from '../../audio/measures.ts';

const perSecond = 10;
/** So much louder a channel has to be than the other one, dB. */
const louder = 6;

/** @returns the owning channel by tenth of a second, -1 for none */
export function channelOwners({ channels, duration }: Measures): Int8Array {
  const slots = Math.ceil(duration * perSecond) + 1;
  const levels = channels.slice(0, 2).map(({ speech }) => {
    const track = new Float32Array(slots).fill(-Infinity);
    for (const [start, end, level] of speech)
      track.fill(level, Math.floor(start * perSecond), Math.max(1, Math.round(end * perSecond)));
    return track;
  });
  const [left, right] = levels;
  return Int8Array.from({ length: slots }, (_, slot) => {
    const difference = left![slot]! - right![slot]!;
    // Two silences have no difference.
    return Number.isNaN(difference) ? -1 : difference >= louder ? 0 : difference <= -louder ? 1 : -1;
  });
}

/** Seconds within a span that each of the two channels owns. */
export function ownedWithin(owners: Int8Array, start: number, end: number): [left: number, right: number] {
  let left = 0;
  let right = 0;
  for (let slot = Math.floor(start * perSecond); slot < Math.min(owners.length, end * perSecond); slot++) {
    if (owners[slot] === 0) left++;
    else if (owners[slot] === 1) right++;
  }
  return [left / perSecond, right / perSecond];
}

/** The channel that speaks first for a while. @returns null when nobody does */
export function firstOwner(owners: Int8Array): 0 | 1 | null {
  const heard = [0, 0];
  for (const owner of owners) {
    if (owner < 0) continue;
    heard[owner]! += 1;
    if (heard[owner]! >= perSecond) return owner as 0 | 1;
  }
  return null;
}

/** Whether each of the two channels carries a voice of its own for a while. */
export const bothSpeak = (owners: Int8Array): boolean =>
  [0, 1].every((channel) => owners.filter((owner) => owner === channel).length >= perSecond);
