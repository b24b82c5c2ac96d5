import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import { encodePeaksHeader, type PeaksHeader, peaksHeaderBytes, samplesPerPixel } from './peaks-format.ts';
import type { SampleSink } from './sample-sink.ts';

/** Writes the minimum and maximum of each channel and pixel. @throws DomainError DISK_FULL, OUTPUT_NOT_WRITABLE */
export function createPeaksSink(path: string): SampleSink {
  let file: AtomicFile | undefined;
  let header: PeaksHeader = { sampleRate: 0, samplesPerPixel: 0, length: 0, channels: 0 };
  /** Samples in the pixel under way. */
  let count = 0;
  let low = new Float32Array(0);
  let high = new Float32Array(0);
  let pixel = new Int8Array(0);

  function writePixel() {
    for (let c = 0; c < header.channels; c++) {
      pixel[2 * c] = toInt8(low[c]!);
      pixel[2 * c + 1] = toInt8(high[c]!);
    }
    file!.append(new Uint8Array(pixel.buffer));
    low.fill(Infinity);
    high.fill(-Infinity);
    count = 0;
    header.length++;
  }
  return {
    start({ sampleRate, channels }) {
      header = { sampleRate, channels, samplesPerPixel: samplesPerPixel(sampleRate), length: 0 };
      low = new Float32Array(channels).fill(Infinity);
      high = new Float32Array(channels).fill(-Infinity);
      pixel = new Int8Array(2 * channels);
      file = openAtomicFile(path);
      file.append(new Uint8Array(peaksHeaderBytes));
    },
    push(channels, frames) {
      for (let from = 0; from < frames; ) {
        const to = Math.min(frames, from + header.samplesPerPixel - count);
        for (let c = 0; c < channels.length; c++) {
          const samples = channels[c]!;
          let min = low[c]!;
          let max = high[c]!;
          for (let i = from; i < to; i++) {
            const value = samples[i]!;
            if (value < min) min = value;
            if (value > max) max = value;
          }
          low[c] = min;
          high[c] = max;
        }
        count += to - from;
        from = to;
        if (count === header.samplesPerPixel) writePixel();
      }
    },
    end() {
      if (count > 0) writePixel();
      file!.patch(encodePeaksHeader(header), 0);
      file!.commit();
    },
    abort: () => file?.discard(),
  };
}

/** As audiowaveform does it: the 16-bit sample divided by 256, rounded towards zero. */
function toInt8(value: number): number {
  const sample = Math.max(-32768, Math.min(32767, Math.round(value * 32768)));
  return Math.trunc(sample / 256);
}
