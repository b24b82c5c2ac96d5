/**
 * What the signal of one recording says, as stored: compact, versioned, made in the decoder process and read by the
 * detectors. Times in seconds from the start, levels in dBFS (RMS). Spans are `[start, end]`, in order, disjoint.
 */
import { z } from 'zod';

export const measuresVersion = 2;

const Seconds = z.number().min(0);
const SpanPair = z.tuple([Seconds, Seconds]);

export const ChannelMeasures = z.object({
  /** Loudness over all speech of the channel, and its median over speech segments; null when nobody speaks. */
  speechDb: z.number().nullable(),
  medianDb: z.number().nullable(),
  /** Level of what lies between the speech. */
  noiseDb: z.number().nullable(),
  /** Highest sample. */
  peakDb: z.number(),
  /** Speech segments with their level: `[start, end, dB]`. Music and tones are not speech. */
  speech: z.array(z.tuple([Seconds, Seconds, z.number()])),
  /** Hold music or noise that lasts and is neither speech nor the room's: silences go through a room's sound. */
  music: z.array(SpanPair),
  /** Of it, what holds voices: a song, or a room almost as loud as the speaker. */
  unclear: z.array(SpanPair),
});

export const Tone = z.object({
  kind: z.enum(['ring', 'busy', 'dtmf']),
  channel: z.number().int(),
  start: Seconds,
  end: Seconds,
  /**
   * Rings or busy beats heard, or keys pressed. Which keys is not kept: customers type cards, identity numbers and PINs,
   * of which a short one cannot be told from a menu's choice.
   */
  count: z.number().int().optional(),
});

export const Measures = z.object({
  version: z.literal(measuresVersion),
  /** Seconds really decoded. */
  duration: Seconds,
  /** One entry per channel of the file; a mono file has one, in which nobody can be told apart. */
  channels: z.array(ChannelMeasures).min(1),
  /** Neither speech, music nor tone on any channel; a room may babble. */
  silences: z.array(SpanPair),
  /** Two channels speak at once; `by` is the channel that came in second. */
  overlaps: z.array(z.object({ start: Seconds, end: Seconds, by: z.number().int() })),
  tones: z.array(Tone),
});
export type Measures = z.infer<typeof Measures>;
export type ChannelMeasures = z.infer<typeof ChannelMeasures>;
export type Tone = z.infer<typeof Tone>;
