/** A fatal finding that nobody decided is not passed by the routine gesture. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding, Review } from '../contract/index.ts';
import { addFinding, addRecording, createReviewBench, type ReviewBench, recordingFile } from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

const fatal = (verdict: Finding['verdict'] = 'not_met', places = 1) =>
  addFinding(bench.library, 'forbidden-phrase', verdict, places, { severity: 'fatal' });
const submit = (reviewId: string, passFatal?: string[]) =>
  bench.reviews.submit({ reviewId, restPass: true, passFatal }, {});
const stateOf = async (reviewId: string) => (await bench.reviews.get({ reviewId }, {})).state;
const refusal = { code: 'FATAL_UNDECIDED', params: { count: 1, rules: 'forbidden-phrase' } };
const decide = (reviewId: string, findingId: string, decision: boolean | null) =>
  bench.reviews.decide({ reviewId, findingId, decision }, {});
const answer = (reviewId: string, itemId: string, given: 'yes' | 'no', count?: number) =>
  bench.reviews.answer({ reviewId, itemId, answer: given, count }, {});

test('submitting is refused by name, and nothing of it is stored', async () => {
  const id = fatal();
  const review = await bench.open();
  expect(review.openFatal).toEqual([id]);
  await expect(submit(review.id)).rejects.toMatchObject({
    ...refusal,
    params: { ...refusal.params, ids: id, findingsZh: expect.stringMatching(/.+ 00:00$/) },
  });
  expect(await stateOf(review.id)).toBe('draft');
  expect(bench.audit().some(({ action }) => action === 'review.submit')).toBe(false);
});

describe('it is decided by', () => {
  test.each([
    ['属实', true, { after: 0, passed: false }],
    ['误报', false, { after: 10_000, passed: true }],
  ] as const)('%s on the finding', async (_name, decision, expected) => {
    const id = fatal();
    const { id: reviewId } = await bench.open();
    expect((await decide(reviewId, id, decision)).openFatal).toEqual([]);
    expect((await submit(reviewId)).score).toMatchObject(expected);
  });

  test('an answer that a person gave to its item', async () => {
    fatal();
    const { id } = await bench.open();
    expect((await answer(id, 'forbidden', 'yes')).openFatal).toEqual([]);
    expect((await submit(id)).score).toMatchObject({ after: 10_000, passed: true });
  });

  test('a decision that is taken back is none', async () => {
    const id = fatal();
    const { id: reviewId } = await bench.open();
    await decide(reviewId, id, false);
    await decide(reviewId, id, null);
    await expect(submit(reviewId)).rejects.toMatchObject(refusal);
  });

  test('but not by a decision on another finding of the same item', async () => {
    const id = fatal();
    const other = addFinding(bench.library, 'rhetorical-question', 'not_met');
    const { id: reviewId } = await bench.open('conduct-call-deductions');
    expect((await decide(reviewId, other, false)).openFatal).toEqual([id]);
    await expect(submit(reviewId)).rejects.toMatchObject(refusal);
    expect((await answer(reviewId, 'wording', 'no', 2)).openFatal).toEqual([]);
  });
});

describe('what counts as one', () => {
  const openIn = async (template?: string): Promise<Review> => bench.open(template);
  test.each([
    ['a question that a place in the call raises', 'cannot_tell', 1, 1],
    ['no question without a place', 'cannot_tell', 0, 0],
    ['nothing that is kept', 'met', 1, 0],
  ] as const)('%s', async (_name, verdict, places, count) => {
    fatal(verdict, places);
    expect((await openIn()).openFatal).toHaveLength(count);
  });

  test('a serious breach on an item that fails the form', async () => {
    addFinding(bench.library, 'forbidden-phrase', 'not_met');
    expect((await openIn()).openFatal).toHaveLength(1);
  });

  test('a fatal breach that no item of the form asks for', async () => {
    const id = addFinding(bench.library, 'own-9', 'not_met', 1, { severity: 'fatal' });
    const review = await openIn();
    await expect(submit(review.id)).rejects.toMatchObject({ code: 'FATAL_UNDECIDED' });
    await decide(review.id, id, true);
    await expect(submit(review.id)).resolves.toMatchObject({ state: 'submitted' });
  });

  test('neither a serious breach elsewhere nor a mark', async () => {
    addFinding(bench.library, 'wait-over-limit', 'not_met');
    fatal();
    bench.library.raw.prepare(`UPDATE findings SET mark = 1 WHERE severity = 'fatal'`).run();
    const review = await openIn();
    expect(review.openFatal).toEqual([]);
    await expect(submit(review.id)).resolves.toMatchObject({ state: 'submitted' });
  });
});

describe('passing it knowingly', () => {
  test.each(['f-forbidden-phrase', 'forbidden-phrase'])(
    'needs its name, and the audit log keeps it: %s',
    async (name) => {
      const id = fatal();
      const { id: reviewId } = await bench.open();
      expect(await submit(reviewId, [name])).toMatchObject({
        state: 'submitted',
        score: { after: 10_000, passed: true },
      });
      const entry = bench.audit().find(({ action }) => action === 'review.submit')!;
      expect(JSON.parse(entry.detail)).toMatchObject({
        passedUndecided: [{ id, rule: 'forbidden-phrase', verdict: 'not_met' }],
      });
    },
  );

  test('of two wants both names', async () => {
    fatal();
    addFinding(bench.library, 'own-9', 'not_met', 0, { severity: 'fatal' });
    const { id } = await bench.open();
    await expect(submit(id, ['forbidden-phrase'])).rejects.toMatchObject({ params: { count: 1, rules: 'own-9' } });
    await expect(submit(id, ['forbidden-phrase', 'own-9'])).resolves.toMatchObject({ state: 'submitted' });
  });
});

describe('a whole review at once', () => {
  const whole = (more: object) =>
    bench.reviews.submitWhole(
      {
        recording: recordingFile,
        template: 'service-standard',
        inspector: '李强',
        answers: {},
        restPass: true,
        ...more,
      },
      {},
    );

  test('is refused with an open fatal finding, and leaves the recording as it was', async () => {
    fatal();
    await expect(whole({})).rejects.toMatchObject(refusal);
    expect(bench.library.raw.prepare('SELECT count(*) FROM reviews').pluck().get()).toBe(0);
  });

  test('decides it by the answer that it gives, or passes it by name', async () => {
    fatal();
    addRecording(bench.library, 'rec-2', 'b.wav');
    const answered = await whole({ answers: { forbidden: { answer: 'yes' } } });
    expect(answered.score).toMatchObject({ after: 10_000, passed: true });
    bench.library.raw.prepare(`UPDATE findings SET recording_id = 'rec-2'`).run();
    await expect(whole({ recording: 'rec-2' })).rejects.toMatchObject(refusal);
    await expect(whole({ recording: 'rec-2', passFatal: ['forbidden-phrase'] })).resolves.toBeDefined();
  });
});
