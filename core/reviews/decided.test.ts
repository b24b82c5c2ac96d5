/** A decision on one finding says nothing of another one of the same item. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding, Template } from '../contract/index.ts';
import { answeredByHand, undecidedFatal } from './fatal.ts';
import { addFinding, addRecording, createReviewBench, type ReviewBench } from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

/** The item of `volume` has two rules: voice-volume and raised-voice. */
type Side = [verdict: Finding['verdict'], places: number, occasion: boolean];
test.each<[what: string, decided: Side, decision: boolean, other: Side, answer: 'yes' | 'no' | 'na' | null]>([
  ['a kept rule that is agreed to leaves a breach open', ['met', 1, true], true, ['not_met', 1, true], null],
  ['a false alarm leaves the other breach open', ['not_met', 1, true], false, ['not_met', 1, true], null],
  ['a kept rule leaves a question with a place open', ['met', 1, true], true, ['cannot_tell', 1, true], null],
  ['nothing heard of by the other rule is no question', ['met', 1, true], true, ['cannot_tell', 0, true], 'yes'],
  ['no occasion is no N/A while a breach is open', ['met', 0, false], true, ['not_met', 1, true], null],
  ['no occasion is no N/A where the other rule had one', ['met', 0, false], true, ['met', 1, true], null],
  ['no occasion of either is N/A', ['met', 0, false], true, ['met', 0, false], 'na'],
  ['a breach is one, whatever else is open', ['not_met', 1, true], true, ['not_met', 1, true], 'no'],
])('%s', async (_what, [verdict, places, occasion], decision, other, answer) => {
  const id = addFinding(bench.library, 'voice-volume', verdict, places, { occasion });
  addFinding(bench.library, 'raised-voice', other[0], other[1], { occasion: other[2] });
  const { id: reviewId } = await bench.open();
  const review = await bench.reviews.decide({ reviewId, findingId: id, decision }, {});
  expect(review.answers.find(({ itemId }) => itemId === 'volume')?.answer).toBe(answer);
});

test('the item is answered once its last accusation is decided, and open again when that is taken back', async () => {
  const first = addFinding(bench.library, 'voice-volume', 'not_met');
  const last = addFinding(bench.library, 'raised-voice', 'not_met');
  const { id: reviewId } = await bench.open();
  const decide = async (findingId: string, decision: boolean | null) =>
    (await bench.reviews.decide({ reviewId, findingId, decision }, {})).answers.find(
      ({ itemId }) => itemId === 'volume',
    )?.answer;
  expect(await decide(first, false)).toBeNull();
  expect(await decide(last, false)).toBe('yes');
  expect(await decide(last, null)).toBeNull();
});

test('a fatal finding that fails the form by one item is not decided by the answer to another item', async () => {
  const id = addFinding(bench.library, 'forbidden-phrase', 'not_met', 1, { severity: 'fatal' });
  const review = await bench.open();
  const own = await bench.templates.get({ id: 'service-standard' }, {});
  const twice: Template = {
    ...own,
    sections: own.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === 'courtesy' ? { ...item, rules: ['forbidden-phrase'] } : item)),
    })),
  };
  const findings = await bench.findings.list({ recordingIds: [review.recordingId] }, {});
  const open = (...itemIds: string[]) =>
    undecidedFatal(
      twice,
      findings,
      answeredByHand(findings, new Map(itemIds.map((item) => [item, { answer: 'yes', count: null }]))),
    ).map((finding) => finding.id);
  expect(open('courtesy')).toEqual([id]);
  expect(open('forbidden')).toEqual([]);
});
