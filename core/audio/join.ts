import { DomainError } from '../domain-error.ts';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import { decodeBlocks } from './decode.ts';
import type { JoinRequest, JoinResult } from './media-workers.ts';
import { openAudio } from './open-audio.ts';
import { toPcm16 } from './pcm16.ts';
import { wavHeader, wavMaxDataBytes } from './wav-header.ts';
import type { OnProgress } from './worker-protocol.ts';

/**
 * Writes the two sides of a call, each recorded into a file of its own, as one stereo 16-bit PCM WAV: the first file is
 * the left channel. Both begin at time 0; the shorter one is silent to the end. The same files give the same bytes.
 * @throws DomainError see openAudio; SIDES_DIFFER when their rates do, or they are too long for a WAV; DISK_FULL, OUTPUT_NOT_WRITABLE
 */
export async function join({ path, otherPath, outPath }: JoinRequest, onProgress?: OnProgress): Promise<JoinResult> {
  const sides = [openAudio(path), openAudio(otherPath)] as const;
  const streams = [createSide(decodeBlocks(sides[0], onProgress)), createSide(decodeBlocks(sides[1]))] as const;
  let file: AtomicFile | undefined;
  try {
    let frames = 0;
    for (;;) {
      const ready = await Promise.all(streams.map((stream) => stream.fill()));
      const [left, right] = [streams[0].held(), streams[1].held()];
      if (ready.every((more) => !more) && left === 0 && right === 0) break;
      const rate = streams[0].rate() ?? streams[1].rate() ?? 0;
      if (streams.some((stream) => (stream.rate() ?? rate) !== rate))
        throw new DomainError('SIDES_DIFFER', { file: path });
      // While both go on, as much as both have; then what the longer one still holds.
      const take = ready[0] && ready[1] ? Math.min(left, right) : Math.max(left, right);
      if (!file) {
        file = openAtomicFile(outPath);
        file.append(wavHeader({ sampleRate: rate, channels: 2 }, 0));
      }
      file.append(toPcm16([streams[0].take(take), streams[1].take(take)], 0, take));
      frames += take;
      if (frames * 4 > wavMaxDataBytes) throw new DomainError('SIDES_DIFFER', { file: path });
    }
    const rate = streams[0].rate() ?? streams[1].rate();
    if (!file || rate === null) throw sides[0].silent;
    file.patch(wavHeader({ sampleRate: rate, channels: 2 }, frames * 4), 0);
    file.commit();
    return { durationMs: Math.round((frames / rate) * 1000) };
  } catch (error) {
    file?.discard();
    throw error;
  } finally {
    for (const side of sides) side.close();
  }
}

/** Samples of one side's first channel that are not written yet. */
function createSide(blocks: ReturnType<typeof decodeBlocks>) {
  let samples = new Float32Array(0);
  let rate: number | null = null;
  let ended = false;
  return {
    rate: () => rate,
    held: () => samples.length,
    /** @returns whether there are, or may still come, samples */
    async fill(): Promise<boolean> {
      if (samples.length > 0) return true;
      if (ended) return false;
      const next = await blocks.next();
      if (next.done) {
        ended = true;
        return false;
      }
      rate = next.value.format.sampleRate;
      samples = next.value.channels[0]!.slice(0, next.value.frames);
      return true;
    },
    /** So many samples, with silence behind the end. */
    take(count: number): Float32Array {
      const taken = new Float32Array(count);
      taken.set(samples.subarray(0, count));
      samples = samples.slice(count);
      return taken;
    },
  };
}
