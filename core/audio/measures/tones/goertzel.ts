/**
 * Share of a block's power that lies at one frequency: about 1 for a pure tone within a third of 1/duration of it.
 * @param frequency Hz
 * @param energy sum of the block's squares
 */
export function powerShare(
  samples: Float32Array,
  { frequency, rate }: { frequency: number; rate: number },
  energy: number,
): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let [last, beforeLast] = [0, 0];
  for (const sample of samples) {
    const next = sample + coefficient * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  const power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
  return (2 * power) / (samples.length * energy);
}
