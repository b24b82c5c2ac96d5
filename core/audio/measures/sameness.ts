/** Whether all channels of a recording carry the same sound: then it is a mono recording, whatever its header says. */

/** What the channels do not have in common may hold so much of the power (-26 dB): lossy codecs add some. */
const most = 1 / 400;
/** One much softer than the other (12 dB) is a silent side into which the other leaks. */
const loudest = 10 ** (12 / 10);

export interface Sameness {
  push(channels: readonly Float32Array[], frames: number): void;
  same(): boolean;
}

export function createSameness(): Sameness {
  let powers: number[] = [];
  /** Of each channel with the first. */
  let products: number[] = [];
  return {
    push(channels, frames) {
      if (powers.length === 0) {
        powers = channels.map(() => 0);
        products = channels.map(() => 0);
      }
      const [first] = channels;
      channels.forEach((samples, c) => {
        let [power, product] = [0, 0];
        for (let i = 0; i < frames; i++) {
          power += samples[i]! * samples[i]!;
          product += samples[i]! * first![i]!;
        }
        powers[c]! += power;
        products[c]! += product;
      });
    },
    same() {
      const [first = 0] = powers;
      if (powers.length < 2 || first === 0) return false;
      return powers.every((power, c) => {
        const alike = products[c]! ** 2 >= (1 - most) * power * first;
        return power > 0 && alike && power <= first * loudest && first <= power * loudest;
      });
    },
  };
}
