import { decodeBlocks } from '../decode.ts';
import type { Measures } from '../measures.ts';
import type { MeasureRequest } from '../media-workers.ts';
import { openAudio } from '../open-audio.ts';
import { pump } from '../sample-sink.ts';
import type { OnProgress } from '../worker-protocol.ts';
import { createMeasuresSink } from './measures-sink.ts';

/** @throws DomainError see openAudio; AUDIO_DAMAGED */
export async function measure({ path }: MeasureRequest, onProgress?: OnProgress): Promise<Measures> {
  const audio = openAudio(path);
  try {
    const sink = createMeasuresSink();
    if (!(await pump(decodeBlocks(audio, onProgress), [sink]))) throw audio.silent;
    return sink.result();
  } finally {
    audio.close();
  }
}
