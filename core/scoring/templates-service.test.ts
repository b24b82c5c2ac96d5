import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestCore, type TestCore, testPorts } from '../test-support/test-core.ts';
import { createTemplates } from './templates-service.ts';

let core: TestCore;
let templatesDir: string;
beforeEach(() => {
  templatesDir = mkdtempSync(join(tmpdir(), 'templates-'));
  cpSync(testPorts('').templatesDir, templatesDir, { recursive: true });
  core = createTestCore({ ports: { templatesDir } });
});
afterEach(async () => {
  await core.close();
  rmSync(templatesDir, { recursive: true, force: true });
});

type Loose = Record<string, unknown> & { sections: { items: Record<string, unknown>[] }[] };
const file = 'conduct-call-deductions.json';
function change(edit: (template: Loose) => void, target = file): void {
  const template = JSON.parse(readFileSync(join(templatesDir, file), 'utf8')) as Loose;
  edit(template);
  writeFileSync(join(templatesDir, target), JSON.stringify(template, null, 4));
}

test('the product templates are listed, the standard of the settings first among equals', async () => {
  const templates = await createTemplates(core.context);
  const defaults = async () =>
    (await templates.list({}, {})).filter((entry) => entry.isDefault).map((entry) => entry.id);
  expect((await templates.list({}, {})).map((entry) => entry.id)).toEqual([
    'conduct-call-deductions',
    'service-standard',
  ]);
  expect(await defaults()).toEqual(['service-standard']);
  await core.context.settings.save({ defaultTemplate: 'conduct-call-deductions' });
  expect(await defaults()).toEqual(['conduct-call-deductions']);
  await core.context.settings.save({ defaultTemplate: 'was-deleted' });
  expect(await defaults()).toHaveLength(1);
});

test('a new version is served beside the old one, which stays as it was', async () => {
  const { version } = await (await createTemplates(core.context)).get({ id: 'conduct-call-deductions' }, {});
  change((template) => {
    template.version = version + 1;
    template.passMark = 9900;
    template.notes = { zh: '合格线提高到 99 分。', en: 'Passes from 99 points.' };
  });
  const templates = await createTemplates(core.context);
  expect(await templates.list({}, {})).toMatchObject([
    { version: version + 1, notes: { zh: '合格线提高到 99 分。', en: 'Passes from 99 points.' } },
    { id: 'service-standard' },
  ]);
  expect((await templates.get({ id: 'conduct-call-deductions' }, {})).version).toBe(version + 1);
  expect((await templates.get({ id: 'conduct-call-deductions', version }, {})).passMark).toBe(9000);
});

test('the same data written in another layout is the same version', async () => {
  await createTemplates(core.context);
  change((template) => {
    const title = template.title;
    delete template.title;
    template.title = title;
  });
  await expect(createTemplates(core.context)).resolves.toBeDefined();
});

test('a published version with other content is refused, and the library keeps what it has', async () => {
  const before = await createTemplates(core.context);
  change((template) => (template.passMark = 100));
  await expect(createTemplates(core.context)).rejects.toMatchObject({ code: 'TEMPLATE_INVALID', params: { file } });
  expect((await before.get({ id: 'conduct-call-deductions' }, {})).passMark).toBe(9000);
});

test('a template that nobody published is an expected error', async () => {
  const templates = await createTemplates(core.context);
  await expect(templates.get({ id: 'nothing' }, {})).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
  await expect(templates.get({ id: 'service-standard', version: 99 }, {})).rejects.toMatchObject({
    code: 'TEMPLATE_NOT_FOUND',
    params: { template: 'service-standard v99' },
  });
});

const item = (template: Loose) => template.sections[0]!.items[0]!;
test.each<[string, (template: Loose) => void, RegExp]>([
  ['a misspelt key', (t) => (item(t).pointsEech = 1), /sections\.0\.items\.0: .*pointsEech/],
  ['a missing language', (t) => (item(t).title = { zh: '题' }), /sections\.0\.items\.0\.title\.en/],
  ['a version note in one language', (t) => (t.notes = { zh: '说明', en: '' }), /lacks one language/],
  ['an empty text', (t) => (item(t).title = { zh: '题', en: ' ' }), /lacks one language/],
  ['an id used twice', (t) => (item(t).id = 'wording'), /"wording" is used twice/],
  ['no points', (t) => delete item(t).pointsEach, /pointsEach/],
  ['counted items in a percentage form', (t) => (t.mode = 'percentage'), /counted items/],
  ['a section without items', (t) => (t.sections[0]!.items = []), /sections\.0\.items/],
  [
    'a rest answer that an item forbids',
    (t) => {
      t.restAnswer = 'na';
      item(t).na = 'forbidden';
    },
    /restAnswer/,
  ],
  [
    'an item for one direction that forbids N/A',
    (t) => {
      item(t).appliesTo = 'inbound';
      item(t).na = 'forbidden';
    },
    /"voice-insult": appliesTo/,
  ],
  ['a direction that no call has', (t) => (item(t).appliesTo = 'both'), /sections\.0\.items\.0\.appliesTo/],
  ['a pass mark above the excellent mark', (t) => (t.excellentMark = 1), /excellentMark/],
])('a file with %s is refused by name', async (_fault, edit, detail) => {
  change((template) => {
    template.id = 'broken';
    edit(template);
  }, 'broken.json');
  await expect(createTemplates(core.context)).rejects.toMatchObject({
    code: 'TEMPLATE_INVALID',
    params: { file: 'broken.json', detail: expect.stringMatching(detail) },
  });
});

test('a file that is no JSON is refused by name', async () => {
  writeFileSync(join(templatesDir, 'notes.json'), 'not json');
  await expect(createTemplates(core.context)).rejects.toMatchObject({
    code: 'TEMPLATE_INVALID',
    params: { file: 'notes.json' },
  });
});
