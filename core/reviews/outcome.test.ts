import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Review, ReviewRow, type ScoreLine } from '../contract/index.ts';
import { score } from '../scoring/score.ts';
import {
  addFinding,
  addRecording,
  createReviewBench,
  itemIds,
  monday10,
  type ReviewBench,
  recordingFile,
} from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

const submit = (reviewId: string, restPass = true) => bench.reviews.submit({ reviewId, restPass }, {});
const storedLines = () =>
  bench.library.raw
    .prepare('SELECT item_id AS itemId, possible, earned, lost, article, cause FROM review_lines')
    .all() as (Pick<ScoreLine, 'itemId' | 'possible' | 'earned' | 'lost'> & { article: string; cause: string })[];
const listed = () =>
  bench.library.raw.prepare('SELECT review_state AS state, score, passed FROM recordings').get() as object;

describe('submitting', () => {
  test("one key submits a clean call: open items get the template's rest answer", async () => {
    const { id } = await bench.open();
    const review = await submit(id);
    expect(review).toMatchObject({
      state: 'submitted',
      submittedAt: monday10,
      undoUntil: monday10 + 10_000,
      score: { before: 10_000, after: 10_000, passed: true, excellent: true },
    });
    expect(review.answers.every(({ answer, filled }) => answer === 'yes' && filled)).toBe(true);
    expect(listed()).toEqual({ state: 'submitted', score: 10_000, passed: 1 });
  });

  test('without "the rest is fine" open items stop it, with their number', async () => {
    const { id, answers } = await bench.open();
    await bench.reviews.answer({ reviewId: id, itemId: answers[0]!.itemId, answer: 'yes' }, {});
    await expect(submit(id, false)).rejects.toMatchObject({ code: 'REVIEW_INCOMPLETE', params: { count: 47 } });
    expect((await bench.reviews.get({ reviewId: id }, {})).state).toBe('draft');
    expect(storedLines()).toEqual([]);
  });

  test('the stored lines say what was applied and add up to the stored score', async () => {
    const { id } = await bench.open();
    await bench.reviews.answer({ reviewId: id, itemId: 'wait-limit', answer: 'no', cause: 'process' }, {});
    await bench.reviews.answer({ reviewId: id, itemId: 'outline', answer: 'na' }, {});
    await bench.reviews.answer({ reviewId: id, itemId: 'greeting', answer: 'partly' }, {});
    const { score: shown, answers } = await submit(id);
    expect(answers.filter(({ filled }) => !filled).map(({ itemId }) => itemId)).toEqual(
      expect.arrayContaining(['wait-limit', 'outline', 'greeting']),
    );
    expect(answers.filter(({ filled }) => filled)).toHaveLength(45);
    const lines = storedLines();
    expect(lines).toHaveLength(48);
    expect(lines.reduce((sum, line) => sum + line.earned, 0)).toBe(shown.before);
    expect(lines.reduce((sum, line) => sum + line.possible, 0)).toBe(10_000);
    expect(lines.find((line) => line.itemId === 'wait-limit')).toEqual({
      itemId: 'wait-limit',
      possible: 500,
      earned: 0,
      lost: 500,
      article: '24.14',
      cause: 'process',
    });
    expect(lines.find((line) => line.itemId === 'outline')).toMatchObject({ possible: 0, lost: 0 });
  });

  test('a stored score can be computed again from the stored version and answers', async () => {
    const { id, answers } = await bench.open();
    for (const [index, { itemId }] of answers.entries())
      if (index % 5 === 1) await bench.reviews.answer({ reviewId: id, itemId, answer: 'no' }, {});
    await submit(id);
    const row = bench.library.raw.prepare('SELECT * FROM reviews').get() as Record<string, unknown>;
    const rows = bench.library.raw.prepare('SELECT item_id, answer, count FROM review_answers').all() as {
      item_id: string;
      answer: 'yes' | 'no';
      count: number | null;
    }[];
    const template = await bench.templates.get(
      { id: row.template_id as string, version: row.template_version as number },
      {},
    );
    const again = score(template, new Map(rows.map(({ item_id, ...given }) => [item_id, given])));
    expect(again).toMatchObject({ before: row.before, after: row.after, passed: row.passed === 1 });
    expect(again.lines.map(({ possible, earned, lost }) => ({ possible, earned, lost }))).toEqual(
      template.sections
        .flatMap((section) => section.items)
        .map((item) => storedLines().find((line) => line.itemId === item.id)!)
        .map(({ possible, earned, lost }) => ({ possible, earned, lost })),
    );
  });

  test('a fatal call is stored with both figures, a deduction below 0 with its raw sum', async () => {
    const { id } = await bench.open('conduct-call-deductions');
    await bench.reviews.answer({ reviewId: id, itemId: 'secrecy', answer: 'no', count: 12 }, {});
    await submit(id);
    const figures = () => bench.library.raw.prepare('SELECT before, after, raw, passed, fatal FROM reviews').get();
    expect(figures()).toEqual({ before: 0, after: 0, raw: -2000, passed: 0, fatal: 0 });
    await bench.reviews.undoSubmit({ reviewId: id }, {});
    await bench.reviews.changeTemplate({ reviewId: id, templateId: 'service-standard' }, {});
    await bench.reviews.answer({ reviewId: id, itemId: 'no-insult', answer: 'no' }, {});
    await submit(id);
    expect(figures()).toEqual({ before: 9800, after: 0, raw: null, passed: 0, fatal: 1 });
  });

  test('a call on which nothing that can be judged applies has no score', async () => {
    const { id, answers } = await bench.open('conduct-call-deductions');
    for (const { itemId } of answers) await bench.reviews.answer({ reviewId: id, itemId, answer: 'na' }, {});
    expect((await submit(id)).score).toMatchObject({ before: null, after: null, raw: null, passed: null });
    expect(listed()).toEqual({ state: 'submitted', score: null, passed: null });
  });

  test('a submitted review refuses every change', async () => {
    const { id: reviewId } = await bench.open();
    await submit(reviewId);
    const changes = [
      bench.reviews.answer({ reviewId, itemId: 'greeting', answer: 'no' }, {}),
      bench.reviews.addComment({ reviewId, itemId: null, at: 1, text: '晚了' }, {}),
      bench.reviews.changeTemplate({ reviewId, templateId: 'conduct-call-deductions' }, {}),
      bench.reviews.skip({ reviewId, reason: '晚了' }, {}),
      submit(reviewId),
    ];
    for (const change of changes) await expect(change).rejects.toMatchObject({ code: 'REVIEW_NOT_DRAFT' });
  });
});

