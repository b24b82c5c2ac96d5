/** Another template for a draft, and back: nothing is lost. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Review, Template } from '../contract/index.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import { testPorts } from '../test-support/test-core.ts';
import { addRecording, createReviewBench, type ReviewBench, recordingFile } from './testing.ts';

let bench: ReviewBench;
let templatesDir: string;
beforeEach(async () => {
  templatesDir = mkdtempSync(join(tmpdir(), 'templates-'));
  cpSync(testPorts('').templatesDir, templatesDir, { recursive: true });
  // A third form, that asks some of the standard's questions: one by its id, one by article and rules, one otherwise.
  const standard = read('service-standard');
  const item = (id: string) => standard.sections.flatMap(({ items }) => items).find((each) => each.id === id)!;
  const { partlyEarns: _, ...noPartly } = item('agent-id');
  const items = [item('greeting'), { ...item('wait-limit'), id: 'waits' }, noPartly];
  write('short', { ...standard, id: 'short', version: 1, sections: [{ ...standard.sections[0]!, items }] });
  bench = await createReviewBench(undefined, { templatesDir });
  addRecording(bench.library);
});
afterEach(() => bench.close());

const read = (name: string) => JSON.parse(readFileSync(join(templatesDir, `${name}.json`), 'utf8')) as Template;
const write = (name: string, template: Template) => {
  writeFileSync(join(templatesDir, `${name}.json`), JSON.stringify(template));
  onTestFinished(() => rmSync(templatesDir, { recursive: true, force: true }));
};
const item = (review: Review, id: string) => review.answers.find(({ itemId }) => itemId === id);
const change = (reviewId: string, templateId: string, more: object = {}) =>
  bench.reviews.changeTemplate({ reviewId, templateId, ...more }, {});
const answer = (reviewId: string, itemId: string, given: 'yes' | 'partly' | 'no' | 'na' | null, more = {}) =>
  bench.reviews.answer({ reviewId, itemId, answer: given, ...more }, {});
const rows = () => ({
  answers: bench.library.raw.prepare('SELECT * FROM review_answers ORDER BY item_id').all(),
  comments: bench.library.raw.prepare('SELECT * FROM review_comments ORDER BY id').all(),
});

async function begun(): Promise<string> {
  const { id } = await bench.open();
  await answer(id, 'greeting', 'no', { cause: 'skill' });
  bench.time.now += 1000;
  await answer(id, 'wait-limit', 'no', { cause: 'process' });
  bench.time.now += 1000;
  await answer(id, 'agent-id', 'partly');
  await answer(id, 'polite', 'na');
  await bench.reviews.addComment(
    { reviewId: id, itemId: 'wait-limit', at: 28.441, end: 102.5, text: '等了 74 秒', quote: '请稍等' },
    {},
  );
  await bench.reviews.addComment({ reviewId: id, itemId: 'polite', at: 3, text: '语气' }, {});
  await bench.reviews.addComment({ reviewId: id, itemId: null, at: 99, text: '整通' }, {});
  bench.time.now += 1000;
  return id;
}

test.each([
  ['short'],
  ['conduct-call-deductions'],
  ['short', 'conduct-call-deductions'],
  ['conduct-call-deductions', 'short'],
])('by way of %s %s and back, answers, counts, causes and comments are the same to the byte', async (...way) => {
  const id = await begun();
  const [before, stored] = [await bench.reviews.get({ reviewId: id }, {}), rows()];
  for (const template of way) await change(id, template);
  const back = await change(id, 'service-standard');
  expect(rows()).toEqual(stored);
  expect(JSON.stringify({ ...back, updatedAt: 0 })).toBe(JSON.stringify({ ...before, updatedAt: 0 }));
});

test('counts of a counted form come back too', async () => {
  const { id } = await bench.open('conduct-call-deductions');
  await answer(id, 'waiting', 'no', { count: 3, cause: 'process' });
  await change(id, 'service-standard');
  const back = await change(id, 'conduct-call-deductions');
  expect(item(back, 'waiting')).toMatchObject({ answer: 'no', count: 3, cause: 'process' });
});

test('it is told beforehand what is set aside and what is carried over, and nothing is changed by asking', async () => {
  const id = await begun();
  const stored = rows();
  const told = await bench.reviews.templateChange({ reviewId: id, templateId: 'short' }, {});
  expect(told.carried.map(({ itemId }) => itemId).sort()).toEqual(['greeting', 'wait-limit']);
  expect(told.aside).toMatchObject([
    { itemId: 'agent-id', answer: 'partly', title: { zh: expect.any(String) } },
    { itemId: 'polite', answer: 'na' },
  ]);
  expect(told).toMatchObject({ restored: 0, comments: 1 });
  expect(rows()).toEqual(stored);
});

test('answers to what both ask go along, by id or by article and rules, with count, cause and comment', async () => {
  const changed = await change(await begun(), 'short');
  expect(changed.answers.map(({ itemId, answer: given, cause }) => [itemId, given, cause])).toEqual([
    ['greeting', 'no', 'skill'],
    ['waits', 'no', 'process'],
    ['agent-id', null, null],
  ]);
  expect(changed.comments.map(({ itemId, at, text }) => [itemId, at, text])).toEqual([
    [null, 3, '语气'],
    ['waits', 28.441, '等了 74 秒'],
    [null, 99, '整通'],
  ]);
  expect(changed.setAside).toEqual([{ templateId: 'service-standard', answers: 2 }]);
});

test('a person’s last word on the same question stands, whichever form it was given in', async () => {
  const id = await begun();
  await change(id, 'short');
  bench.time.now += 1000;
  await answer(id, 'waits', 'yes');
  await answer(id, 'agent-id', 'no');
  const back = await change(id, 'service-standard');
  expect(item(back, 'wait-limit')?.answer).toBe('yes');
  expect(item(back, 'agent-id')?.answer).toBe('no');
  expect(item(back, 'polite')?.answer).toBe('na');
});

test('undone, the form is as it was left: what was taken back stays taken back', async () => {
  const id = await begun();
  await change(id, 'short');
  await answer(id, 'greeting', null);
  const left = rows();
  await change(id, 'service-standard');
  await change(id, 'short', { version: 1, carry: false });
  expect(rows()).toEqual(left);
});

test('a newer version takes the answers along, and what it does not ask waits', async () => {
  const id = await begun();
  const [before, stored] = [await bench.reviews.get({ reviewId: id }, {}), rows()];
  const newer = read('service-standard');
  const { version } = newer;
  newer.version += 1;
  const attitude = newer.sections.find(({ items }) => items.some((each) => each.id === 'polite'))!;
  attitude.items = attitude.items.filter((each) => each.id !== 'polite');
  write('service-standard', newer);
  await createTemplates(bench.context);
  const changed = await change(id, 'service-standard');
  expect(changed.templateVersion).toBe(version + 1);
  expect(changed.score.answered).toBe(3);
  const back = await change(id, 'service-standard', { version });
  expect(rows()).toEqual(stored);
  expect({ ...back, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
});

test('the audit log says what was set aside and what went along', async () => {
  await change(await begun(), 'short');
  const entry = bench.audit().find(({ action }) => action === 'review.template')!;
  expect(JSON.parse(entry.detail)).toMatchObject({
    to: 'short v1',
    setAside: { 'agent-id': { answer: 'partly', count: null, cause: null }, polite: { answer: 'na' } },
    carried: ['greeting', 'waits'],
    restored: 0,
  });
});

test('a whole review at once on another template leaves the draft’s answers to be had back', async () => {
  const id = await begun();
  const whole = { recording: recordingFile, template: 'conduct-call-deductions', inspector: '李强', restPass: true };
  const submitted = await bench.reviews.submitWhole({ ...whole, answers: { waiting: { count: 2 } } }, {});
  expect(submitted.setAside).toEqual([{ templateId: 'service-standard', answers: 4 }]);
  await bench.reviews.reopen({ reviewId: id, reason: '换模板' }, {});
  const back = await change(id, 'service-standard');
  expect(item(back, 'greeting')).toMatchObject({ answer: 'no', cause: 'skill' });
  expect(item(back, 'agent-id')?.answer).toBe('partly');
  expect(back.comments.map(({ itemId }) => itemId)).toEqual(['polite', 'wait-limit', null]);
});
