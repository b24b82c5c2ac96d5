/** What was found as people see it: numbers hidden, words marked, the sentences before and after. */
import { recordingViews, type SpokenSentenceRow, sentencesAround } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { SearchCall, SearchHit } from '../contract/index.ts';
import { toRow } from '../recordings/recording-row.ts';
import { hiddenTexts } from '../transcripts/stored-sentence.ts';
import type { FoundCall } from './find-calls.ts';
import { marksIn } from './hit-marks.ts';

/**
 * A number may be dictated over several sentences: so many around a hit are masked together. A card of 19 digits in
 * pieces of four, each acknowledged, takes nine.
 */
const reach = 12;

/** @param spellings all that is looked for @param perCall how many sentences of a call to show */
export async function showCalls(
  library: CoreContext['library'],
  calls: readonly FoundCall[],
  spellings: readonly string[],
  perCall: number,
): Promise<SearchCall[]> {
  const views = await recordingViews(
    library,
    calls.map(({ recordingId }) => recordingId),
  );
  const viewOf = new Map(views.map((view) => [view.id, view]));
  const shownOf = calls.map((call) => ({ ...call, shown: call.sentences.slice(0, perCall) }));
  const around = sentencesAround(
    library,
    shownOf.flatMap(({ recordingId, shown }) => shown.map(({ seq }) => ({ recordingId, seq }))),
    reach,
  );
  return shownOf.flatMap(({ recordingId, sentences, shown }) => {
    const view = viewOf.get(recordingId);
    const near = around.get(recordingId);
    if (!view || !near) return [];
    const texts = hiddenTexts(near, view.phone);
    const hits = shown.map((sentence) => toHit(sentence, near, texts, spellings));
    return [{ recording: toRow(view), hitCount: sentences.length, hits }];
  });
}

function toHit(
  sentence: SpokenSentenceRow,
  around: readonly SpokenSentenceRow[],
  texts: readonly string[],
  spellings: readonly string[],
): SearchHit {
  const at = around.findIndex(({ id }) => id === sentence.id);
  const neighbour = (index: number, seq: number) => {
    const found = around[index];
    return found?.seq === seq ? { speaker: found.speaker, text: texts[index]! } : null;
  };
  const text = texts[at]!;
  return {
    segmentId: sentence.id,
    speaker: sentence.speaker,
    start: sentence.start_ms / 1000,
    end: sentence.end_ms / 1000,
    text,
    marks: marksIn(text, spellings),
    before: neighbour(at - 1, sentence.seq - 1),
    after: neighbour(at + 1, sentence.seq + 1),
  };
}