describe('undoing', () => {
  test('within 10 seconds the draft is back with the answers of the person only', async () => {
    const { id } = await bench.open();
    await bench.reviews.answer({ reviewId: id, itemId: 'greeting', answer: 'no' }, {});
    await submit(id);
    bench.time.now += 10_000;
    const review = await bench.reviews.undoSubmit({ reviewId: id }, {});
    expect(review).toMatchObject({ state: 'draft', submittedAt: null, undoUntil: null, score: { answered: 1 } });
    expect(storedLines()).toEqual([]);
    expect(listed()).toEqual({ state: 'draft', score: null, passed: null });
    expect((await bench.reviews.undoSubmit({ reviewId: id }, {})).state).toBe('draft');
  });

  test('later it has expired and the review stays submitted', async () => {
    const { id } = await bench.open();
    await submit(id);
    bench.time.now += 10_001;
    await expect(bench.reviews.undoSubmit({ reviewId: id }, {})).rejects.toMatchObject({ code: 'UNDO_EXPIRED' });
    expect(await bench.reviews.get({ reviewId: id }, {})).toMatchObject({ state: 'submitted', undoUntil: null });
  });
});

test('a skipped call keeps its reason and can be reopened', async () => {
  const { id: reviewId } = await bench.open();
  const skipped = await bench.reviews.skip({ reviewId, reason: '客户打错电话' }, {});
  expect(skipped).toMatchObject({ state: 'skipped', skipReason: '客户打错电话' });
  expect(await bench.reviews.reopen({ reviewId, reason: '再听一遍' }, {})).toMatchObject({
    state: 'draft',
    skipReason: null,
  });
});

