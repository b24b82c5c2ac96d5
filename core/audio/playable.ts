import type { OpenAudio } from './open-audio.ts';

/** Codecs that Chromium plays, by container, and whose seeks land where they should (measured: docs/decisions/0002). */
const exact: Record<string, RegExp> = {
  wav: /^pcm_(s16le|s24le|u8|f32le|alaw|mulaw)$/,
  flac: /^flac$/,
  ogg: /^(opus|flac)$/,
  mp4: /^(aac|flac)$/,
  webm: /^opus$/,
};

/** Seconds by which the length that the player believes may differ from the sound. */
const tolerance = 0.05;

/**
 * Whether Chromium plays the original with the time axis that decoding it gave.
 * @param seconds what was really decoded
 */
export function playsExactly(audio: OpenAudio, channels: number, seconds: number): boolean {
  // Chromium computes the length as FFmpeg does; a header that lies makes its seeks lie too.
  const believed = Number(audio.format.duration) / 1e6;
  return isExactCodec(audio, channels) && Math.abs(believed - seconds) <= tolerance;
}

/** What can be said before decoding. */
export const isExactCodec = (audio: OpenAudio, channels: number): boolean =>
  channels <= 2 && audio.correctedRate === null && (exact[audio.container]?.test(audio.codec) ?? false);
