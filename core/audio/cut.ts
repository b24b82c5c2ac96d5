import { DomainError } from '../domain-error.ts';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import { decodeBlocks } from './decode.ts';
import type { CutRequest, CutResult } from './media-workers.ts';
import { openAudio } from './open-audio.ts';
import { toPcm16 } from './pcm16.ts';
import type { AudioFormat } from './sample-sink.ts';
import { wavHeader, wavMaxDataBytes } from './wav-header.ts';
import type { OnProgress } from './worker-protocol.ts';

/**
 * Writes a span with all its channels as 16-bit PCM WAV. It decodes from the start and trims, so that the cut
 * is exact to the sample where a seek by header would not be. A span that reaches beyond the end is cut at the end.
 * @throws DomainError see openAudio; CLIP_RANGE_INVALID when the span holds no sound or more than a WAV can; DISK_FULL, OUTPUT_NOT_WRITABLE
 */
export async function cut({ path, span, outPath }: CutRequest, onProgress?: OnProgress): Promise<CutResult> {
  const audio = openAudio(path);
  let file: AtomicFile | undefined;
  try {
    let format: AudioFormat | undefined;
    let position = 0;
    let frames = 0;
    for await (const block of decodeBlocks(audio, onProgress)) {
      format = block.format;
      const from = Math.max(0, Math.round(span.start * format.sampleRate) - position);
      const to = Math.min(block.frames, Math.round(span.end * format.sampleRate) - position);
      if (to <= 0) break;
      if (to > from) {
        if (!file) {
          file = openAtomicFile(outPath);
          file.append(wavHeader(format, 0));
        }
        file.append(toPcm16(block.channels, from, to));
        frames += to - from;
      }
      position += block.frames;
    }
    if (!format) throw audio.silent;
    const dataBytes = frames * format.channels * 2;
    if (!file || dataBytes > wavMaxDataBytes) throw new DomainError('CLIP_RANGE_INVALID');
    file.patch(wavHeader(format, dataBytes), 0);
    file.commit();
    return { durationMs: Math.round((frames / format.sampleRate) * 1000) };
  } catch (error) {
    file?.discard();
    throw error;
  } finally {
    audio.close();
  }
}
