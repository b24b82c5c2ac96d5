/** A call that the machine has not looked at is not passed by the routine gesture. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addFinding, addRecording, createReviewBench, type ReviewBench, recordingFile } from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

const status = (now: 'imported' | 'analysed' | 'failed') =>
  bench.library.raw.prepare('UPDATE recordings SET status = ?').run(now);
const submit = (reviewId: string, passUnchecked?: boolean) =>
  bench.reviews.submit({ reviewId, restPass: true, passUnchecked }, {});
const refusal = { code: 'NOT_ANALYSED', params: { count: 48 } };

describe.each(['imported', 'failed'] as const)('of a call that is %s', (state) => {
  beforeEach(() => status(state));

  test('the review says that nobody checked it, and submitting the rest is refused', async () => {
    const review = await bench.open();
    expect(review).toMatchObject({ unchecked: 48, openFatal: [] });
    await expect(submit(review.id)).rejects.toMatchObject(refusal);
    expect((await bench.reviews.get({ reviewId: review.id }, {})).state).toBe('draft');
    expect(bench.audit().some(({ action }) => action === 'review.submit')).toBe(false);
  });

  test('it is passed knowingly, the audit log keeps it, and the submitted review still says so', async () => {
    const { id } = await bench.open();
    expect(await submit(id, true)).toMatchObject({ state: 'submitted', unchecked: 48, machineScore: null });
    const entry = bench.audit().find(({ action }) => action === 'review.submit')!;
    expect(JSON.parse(entry.detail)).toMatchObject({ unchecked: 48 });
  });

  test('items that a person answered are checked', async () => {
    const { id, answers } = await bench.open();
    for (const { itemId } of answers) await bench.reviews.answer({ reviewId: id, itemId, answer: 'yes' }, {});
    await expect(submit(id)).resolves.toMatchObject({ state: 'submitted', unchecked: 0 });
  });

  test('what an earlier analysis found is a look at it', async () => {
    addFinding(bench.library, 'greeting', 'met');
    const { id, unchecked } = await bench.open();
    expect(unchecked).toBe(0);
    await expect(submit(id)).resolves.toMatchObject({ state: 'submitted' });
  });

  test('a whole review at once is refused and leaves nothing, or is told to pass it', async () => {
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
    await expect(whole({})).rejects.toMatchObject(refusal);
    expect(bench.library.raw.prepare('SELECT count(*) FROM reviews').pluck().get()).toBe(0);
    await expect(whole({ passUnchecked: true })).resolves.toMatchObject({ unchecked: 48 });
  });
});

test('an analysed call in which nothing was found is passed as ever, and says nothing of it', async () => {
  const { id, unchecked } = await bench.open();
  expect(unchecked).toBe(0);
  await submit(id);
  expect(JSON.parse(bench.audit().find(({ action }) => action === 'review.submit')!.detail)).not.toHaveProperty(
    'unchecked',
  );
});

test('an analysis that ends while the draft is open lifts the bar', async () => {
  status('imported');
  const { id } = await bench.open();
  status('analysed');
  await expect(submit(id)).resolves.toMatchObject({ state: 'submitted', unchecked: 0 });
});
