import type { Tone } from '../../measures.ts';
import { speechLevel } from '../levels.ts';

/** So much louder it is on the side where it sounds than where it leaks to, dB. */
const leakDb = 6;

/** Leaves out tones that only leaked over from another channel. Equally loud on both sides, they stay on both. */
export function withoutLeakedTones(tones: readonly Tone[], levels: readonly Uint8Array[]): Tone[] {
  const level = ({ channel, start, end }: Tone) => speechLevel(levels[channel]!, start, end);
  return tones.filter(
    (tone) =>
      !tones.some(
        (other) =>
          other.channel !== tone.channel &&
          other.kind === tone.kind &&
          other.start < tone.end &&
          other.end > tone.start &&
          level(other) > level(tone) + leakDb,
      ),
  );
}
