/** Floating-point samples to interleaved little-endian 16-bit PCM; beyond ±1 is clipped. @param from first sample */
export function toPcm16(channels: readonly Float32Array[], from: number, to: number): Buffer {
  const width = channels.length;
  const samples = new Int16Array((to - from) * width);
  for (let c = 0; c < width; c++) {
    const source = channels[c]!;
    for (let i = from, at = c; i < to; i++, at += width) {
      samples[at] = Math.max(-32768, Math.min(32767, Math.round(source[i]! * 32768)));
    }
  }
  const bytes = Buffer.from(samples.buffer);
  return littleEndian ? bytes : bytes.swap16();
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
