/** Clips for training out of sentences that a search found. */
import { type FoundSentence, sentencesById } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { CLIPS_AT_ONCE } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';

/** Milliseconds left around a sentence, so that a clip neither begins nor ends in a word. */
const room = 300;

/** @param segmentIds sentences; those beyond `CLIPS_AT_ONCE` are left out @returns ids of the clips */
export async function makeClips(
  context: CoreContext,
  training: Pick<ServiceOf<'training'>, 'saveClip'>,
  segmentIds: readonly number[],
  kind: 'good' | 'bad',
): Promise<string[]> {
  const ids: string[] = [];
  for (const sentence of await sentencesById(context.library, segmentIds.slice(0, CLIPS_AT_ONCE))) {
    const { id } = await training.saveClip({ recordingId: sentence.recordingId, ...span(sentence), kind }, {});
    ids.push(id);
  }
  return ids;
}

/** Within the recording, whatever a transcript says of its end. */
function span({ startMs, endMs, durationMs }: FoundSentence): { startMs: number; endMs: number } {
  const end = Math.min(endMs + room, durationMs ?? Number.POSITIVE_INFINITY);
  return { startMs: Math.max(0, Math.min(startMs - room, end - 2 * room)), endMs: end };
}
