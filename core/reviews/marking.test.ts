import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Review } from '../contract/index.ts';
import { addFinding, addRecording, createReviewBench, type ReviewBench, recordingId } from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

const item = (review: Review, id: string) => review.answers.find((answer) => answer.itemId === id)!;
const answer = (review: Review, itemId: string, given: 'yes' | 'partly' | 'no' | 'na' | null, more = {}) =>
  bench.reviews.answer({ reviewId: review.id, itemId, answer: given, ...more }, {});

describe('opening', () => {
  test('a call gets one draft with the default template and nothing answered', async () => {
    const review = await bench.open();
    expect(review).toMatchObject({ templateId: 'service-standard', state: 'draft', inspector: '王倩', comments: [] });
    expect(review.answers).toHaveLength(48);
    expect(review.score).toMatchObject({ before: 10_000, answered: 0, total: 48 });
    expect((await bench.open('conduct-call-deductions')).id).toBe(review.id);
  });

  test('two windows that open a call at once share one draft', async () => {
    const [one, two] = await Promise.all([bench.open(), bench.open()]);
    expect(one.id).toBe(two.id);
  });

  test('a call that is not in the library is an expected error', async () => {
    await expect(bench.reviews.open({ recordingId: 'nowhere' }, {})).rejects.toMatchObject({
      code: 'RECORDING_NOT_FOUND',
    });
    await expect(bench.reviews.get({ reviewId: 'nowhere' }, {})).rejects.toMatchObject({ code: 'REVIEW_NOT_FOUND' });
  });
});

describe('answering', () => {
  test('an answer changes the live score at once and can be taken back', async () => {
    const review = await bench.open();
    const worse = await answer(review, 'wait-limit', 'no', { cause: 'process' });
    expect(worse.score).toMatchObject({ before: 9500, answered: 1 });
    expect(item(worse, 'wait-limit')).toMatchObject({ answer: 'no', cause: 'process' });
    const back = await answer(review, 'wait-limit', null);
    expect(back.score).toMatchObject({ before: 10_000, answered: 0 });
    expect(item(back, 'wait-limit')).toMatchObject({ answer: null, cause: null });
  });

  test('a fatal answer shows both figures before anything is submitted', async () => {
    const { score } = await answer(await bench.open(), 'forbidden', 'no');
    expect(score).toMatchObject({ before: 9300, after: 0, passed: false, fatal: ['forbidden'] });
  });

  test('the cause stays while the answer stays, and goes with the lost mark', async () => {
    const review = await bench.open();
    await answer(review, 'greeting', 'no', { cause: 'skill' });
    expect(item(await answer(review, 'greeting', 'no'), 'greeting').cause).toBe('skill');
    expect(item(await answer(review, 'greeting', 'yes'), 'greeting').cause).toBeNull();
  });

  test('counted breaches cost their points each', async () => {
    const review = await bench.open('conduct-call-deductions');
    const twice = await answer(review, 'waiting', 'no', { count: 2 });
    expect(twice.score.before).toBe(9000);
    expect(item(twice, 'waiting')).toMatchObject({ answer: 'no', count: 2 });
    expect(item(await answer(review, 'wording', 'no'), 'wording').count).toBe(1);
    expect(item(await answer(review, 'waiting', 'yes'), 'waiting').count).toBe(0);
  });

  test.each([
    ['an item of another template', 'service-standard', 'waiting', 'no', {}],
    ['N/A where the template forbids it', 'service-standard', 'forbidden', 'na', {}],
    ['"partly" where it is not offered', 'service-standard', 'three-rings', 'partly', {}],
    ['a count on a judged item', 'service-standard', 'greeting', 'no', { count: 1 }],
    ['a count that contradicts the answer', 'conduct-call-deductions', 'waiting', 'yes', { count: 2 }],
    ['"partly" on a counted item', 'conduct-call-deductions', 'waiting', 'partly', {}],
    ['a cause that the template does not know', 'service-standard', 'greeting', 'no', { cause: 'weather' }],
  ] as const)('%s is refused by name and changes nothing', async (_what, template, itemId, given, more) => {
    const review = await bench.open(template);
    await expect(answer(review, itemId, given, more)).rejects.toMatchObject({
      code: 'ANSWER_INVALID',
      params: { item: itemId },
    });
    expect(await bench.reviews.get({ reviewId: review.id }, {})).toEqual(review);
  });
});

