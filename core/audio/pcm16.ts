/**
 * Floating-point samples, clipped at ±1, as interleaved 16-bit samples.
 * @param from first sample to take; `to` is the first one not taken
 * @param at where in `into` to begin, counted in samples of one channel
 */
export function interleave16(
  channels: readonly Float32Array[],
  from: number,
  to: number,
  into: Int16Array,
  at: number,
): void {
  const width = channels.length;
  for (let c = 0; c < width; c++) {
    const source = channels[c]!;
    for (let i = from, out = at * width + c; i < to; i++, out += width) {
      into[out] = Math.max(-32768, Math.min(32767, Math.round(source[i]! * 32768)));
    }
  }
}

/** The samples from `from` up to, not including, `to` as little-endian bytes, as WAV holds them. */
export function toPcm16(channels: readonly Float32Array[], from: number, to: number): Buffer {
  const samples = new Int16Array((to - from) * channels.length);
  interleave16(channels, from, to, samples, 0);
  const bytes = Buffer.from(samples.buffer);
  return littleEndian ? bytes : bytes.swap16();
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