test('the audit log knows who submitted, undid and reopened, and the score that was taken back', async () => {
  const { id: reviewId } = await bench.open();
  await bench.reviews.answer({ reviewId, itemId: 'wait-limit', answer: 'no' }, {});
  await submit(reviewId);
  await bench.reviews.undoSubmit({ reviewId }, {});
  await submit(reviewId);
  bench.time.now += 86_400_000;
  await bench.reviews.reopen({ reviewId, reason: '申诉成立' }, {});
  const audit = bench.audit().filter((entry) => entry.action.startsWith('review.'));
  expect(audit.map((entry) => entry.action)).toEqual([
    'review.submit',
    'review.undo-submit',
    'review.submit',
    'review.reopen',
  ]);
  expect(audit.every((entry) => entry.who === '王倩')).toBe(true);
  const reopened = JSON.parse(audit[3]!.detail) as { answers: Record<string, string> };
  const { version } = await bench.templates.get({ id: 'service-standard' }, {});
  expect(reopened).toMatchObject({
    reason: '申诉成立',
    before: 9500,
    after: 9500,
    template: `service-standard v${version}`,
  });
  expect(reopened.answers['wait-limit']).toBe('no');
  expect(Object.keys(reopened.answers)).toHaveLength(48);
});

describe('a whole review at once', () => {
  const whole = async (more: object = {}) =>
    bench.reviews.submitWhole(
      {
        recording: recordingFile,
        template: 'service-standard',
        inspector: '李强',
        answers: await bench.all('service-standard', 'yes'),
        ...more,
      },
      {},
    );

  test('is submitted by file name with its comments, and is the same as one made by hand', async () => {
    const answers = {
      ...(await bench.all('service-standard', 'yes')),
      'wait-limit': { answer: 'no' as const, comment: '等待 74 秒', at: 28.4, cause: 'process' },
    };
    const review = await whole({ answers });
    expect(review).toMatchObject({ state: 'submitted', inspector: '李强', score: { before: 9500, answered: 48 } });
    expect(review.comments).toMatchObject([{ itemId: 'wait-limit', at: 28.4, text: '等待 74 秒' }]);
    expect(storedLines().find((line) => line.itemId === 'wait-limit')).toMatchObject({ lost: 500, cause: 'process' });
  });

  test('a comment without a second stands where its finding does, and one without a finding at the start', async () => {
    addFinding(bench.library, 'wait-over-limit', 'not_met', 2);
    bench.library.raw.exec('UPDATE finding_evidence SET start_ms = start_ms + 12300, end_ms = end_ms + 12300');
    const answers = {
      ...(await bench.all('service-standard', 'yes')),
      'wait-limit': { answer: 'no' as const, comment: '等了很久' },
      warmth: { answer: 'no' as const, comment: '语气生硬' },
    };
    const { comments } = await whole({ answers });
    expect(comments.map(({ itemId, at }) => [itemId, at]).sort()).toEqual([
      ['wait-limit', 12.3],
      ['warmth', 0],
    ]);
  });

  test('takes counts as they are', async () => {
    const review = await whole({
      template: 'conduct-call-deductions',
      answers: { waiting: { count: 3 }, 'first-contact': { answer: 'no' } },
      restPass: true,
    });
    expect(review.score).toMatchObject({ before: 8000, raw: 8000 });
  });

  test.each([
    ['an unknown item', { answers: { nonsense: { answer: 'yes' } } }, 'ANSWER_INVALID', { item: 'nonsense' }],
    [
      'an answer that the item does not allow',
      { answers: { forbidden: { answer: 'na' } } },
      'ANSWER_INVALID',
      { item: 'forbidden' },
    ],
    ['missing items', { answers: { greeting: { answer: 'yes' } } }, 'REVIEW_INCOMPLETE', { count: 47 }],
    ['an unknown recording', { recording: 'x.wav' }, 'RECORDING_NOT_FOUND', { id: 'x.wav' }],
    ['an unknown template', { template: 'x' }, 'TEMPLATE_NOT_FOUND', { template: 'x' }],
  ])('with %s is refused whole', async (_what, more, code, params) => {
    await expect(whole(more)).rejects.toMatchObject({ code, params });
    expect(listed()).toEqual({ state: 'none', score: null, passed: null });
  });

  test('names a file that two recordings share as ambiguous', async () => {
    addRecording(bench.library, 'rec-2');
    await expect(whole()).rejects.toMatchObject({ code: 'NAME_AMBIGUOUS' });
    expect((await whole({ recording: 'rec-2' })).recordingId).toBe('rec-2');
  });

  test('takes over a draft, and the audit log keeps what the draft said', async () => {
    const draft = await bench.open('conduct-call-deductions');
    await bench.reviews.answer({ reviewId: draft.id, itemId: 'waiting', answer: 'no', count: 2 }, {});
    expect(await whole()).toMatchObject({ id: draft.id, templateId: 'service-standard', score: { before: 10_000 } });
    expect(JSON.parse(bench.audit().at(-1)!.detail)).toMatchObject({
      inspector: '李强',
      replaced: { template: `conduct-call-deductions v${draft.templateVersion}`, answers: { waiting: 2 } },
    });
    await expect(whole()).rejects.toMatchObject({ code: 'REVIEW_NOT_DRAFT' });
  });
});