describe('the machine', () => {
  test('suggests yes where the standard was met, no where not, and nothing where it cannot tell', async () => {
    addFinding(bench.library, 'greeting', 'met');
    addFinding(bench.library, 'wait-over-limit', 'not_met');
    addFinding(bench.library, 'closing', 'cannot_tell');
    const review = await bench.open();
    const suggested = (id: string) => item(review, id).machine?.answer;
    expect([suggested('greeting'), suggested('wait-limit'), suggested('closing'), suggested('courtesy')]).toEqual([
      'yes',
      'no',
      null,
      undefined,
    ]);
    expect(review.answers.every((given) => given.answer === null)).toBe(true);
    expect(review.score.before).toBe(10_000);
    expect(review.machineScore).toBe(9500);
  });

  test('never overwrites a person: both verdicts are kept', async () => {
    addFinding(bench.library, 'greeting', 'not_met');
    const review = await answer(await bench.open(), 'greeting', 'yes');
    expect(item(review, 'greeting')).toMatchObject({ answer: 'yes', machine: { verdict: 'not_met', answer: 'no' } });
  });

  test('of several rules on an item one breach is enough, and each place counts', async () => {
    addFinding(bench.library, 'forbidden-phrase', 'not_met', 3);
    addFinding(bench.library, 'rhetorical-question', 'met');
    const review = await bench.open('conduct-call-deductions');
    expect(item(review, 'wording').machine).toMatchObject({ verdict: 'not_met', answer: 'no', count: 3 });
    expect(review.machineScore).toBe(8500);
  });

  test('a place that two rules of an item find is one occurrence, and each place of one rule is its own', async () => {
    const places = (rule: string, ...spans: [number, number][]) => {
      const id = addFinding(bench.library, rule, 'not_met', 0);
      const place = bench.library.raw.prepare(
        'INSERT INTO finding_evidence (finding_id, seq, start_ms, end_ms) VALUES (?, ?, ?, ?)',
      );
      for (const [index, [start, end]] of spans.entries()) place.run(id, index, start * 1000, end * 1000);
    };
    places('wait-over-limit', [10, 80], [100, 170]);
    places('hold-without-music', [12, 80], [200, 240]);
    const review = await bench.open('conduct-call-deductions');
    expect(item(review, 'waiting').machine).toMatchObject({ answer: 'no', count: 3 });
  });

  test('of several rules on an item one that cannot tell leaves a clean item open', async () => {
    addFinding(bench.library, 'forbidden-phrase', 'cannot_tell');
    addFinding(bench.library, 'rhetorical-question', 'met');
    const review = await bench.open('conduct-call-deductions');
    expect(item(review, 'wording').machine).toMatchObject({ verdict: 'cannot_tell', answer: null, count: null });
  });
});

describe('deciding a finding', () => {
  const decide = (review: Review, findingId: string, decision: boolean | null) =>
    bench.reviews.decide({ reviewId: review.id, findingId, decision }, {});

  test.each([
    ['not_met', true, 'no'],
    ['not_met', false, 'yes'],
    ['met', true, 'yes'],
    ['met', false, 'no'],
    ['cannot_tell', true, 'no'],
    ['cannot_tell', false, 'yes'],
  ] as const)(
    '%s decided %s scores the item "%s" and is kept with the finding',
    async (verdict, decision, expected) => {
      const finding = addFinding(bench.library, 'wait-over-limit', verdict);
      const review = await decide(await bench.open(), finding, decision);
      expect(item(review, 'wait-limit').answer).toBe(expected);
      const stored = bench.library.raw.prepare('SELECT decision, decided_by FROM findings').get();
      expect(stored).toEqual({ decision: Number(decision), decided_by: '王倩' });
    },
  );

  test('a confirmed breach outweighs a false alarm on the same item', async () => {
    const phrase = addFinding(bench.library, 'forbidden-phrase', 'not_met', 2);
    const question = addFinding(bench.library, 'rhetorical-question', 'not_met', 4);
    const review = await bench.open('conduct-call-deductions');
    await decide(review, phrase, true);
    expect(item(await decide(review, question, false), 'wording')).toMatchObject({ answer: 'no', count: 2 });
    expect(item(await decide(review, phrase, false), 'wording')).toMatchObject({ answer: 'yes', count: 0 });
  });

  test('two decisions at the same moment both count', async () => {
    const phrase = addFinding(bench.library, 'forbidden-phrase', 'not_met', 2);
    const question = addFinding(bench.library, 'rhetorical-question', 'not_met');
    const review = await bench.open('conduct-call-deductions');
    await Promise.all([decide(review, phrase, true), decide(review, question, false)]);
    const now = await bench.reviews.get({ reviewId: review.id }, {});
    expect(item(now, 'wording')).toMatchObject({ answer: 'no', count: 2 });
  });

  test('taken back it opens the item again, but not one that a person has answered otherwise', async () => {
    const finding = addFinding(bench.library, 'wait-over-limit', 'not_met');
    const review = await bench.open();
    await decide(review, finding, true);
    expect(item(await decide(review, finding, null), 'wait-limit').answer).toBeNull();
    await decide(review, finding, true);
    await answer(review, 'wait-limit', 'na');
    expect(item(await decide(review, finding, null), 'wait-limit').answer).toBe('na');
  });

  test('a finding of another call is refused', async () => {
    await expect(decide(await bench.open(), 'f-elsewhere', true)).rejects.toMatchObject({ code: 'FINDING_NOT_FOUND' });
  });

  test('after the submission neither answer nor finding changes', async () => {
    const finding = addFinding(bench.library, 'wait-over-limit', 'not_met');
    const review = await bench.open();
    await bench.reviews.submit({ reviewId: review.id, restPass: true }, {});
    await expect(decide(review, finding, true)).rejects.toMatchObject({ code: 'REVIEW_NOT_DRAFT' });
    expect(bench.library.raw.prepare('SELECT decision FROM findings').pluck().get()).toBeNull();
  });
});

