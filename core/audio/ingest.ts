import { statSync } from 'node:fs';
import { decodeBlocks } from './decode.ts';
import { createFlacProxySink } from './flac-proxy-sink.ts';
import { createMeasuresSink } from './measures/measures-sink.ts';
import { type IngestRequest, type IngestResult, proxyPathOf } from './media-workers.ts';
import { type OpenAudio, openAudio } from './open-audio.ts';
import { createPeaksSink } from './peaks-sink.ts';
import { isExactCodec, playsExactly } from './playable.ts';
import { pump, type SampleSink } from './sample-sink.ts';
import type { OnProgress } from './worker-protocol.ts';

/**
 * One pass from the first to the last sample: facts, peaks, measures and proxy. A second pass writes the proxy only
 * when the first one found that the header had lied about the length.
 * @throws DomainError see openAudio; AUDIO_DAMAGED, DISK_FULL, OUTPUT_NOT_WRITABLE
 */
export async function ingest(request: IngestRequest, onProgress?: OnProgress): Promise<IngestResult> {
  const { path, peaksPath } = request;
  const proxyPath = proxyPathOf(request);
  const measuring = request.measure ? createMeasuresSink() : null;
  const first = await decodeInto(path, onProgress, (exact) => [
    createPeaksSink(peaksPath),
    ...(measuring ? [measuring] : []),
    ...(exact ? [] : [createFlacProxySink(proxyPath)]),
  ]);
  const { proxied, playsOriginal, ...facts } = first;
  if (!proxied && !playsOriginal) await decodeInto(path, onProgress, () => [createFlacProxySink(proxyPath)]);
  return {
    ...facts,
    needsProxy: !playsOriginal,
    proxyPath: playsOriginal ? null : proxyPath,
    measures: measuring?.result() ?? null,
  };
}

async function decodeInto(
  path: string,
  onProgress: OnProgress | undefined,
  sinksFor: (exactCodec: boolean) => SampleSink[],
) {
  const audio = openAudio(path);
  try {
    const exactCodec = isExactCodec(audio, audio.stream.codecpar.channels);
    const sound = await pump(decodeBlocks(audio, onProgress), sinksFor(exactCodec));
    if (!sound) throw audio.silent;
    const seconds = sound.frames / sound.sampleRate;
    const claimed = audio.claimedLength(seconds);
    return {
      codec: audio.codec,
      container: audio.container,
      sampleRate: sound.sampleRate,
      channels: sound.channels,
      durationMs: Math.round(seconds * 1000),
      claimedMs: claimed === null ? null : Math.round(claimed * 1000),
      skippedMs: Math.round(audio.damage.skippedSeconds * 1000),
      endsInsidePiece: audio.damage.endsInsidePiece,
      unreadMs: Math.round(unreadShare(audio) * seconds * 1000),
      playsOriginal: playsExactly(audio, sound.channels, seconds),
      proxied: !exactCodec,
    };
  } finally {
    audio.close();
  }
}

/** Containers whose sound lies in one block at the end, of the length that the header claims. */
const inOneBlock = /^(?:aiff|w64|voc|caf)$/;

/** What lies behind the sound that was read, as a share of it; 0 where that cannot be sound. */
function unreadShare({ container, path, damage: { soundEnd } }: OpenAudio): number {
  return inOneBlock.test(container) && soundEnd > 0 ? Math.max(0, statSync(path).size - soundEnd) / soundEnd : 0;
}
