import { decodeBlocks } from '../decode.ts';
import type { Measures } from '../measures.ts';
import type { MeasureRequest } from '../media-workers.ts';
import { openAudio } from '../open-audio.ts';
import { pump } from '../sample-sink.ts';
import { createMeasuresSink } from './measures-sink.ts';

/** @throws DomainError see openAudio; AUDIO_DAMAGED */
export async function measure({ path }: MeasureRequest): Promise<Measures> {
  const audio = openAudio(path);
  try {
    const sink = createMeasuresSink();
    if (!(await pump(decodeBlocks(audio), [sink]))) throw audio.silent;
    return sink.result();
  } finally {
    audio.close();
  }
}
