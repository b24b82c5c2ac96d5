import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTemplates } from '../scoring/templates-service.ts';
import { createTestCore, type TestCore } from '../test-support/test-core.ts';
import { createTraining } from '../training/training-service.ts';
import { createSearch } from './search-service.ts';
import { addCall } from './testing.ts';

let core: TestCore;
let search: ReturnType<typeof createSearch>;
let training: ReturnType<typeof createTraining>;
beforeEach(async () => {
  core = createTestCore();
  training = createTraining(core.context, { templates: await createTemplates(core.context) });
  search = createSearch(core.context, { training });
});
afterEach(() => core.close());

describe('a saved search', () => {
  const query = { agentIds: ['8012'], spoken: { text: '退款 -宽带', scope: 'call' as const } };

  it('is listed by name, renamed, removed, and put back as it was', async () => {
    const saved = await search.save({ name: ' 退款 ', query }, {});
    await search.save({ name: '投诉', query: { spoken: { text: '投诉' } } }, {});
    expect((await search.saved(undefined, {})).map(({ name }) => name)).toEqual(['投诉', '退款']);
    expect(await search.rename({ id: saved.id, name: '要退款的' }, {})).toMatchObject({ name: '要退款的', query });
    const removed = await search.remove({ id: saved.id }, {});
    expect(await search.saved(undefined, {})).toHaveLength(1);
    await search.restore(removed, {});
    expect(await search.saved(undefined, {})).toContainEqual({ ...saved, name: '要退款的' });
    const log = core.context.library.raw.prepare("SELECT action FROM audit_log WHERE action LIKE 'search.%'").pluck();
    const acts = ['save', 'save', 'rename', 'remove', 'restore'].map((act) => `search.${act}`);
    expect(log.all()).toEqual(acts);
  });

  it('that is gone can neither be renamed nor removed', async () => {
    await expect(search.rename({ id: 'gone', name: 'x' }, {})).rejects.toMatchObject({ code: 'SEARCH_NOT_FOUND' });
    await expect(search.remove({ id: 'gone' }, {})).rejects.toMatchObject({ code: 'SEARCH_NOT_FOUND' });
  });
});

describe('clips of what was found', () => {
  const lines = (...texts: string[]) =>
    texts.map((text, index) => ({ speaker: 'customer' as const, text, start: index * 5, end: index * 5 + 3 }));
  const clips = async () =>
    (await training.listClips({}, {}))
      .map(({ recordingId, startMs, endMs, text, kind }) => [recordingId, startMs, endMs, text, kind])
      .sort();

  it('are made of all sentences, with a little room, never beyond the recording', async () => {
    await addCall(core.context.library, 'a', lines('退款', '您好', '我要退款'), { duration_ms: 13_100 });
    const { ids, left } = await search.makeClips({ query: { spoken: { text: '退款' } }, kind: 'good' }, {});
    expect([ids.length, left]).toEqual([2, false]);
    expect(await clips()).toEqual([
      ['a', 0, 3300, '客户：退款', 'good'],
      ['a', 9700, 13_100, '客户：我要退款', 'good'],
    ]);
    expect(await training.removeClips({ ids }, {})).toEqual({ removed: 2 });
  });

  it('are made of the chosen sentences only', async () => {
    await addCall(core.context.library, 'a', lines('退款', '退款'));
    const [found] = (await search.find({ query: { spoken: { text: '退款' } } }, {})).calls;
    const segmentIds = [found!.hits[1]!.segmentId];
    await search.makeClips({ query: { spoken: { text: '退款' } }, segmentIds, kind: 'bad' }, {});
    expect(await clips()).toEqual([['a', 4700, 8300, '客户：退款', 'bad']]);
  });

  it('stop at two hundred and say that there was more', async () => {
    const many = lines(...Array.from({ length: 201 }, () => '退款'));
    await addCall(core.context.library, 'a', many, { duration_ms: 2_000_000 });
    const { ids, left } = await search.makeClips({ query: { spoken: { text: '退款' } }, kind: 'bad' }, {});
    expect([ids.length, left]).toEqual([200, true]);
  });
});
