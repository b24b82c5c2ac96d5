/** What takes decoded sound. One decoding pass feeds any number of sinks. */

export interface AudioFormat {
  /** Hz; the same for the whole file, also where the file itself changes it on the way. */
  sampleRate: number;
  channels: number;
}

/**
 * To add a measure (speech activity, tones, levels …): write a function that returns a SampleSink plus
 * whatever reads its result, and hand it to `pump` in the worker job that needs it. Keep state of bounded
 * size: recordings may last for hours.
 */
export interface SampleSink {
  /** Once, before the first samples. Not called for a file without sound. */
  start(format: AudioFormat): void;
  /**
   * The next samples, without gaps, from time 0 on. `channels[c]` holds `frames` valid samples of -1..1
   * (finite; beyond that range only in floating-point files). The arrays are reused: read, never keep or change them.
   * The next samples come when the promise has settled, if there is one.
   */
  push(channels: readonly Float32Array[], frames: number): void | Promise<void>;
  /** Once, after the last samples. Results and files are complete when it returns. */
  end(): void | Promise<void>;
  /** Instead of `end` when decoding or another sink failed: release what is held, remove what is half written. */
  abort?(): void;
}

/** A piece of decoded sound; its arrays are reused for the next piece. */
export interface Block {
  format: AudioFormat;
  channels: readonly Float32Array[];
  frames: number;
}

/**
 * Feeds every block to every sink, in their order.
 * @returns the format and the number of samples per channel, or null when there was no sound at all (no sink was started)
 */
export async function pump(
  blocks: AsyncIterable<Block> | Iterable<Block>,
  sinks: readonly SampleSink[],
): Promise<(AudioFormat & { frames: number }) | null> {
  let format: AudioFormat | null = null;
  let frames = 0;
  try {
    for await (const block of blocks) {
      if (!format) {
        format = block.format;
        for (const sink of sinks) sink.start(format);
      }
      for (const sink of sinks) {
        const taken = sink.push(block.channels, block.frames);
        if (taken) await taken;
      }
      frames += block.frames;
    }
    if (!format) return null;
    for (const sink of sinks) await sink.end();
    return { ...format, frames };
  } catch (error) {
    for (const sink of sinks) sink.abort?.();
    throw error;
  }
}
