import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding, Review } from '../contract/index.ts';
import { score } from '../scoring/score.ts';
import { addFinding, addRecording, createReviewBench, type ReviewBench, recordingFile } from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

const found = (rule: string, verdict: Finding['verdict'], more = {}) =>
  addFinding(bench.library, rule, verdict, 1, more);
const none = (rule: string) => found(rule, 'met', { occasion: false });
const item = (review: Review, id: string) => review.answers.find((answer) => answer.itemId === id)!;
const submit = (reviewId: string) => bench.reviews.submit({ reviewId, restPass: true }, {});
const answer = (reviewId: string, itemId: string, given: 'yes' | 'no') =>
  bench.reviews.answer({ reviewId, itemId, answer: given }, {});

describe('the machine', () => {
  test.each([
    ['hold-consent', 'hold-consent', '通话中没有等待，此项不适用。', /no wait in this call.*does not apply/],
    ['hold-thanks', 'hold-thanks', '通话中没有等待，此项不适用。', /no wait/],
    ['transfer-consent', 'transfer-consent', '通话中没有转接，此项不适用。', /no transfer/],
    ['pushing-off', 'no-pushing-off', '通话中没有出现此项所说的情形，此项不适用。', /did not happen/],
  ])('proposes N/A where %s had no occasion, and says why in words', async (rule, itemId, zh, en) => {
    const finding = none(rule);
    expect(item(await bench.open(), itemId)).toMatchObject({
      answer: null,
      machine: {
        verdict: null,
        answer: 'na',
        count: null,
        findingIds: [finding],
        reason: { zh, en: expect.stringMatching(en) },
      },
    });
  });

  test.each([
    ['met', 'yes'],
    ['not_met', 'no'],
    ['cannot_tell', null],
  ] as const)('lets the rule that had an occasion decide a mixture: %s', async (verdict, proposed) => {
    none('rhetorical-question');
    found('forbidden-phrase', verdict);
    const review = await bench.open('conduct-call-deductions');
    expect(item(review, 'wording').machine).toMatchObject({ verdict, answer: proposed, reason: null });
  });

  test('proposes N/A on a counted item too, without a count', async () => {
    none('rhetorical-question');
    none('forbidden-phrase');
    const review = await bench.open('conduct-call-deductions');
    expect(item(review, 'wording').machine).toMatchObject({ answer: 'na', count: null });
    expect(item(await submit(review.id), 'wording')).toMatchObject({ answer: 'na', count: null, filled: true });
  });

  test('proposes nothing where the item forbids N/A: it stays open and counts as the rest', async () => {
    none('forbidden-phrase');
    const review = await bench.open();
    expect(item(review, 'forbidden').machine).toMatchObject({ verdict: 'cannot_tell', answer: null });
    expect(item(review, 'forbidden').machine?.reason?.zh).toContain('此项不允许“不适用”，由人判断');
    expect(item(await submit(review.id), 'forbidden')).toMatchObject({ answer: 'yes', filled: true });
  });

  test('has no score by absent occasions alone, and reckons its verdicts without what did not happen', async () => {
    none('hold-consent');
    expect((await bench.open()).machineScore).toBeNull();
    found('greeting', 'not_met');
    // 4 of the 28 points of the chapter, of which 4 are N/A: 4 / 24 × 28.
    expect((await bench.open()).machineScore).toBe(9533);
  });

  test('takes a situation that only another rule knows from there', async () => {
    const review = await bench.open();
    expect(item(review, 'transfer-picked-up').machine).toBeNull();
    none('transfer-consent');
    const later = await bench.open();
    expect(item(later, 'transfer-picked-up').machine).toMatchObject({
      answer: 'na',
      findingIds: [],
      reason: { zh: '通话中没有转接，此项不适用。' },
    });
    expect(item(await submit(later.id), 'transfer-picked-up')).toMatchObject({ answer: 'na', filled: true });
  });
});

