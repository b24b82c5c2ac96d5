/** The peaks file: binary waveform data, version 2, of BBC audiowaveform, little-endian, 8 bits. */

export const peaksHeaderBytes = 24;

export interface PeaksHeader {
  sampleRate: number;
  samplesPerPixel: number;
  /** Pixels: pairs of minimum and maximum per channel. */
  length: number;
  channels: number;
}

/**
 * Samples per pixel: 32 ms at every rate (256 at 8 kHz), so that a pixel means the same time in every file.
 * 32 ms is finer than the shortest syllable and than the 50 ms to which lanes and playback must agree, and
 * keeps a two-hour stereo call at 0.9 MB.
 */
export const samplesPerPixel = (sampleRate: number) => Math.max(1, Math.floor(sampleRate * 0.032));

export function encodePeaksHeader(header: PeaksHeader): Uint8Array {
  const bytes = new Uint8Array(peaksHeaderBytes);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 2, true);
  // Flags: bit 0 says 8-bit values.
  view.setUint32(4, 1, true);
  view.setInt32(8, header.sampleRate, true);
  view.setInt32(12, header.samplesPerPixel, true);
  view.setUint32(16, header.length, true);
  view.setInt32(20, header.channels, true);
  return bytes;
}