describe('lists', () => {
  test('reviews are found by the day of the call and by state', async () => {
    addRecording(bench.library, 'rec-2', 'b.wav', '2026-03-03');
    const { id } = await bench.open();
    await bench.reviews.answer({ reviewId: id, itemId: 'greeting', answer: 'yes' }, {});
    const other = await bench.reviews.open({ recordingId: 'rec-2' }, {});
    await submit(other.id);
    const ids = async (filter: object) => (await bench.reviews.list(filter, {})).map((row) => row.id);
    expect(await ids({})).toHaveLength(2);
    expect(await ids({ from: '2026-03-03' })).toEqual([other.id]);
    expect(await ids({ to: '2026-03-02' })).toEqual([id]);
    expect(await ids({ states: ['draft', 'skipped'] })).toEqual([id]);
    expect(await ids({ states: ['none'] })).toEqual([]);
    expect(await ids({ limit: 1 })).toHaveLength(1);
    expect((await bench.reviews.list({ states: ['submitted'] }, {}))[0]).toMatchObject({
      file: 'b.wav',
      after: 10_000,
      passed: true,
      fatal: 0,
    });
  });

  test('a call that was only looked at is still to be reviewed, until the first answer, comment or other template', async () => {
    for (const id of ['a', 'b', 'c']) addRecording(bench.library, id, `${id}.wav`);
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((id) => bench.reviews.open({ recordingId: id }, {})));
    expect(await bench.reviews.today(undefined, {})).toMatchObject({ drafts: 0, pending: 4 });
    expect(await bench.reviews.list({}, {})).toEqual([]);
    await bench.reviews.answer({ reviewId: a!.id, itemId: 'greeting', answer: 'no' }, {});
    await bench.reviews.addComment({ reviewId: b!.id, itemId: null, at: 1, text: '语气好' }, {});
    await bench.reviews.changeTemplate({ reviewId: c!.id, templateId: 'conduct-call-deductions' }, {});
    expect(await bench.reviews.today(undefined, {})).toMatchObject({ drafts: 3, pending: 1 });
    expect(await bench.reviews.list({ states: ['draft'] }, {})).toHaveLength(3);
  });

  test("the day's work ends at midnight of the library's time zone", async () => {
    for (const id of ['a', 'b', 'c']) addRecording(bench.library, id, `${id}.wav`);
    bench.time.now = Date.UTC(2026, 2, 2, 15, 59); // 23:59 in Shanghai
    await submit((await bench.open()).id);
    const begun = await bench.reviews.open({ recordingId: 'a' }, {});
    await bench.reviews.answer({ reviewId: begun.id, itemId: 'greeting', answer: 'yes' }, {});
    expect(await bench.reviews.today(undefined, {})).toEqual({ submitted: 1, goal: 60, drafts: 1, pending: 2 });
    bench.time.now += 60_000;
    expect(await bench.reviews.today(undefined, {})).toEqual({ submitted: 0, goal: 60, drafts: 1, pending: 2 });
  });
});

test('what comes back fits the contract to the letter', async () => {
  addFinding(bench.library, 'wait-over-limit', 'not_met');
  const { id: reviewId } = await bench.open();
  await bench.reviews.addComment({ reviewId, itemId: 'greeting', at: 1, end: 2, text: '好', quote: '您好' }, {});
  await bench.reviews.heard({ reviewId, spans: [{ start: 0, end: 3 }], workMs: 5 }, {});
  const review = await submit(reviewId);
  expect(Review.strict().parse(review)).toEqual(review);
  const [row] = await bench.reviews.list({}, {});
  expect(ReviewRow.strict().parse(row)).toEqual(row);
});

test("the machine score of the submission is stored beside the person's", async () => {
  addFinding(bench.library, 'customer-hangs-up-first', 'not_met');
  const { id } = await bench.open();
  await submit(id);
  expect(bench.library.raw.prepare('SELECT after, machine_score FROM reviews').get()).toEqual({
    after: 10_000,
    machine_score: 9600,
  });
  expect(itemIds(await bench.templates.get({ id: 'service-standard' }, {}))).toContain('customer-first');
});
