/** Items that are about calls of one direction, on calls of the other. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Direction, Review } from '../contract/index.ts';
import { createRecordings } from '../recordings/recordings-service.ts';
import { createReports } from '../reports/reports-service.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import { testPorts } from '../test-support/test-core.ts';
import {
  addFinding,
  addRecording,
  createReviewBench,
  type ReviewBench,
  recordingFile,
  recordingId,
} from './testing.ts';

let bench: ReviewBench;
beforeEach(async () => {
  bench = await createReviewBench();
  addRecording(bench.library);
});
afterEach(() => bench.close());

/** As a person corrects it. */
const correct = (direction: Direction | null, id = recordingId) =>
  createRecordings(bench.context).correct({ ids: [id], change: { direction } }, {});
const opened = async (direction: Direction | null) => {
  await correct(direction);
  return bench.open();
};
const item = (review: Review, id: string) => review.answers.find((answer) => answer.itemId === id)!;
const proposedNa = (review: Review) =>
  review.answers.flatMap(({ itemId, machine }) => (machine?.answer === 'na' ? [itemId] : []));
const answer = (reviewId: string, itemId: string, given: 'yes' | 'no' | 'na' | null) =>
  bench.reviews.answer({ reviewId, itemId, answer: given }, {});
const submit = (reviewId: string) => bench.reviews.submit({ reviewId, restPass: true }, {});
const storedLine = (itemId: string) =>
  bench.library.raw
    .prepare('SELECT answer, applicable, possible, lost FROM review_lines WHERE item_id = ?')
    .get(itemId);

describe('the machine', () => {
  test.each([
    ['inbound', ['outline', 'outbound-name'], '本通是呼入，此项只用于呼出。', /inbound.*outbound calls only/],
    ['outbound', ['three-rings'], '本通是呼出，此项只用于呼入。', /outbound.*inbound calls only/],
  ] as const)('proposes N/A on an %s call for %j, and says why in both languages', async (direction, items, zh, en) => {
    const review = await opened(direction);
    expect(proposedNa(review)).toEqual(items);
    for (const id of items)
      expect(item(review, id)).toMatchObject({
        answer: null,
        machine: { verdict: null, answer: 'na', count: null, reason: { zh, en: expect.stringMatching(en) } },
      });
    expect(review.score).toMatchObject({ answered: 0, total: 48 });
  });

  test('proposes nothing where nobody knows the direction of the call: the items stay open', async () => {
    const review = await opened(null);
    expect(proposedNa(review)).toEqual([]);
    expect(review.answers.every(({ machine }) => machine === null)).toBe(true);
    const { answers } = await submit(review.id);
    expect(answers.every(({ answer, filled }) => answer === 'yes' && filled)).toBe(true);
  });

  test('says N/A also where a rule of the item found no occasion, and keeps the finding with the item', async () => {
    const finding = addFinding(bench.library, 'outbound-name-first', 'met');
    expect(item(await opened('inbound'), 'outbound-name').machine).toMatchObject({
      answer: 'na',
      findingIds: [finding],
    });
    expect(item(await opened('outbound'), 'outbound-name').machine).toMatchObject({ verdict: 'met', answer: 'yes' });
  });

  test('has no score of its own by the direction alone, and reckons its verdicts without what does not apply', async () => {
    expect((await opened('inbound')).machineScore).toBeNull();
    addFinding(bench.library, 'greeting', 'not_met');
    // 4 of the 28 points of the chapter, of which 3 are N/A on an inbound call: 4 / 25 × 28.
    expect((await opened('inbound')).machineScore).toBe(9552);
    expect((await opened(null)).machineScore).toBe(9600);
  });
});

describe('one key', () => {
  test('submits a clean call with N/A where an item does not apply, marked as given by nobody', async () => {
    const draft = await opened('inbound');
    const review = await submit(draft.id);
    expect(review.score).toMatchObject({ before: 10_000, passed: true });
    const others = review.answers.filter(({ itemId }) => !proposedNa(draft).includes(itemId));
    expect(others.every(({ answer, filled }) => answer === 'yes' && filled)).toBe(true);
    expect(item(review, 'outline')).toMatchObject({ answer: 'na', filled: true });
    expect(item(review, 'outbound-name')).toMatchObject({ answer: 'na', filled: true });
    expect(storedLine('outline')).toEqual({ answer: 'na', applicable: 0, possible: 0, lost: 0 });
  });

  test('gives the score that the draft showed, in which the others share the weight of what does not apply', async () => {
    const { id } = await opened('inbound');
    const shown = (await answer(id, 'greeting', 'no')).score;
    expect(shown).toMatchObject({ before: 9552, answered: 1 });
    expect(shown.lines.find(({ itemId }) => itemId === 'outline')).toMatchObject({ answer: null, applicable: false });
    const { score } = await submit(id);
    expect(score.before).toBe(shown.before);
    expect(score.lines.map(({ possible, earned }) => ({ possible, earned }))).toEqual(
      shown.lines.map(({ possible, earned }) => ({ possible, earned })),
    );
  });

  test('undone takes the N/A back with the rest', async () => {
    const { id } = await opened('outbound');
    await submit(id);
    const draft = await bench.reviews.undoSubmit({ reviewId: id }, {});
    expect(item(draft, 'three-rings')).toMatchObject({ answer: null, filled: false, machine: { answer: 'na' } });
  });

  test('is still asked for: without "the rest is fine" a proposal answers nothing', async () => {
    const { id: reviewId } = await opened('inbound');
    await expect(bench.reviews.submit({ reviewId, restPass: false }, {})).rejects.toMatchObject({
      code: 'REVIEW_INCOMPLETE',
      params: { count: 48 },
    });
  });

  test('works the same for a whole review at once', async () => {
    await correct('inbound');
    const whole = { recording: recordingFile, template: 'service-standard', inspector: '李强', restPass: true };
    const review = await bench.reviews.submitWhole({ ...whole, answers: { greeting: { answer: 'no' } } }, {});
    expect(review.score.before).toBe(9552);
    expect(item(review, 'outline')).toMatchObject({ answer: 'na', filled: true, machine: { answer: 'na' } });
  });
});