describe('one key', () => {
  test('fills N/A in, and gives the score that the draft showed', async () => {
    for (const rule of ['hold-consent', 'hold-thanks', 'transfer-consent']) none(rule);
    const { id } = await bench.open();
    const shown = (await answer(id, 'greeting', 'no')).score;
    // 4 of 28 points, of which 9 are N/A: 4 / 19 × 28.
    expect(shown.before).toBe(9411);
    const review = await submit(id);
    expect(review.score.before).toBe(9411);
    expect(item(review, 'hold-thanks')).toMatchObject({ answer: 'na', filled: true });
    const line = bench.library.raw.prepare(`SELECT answer, applicable, possible FROM review_lines WHERE item_id = ?`);
    expect(line.get('hold-thanks')).toEqual({ answer: 'na', applicable: 0, possible: 0 });
  });

  test('does the same for a whole review at once', async () => {
    for (const rule of ['hold-consent', 'hold-thanks', 'transfer-consent']) none(rule);
    const whole = { recording: recordingFile, template: 'service-standard', inspector: '李强', restPass: true };
    const review = await bench.reviews.submitWhole({ ...whole, answers: { greeting: { answer: 'no' } } }, {});
    expect(review.score.before).toBe(9411);
  });

  test('leaves a person’s answer: who says yes gives the points', async () => {
    none('hold-consent');
    const { id } = await bench.open();
    await answer(id, 'hold-consent', 'yes');
    expect(item(await submit(id), 'hold-consent')).toMatchObject({ answer: 'yes', filled: false });
  });
});

test.each([
  [true, 'na'],
  [false, 'no'],
] as const)('who decides %s on "no occasion" answers %s', async (decision, expected) => {
  const findingId = none('hold-consent');
  const { id: reviewId } = await bench.open();
  const review = await bench.reviews.decide({ reviewId, findingId, decision }, {});
  expect(item(review, 'hold-consent').answer).toBe(expected);
});

describe('a call without hold or transfer that fails greeting and service number', () => {
  const failed = new Map(['greeting', 'agent-id'].map((id) => [id, { answer: 'no' as const, count: null }]));

  test('scores less than by the free points of what did not happen', async () => {
    await bench.context.library.raw.prepare(`UPDATE recordings SET direction = 'inbound'`).run();
    const waiting = ['hold-consent', 'hold-thanks', 'in-touch-during-wait', 'wait-over-limit'];
    for (const rule of [...waiting, 'transfer-consent']) none(rule);
    found('greeting', 'not_met');
    found('agent-id', 'not_met');
    const draft = await bench.open();
    const template = await bench.templates.get({ id: 'service-standard' }, {});
    const before = score(template, failed, new Set(['outline', 'outbound-name']));
    expect(before).toMatchObject({ before: 8992, passed: true });
    expect(draft.machineScore).toBe(score(template, failed, exemptOf(draft)).before);
    for (const id of failed.keys()) await answer(draft.id, id, 'no');
    const review = await submit(draft.id);
    expect(review.score).toMatchObject({ before: 8320, passed: false });
    expect(draft.machineScore).toBe(8320);
  });
});

const exemptOf = (review: Review) =>
  new Set(review.answers.flatMap(({ itemId, machine }) => (machine?.answer === 'na' ? [itemId] : [])));

test('a review that was submitted before stays as it is, to the cent and to the answer', async () => {
  found('hold-consent', 'met');
  const { id: reviewId } = await bench.open();
  await answer(reviewId, 'greeting', 'no');
  const { score: submitted, answers } = await submit(reviewId);
  const stored = () => bench.library.raw.prepare('SELECT before, after, raw, passed, machine_score FROM reviews').get();
  const figures = stored();
  bench.library.raw.prepare(`UPDATE findings SET occasion = 0`).run();
  const later = await bench.reviews.get({ reviewId }, {});
  expect(later.score).toEqual(submitted);
  expect(later.answers.map((given) => given.answer)).toEqual(answers.map((given) => given.answer));
  expect(stored()).toEqual(figures);
});