describe('comments', () => {
  test('stand at their place in the recording, moved as a whole, and go', async () => {
    const { id: reviewId } = await bench.open();
    await bench.reviews.addComment({ reviewId, itemId: null, at: 80.25, text: '整体不错' }, {});
    const span = { reviewId, itemId: 'wait-limit', at: 28.44, end: 102.441, text: '等了 74 秒', quote: '请您稍等' };
    const [first, second] = (await bench.reviews.addComment(span, {})).comments;
    expect(first).toMatchObject({
      itemId: 'wait-limit',
      at: 28.44,
      end: 102.441,
      text: '等了 74 秒',
      quote: '请您稍等',
    });
    expect(second).toMatchObject({ itemId: null, at: 80.25, end: null, quote: null });
    const moved = await bench.reviews.updateComment({ reviewId, commentId: first!.id, at: 27.44 }, {});
    expect(moved.comments[0]).toMatchObject({ at: 27.44, end: 101.441, text: '等了 74 秒' });
    const left = await bench.reviews.removeComment({ reviewId, commentId: first!.id }, {});
    expect(left.comments.map((comment) => comment.text)).toEqual(['整体不错']);
  });

  test('on an unknown item, an unknown comment or a reversed span are refused', async () => {
    const { id: reviewId } = await bench.open();
    const add = (more: object) => bench.reviews.addComment({ reviewId, itemId: null, at: 5, text: '', ...more }, {});
    await expect(add({ itemId: 'waiting' })).rejects.toMatchObject({ code: 'ANSWER_INVALID' });
    await expect(add({ end: 4 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const gone = bench.reviews.removeComment({ reviewId, commentId: 'gone' }, {});
    await expect(gone).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
  });
});

describe('listening', () => {
  test('heard spans are merged, and repeated listening counts once', async () => {
    const { id: reviewId } = await bench.open();
    const spans = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
      { start: 5, end: 20 },
    ];
    await bench.reviews.heard({ reviewId, spans, workMs: 1000 }, {});
    const review = await bench.reviews.heard({ reviewId, spans: [{ start: 95, end: 120 }], workMs: 500 }, {});
    expect(review.heard).toEqual([
      { start: 0, end: 30 },
      { start: 95, end: 100 },
    ]);
    expect(review).toMatchObject({ heardRatio: 0.35, workMs: 1500 });
  });

  test('a submitted call that is played on counts as heard, and not as work', async () => {
    const { id: reviewId } = await bench.open();
    await bench.reviews.heard({ reviewId, spans: [{ start: 0, end: 10 }], workMs: 1000 }, {});
    const before = await bench.reviews.submit({ reviewId, restPass: true, passFatal: [] }, {});
    const after = await bench.reviews.heard({ reviewId, spans: [{ start: 40, end: 60 }], workMs: 700 }, {});
    expect(after).toMatchObject({ state: 'submitted', heardRatio: 0.3, workMs: 1000, score: before.score });
    expect(after.submittedAt).toBe(before.submittedAt);
  });

  test('spans, times and answers that arrive together all stay', async () => {
    const review = await bench.open();
    const seconds = Array.from({ length: 20 }, (_, second) => second);
    await Promise.all(
      seconds.flatMap((second) => [
        bench.reviews.heard({ reviewId: review.id, spans: [{ start: second, end: second + 1 }], workMs: 7 }, {}),
        answer(review, review.answers[second]!.itemId, 'no'),
      ]),
    );
    const now = await bench.reviews.get({ reviewId: review.id }, {});
    expect(now).toMatchObject({ heard: [{ start: 0, end: 20 }], workMs: 140, score: { answered: 20 } });
  });
});

test('every change is told to whoever listens', async () => {
  const stop = new AbortController();
  const topics: string[] = [];
  const listening = (async () => {
    for await (const event of bench.context.events.subscribe(stop.signal))
      if (event.type === 'changed') topics.push(event.topic);
  })();
  const review = await bench.open();
  await answer(review, 'greeting', 'yes');
  stop.abort();
  await listening;
  expect(topics).toEqual(expect.arrayContaining(['reviews', 'recordings']));
  expect(recordingId).toBe(review.recordingId);
});