test('an inspector overrules the proposal: the answer counts and stays, the proposal is kept beside it', async () => {
  const { id } = await opened('inbound');
  const overruled = await answer(id, 'outline', 'no');
  expect(item(overruled, 'outline')).toMatchObject({ answer: 'no', machine: { answer: 'na' } });
  // 1 of 28 points, of which only 2 are N/A now: 1 / 26 × 28.
  expect(overruled.score.before).toBe(9892);
  expect(item(await submit(id), 'outline')).toMatchObject({ answer: 'no', filled: false });
  expect(storedLine('outline')).toMatchObject({ answer: 'no', applicable: 1, lost: 108 });
});

describe('when the direction of a call is corrected', () => {
  test('the proposals of its draft follow, and a person’s answers stay', async () => {
    const { id: reviewId } = await opened(null);
    await answer(reviewId, 'three-rings', 'no');
    await correct('outbound');
    const outbound = await bench.reviews.get({ reviewId }, {});
    expect(proposedNa(outbound)).toEqual(['three-rings']);
    expect(item(outbound, 'three-rings').answer).toBe('no');
    await answer(reviewId, 'three-rings', null);
    await correct('inbound');
    expect(proposedNa(await bench.reviews.get({ reviewId }, {}))).toEqual(['outline', 'outbound-name']);
    await correct(null);
    expect(proposedNa(await bench.reviews.get({ reviewId }, {}))).toEqual([]);
  });

  test('a submitted review stays what it was', async () => {
    const { id: reviewId } = await opened('inbound');
    await answer(reviewId, 'greeting', 'no');
    const { answers, score } = await submit(reviewId);
    await correct('outbound');
    const later = await bench.reviews.get({ reviewId }, {});
    expect(later.score).toEqual(score);
    expect(later.answers.map((given) => given.answer)).toEqual(answers.map((given) => given.answer));
  });
});

test('a draft on a version that knew no directions goes on as it was, and the next call gets the new one', async () => {
  const templatesDir = mkdtempSync(join(tmpdir(), 'templates-'));
  onTestFinished(() => rmSync(templatesDir, { recursive: true, force: true }));
  cpSync(testPorts('').templatesDir, templatesDir, { recursive: true });
  const file = join(templatesDir, 'service-standard.json');
  const newest = readFileSync(file, 'utf8');
  const { version } = JSON.parse(newest) as { version: number };
  writeFileSync(
    file,
    newest.replaceAll(/"appliesTo": "[a-z]+",/g, '').replace(`"version": ${version}`, '"version": 1'),
  );
  await bench.close();
  bench = await createReviewBench(undefined, { templatesDir });
  addRecording(bench.library);
  const old = await opened('inbound');
  expect(old.templateVersion).toBe(1);

  writeFileSync(file, newest);
  await createTemplates(bench.context);
  expect(proposedNa(await bench.open())).toEqual([]);
  expect(item(await submit(old.id), 'outline')).toMatchObject({ answer: 'yes', filled: true });

  addRecording(bench.library, 'rec-2', 'b.wav');
  await correct('inbound', 'rec-2');
  const next = await bench.reviews.open({ recordingId: 'rec-2' }, {});
  expect([next.templateVersion, proposedNa(next)]).toEqual([version, ['outline', 'outbound-name']]);
});

test('reports count an item only over the calls to which it applied', async () => {
  addRecording(bench.library, 'rec-2', 'b.wav');
  await correct('outbound', 'rec-2');
  const { id } = await opened('inbound');
  await answer(id, 'three-rings', 'no');
  await submit(id);
  await submit((await bench.reviews.open({ recordingId: 'rec-2' }, {})).id);
  const reports = createReports(bench.context, { templates: bench.templates });
  const { lostItems } = await reports.figures({ period: 'day', date: '2026-03-02' }, {});
  expect(lostItems).toMatchObject([
    { itemId: 'three-rings', count: 1, applicable: { numerator: 1, denominator: 1, value: 1 } },
  ]);
});
