import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchQuery, Speaker, SpokenFilter } from '../contract/index.ts';
import { createRecordings } from '../recordings/recordings-service.ts';
import { addAgent, type addRecording, addReview, addTeam } from '../test-support/library-rows.ts';
import { createTestCore, type TestCore } from '../test-support/test-core.ts';
import { createSearch } from './search-service.ts';
import { addCall } from './testing.ts';

let core: TestCore;
let search: ReturnType<typeof createSearch>;
beforeEach(() => {
  core = createTestCore();
  search = createSearch(core.context, { training: { saveClip: () => Promise.reject(new Error('none is made here')) } });
});
afterEach(() => core.close());

type Line = string | [speaker: Speaker, text: string];
/** Sentences of three seconds, one every five seconds. */
const call = (id: string, lines: readonly Line[], recording: Parameters<typeof addRecording>[2] = {}) =>
  addCall(
    core.context.library,
    id,
    lines.map((line, index) => {
      const [speaker, text] = typeof line === 'string' ? (['customer', line] as const) : line;
      return { speaker, text, start: index * 5, end: index * 5 + 3 };
    }),
    recording,
  );
const ask = (text: string, more: Partial<SpokenFilter> = {}, filter: Partial<SearchQuery> = {}) =>
  search.find({ query: { ...filter, spoken: { text, ...more } } }, {});
/** Ids of the calls found. */
const found = async (...args: Parameters<typeof ask>) =>
  (await ask(...args)).calls.map(({ recording }) => recording.id);

describe('search over all transcripts', () => {
  it('shows hits by call, the newest call first, those without a time last', async () => {
    for (const [id, startedAt] of [
      ['a', 10],
      ['b', 30],
      ['c', null],
      ['d', 30],
    ] as const)
      await call(id, ['您好', '请问', '请问您好吗'], { started_at: startedAt });
    const page = await ask('您好');
    expect(page.total).toEqual({ hits: 8, calls: 4, atLeast: false });
    expect(
      page.calls.map(({ recording, hitCount, hits }) => [recording.id, hitCount, hits.map((hit) => hit.start)]),
    ).toEqual(['d', 'b', 'a', 'c'].map((id) => [id, 2, [0, 10]]));
  });

  it('pages without gap or repetition, whatever has the same time or none', async () => {
    const times = [5, 5, null, 7, null, 5, 7, 1];
    for (const [index, time] of times.entries()) await call(`r${index}`, ['退款'], { started_at: time });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search.find>> = await search.find(
        { query: { spoken: { text: '退款' } }, cursor, limit: 3 },
        {},
      );
      seen.push(...page.calls.map(({ recording }) => recording.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['r6', 'r3', 'r5', 'r1', 'r0', 'r7', 'r4', 'r2']);
  });

  it('marks what was found and shows the sentences before and after', async () => {
    await call('a', [['agent', '您好'], '我要退款，現在', ['agent', '好的']]);
    const [{ hits } = { hits: [] }] = (await ask('退款现在')).calls;
    expect(hits).toMatchObject([
      {
        speaker: 'customer',
        start: 5,
        end: 8,
        text: '我要退款，現在',
        marks: [[2, 7]],
        before: { speaker: 'agent', text: '您好' },
        after: { speaker: 'agent', text: '好的' },
      },
    ]);
  });

  it('takes no notice of punctuation, width, case and traditional forms', async () => {
    await call('a', ['感謝您，的來電 ＶＩＰ客戶', '𠮷野家']);
    for (const text of ['感谢您的来电', '謝您的', 'vip客户', '"来 电V"', '𠮷野', '野家', '𠮷'])
      expect([text, await found(text)]).toEqual([text, ['a']]);
    expect((await ask('，。')).total).toEqual({ hits: 0, calls: 0, atLeast: false });
    expect(await found('"OR* NEAR(')).toEqual([]);
  });

  it('wants all words in one sentence, or anywhere in the call, and none of the excluded', async () => {
    await call('a', ['宽带要退款', '投诉']);
    await call('b', ['宽带', '退款']);
    await call('c', ['退款']);
    expect(await found('宽带 退款')).toEqual(['a']);
    expect(await found('宽带 退款', { scope: 'call' })).toEqual(['b', 'a']);
    expect(await found('退款 -宽带')).toEqual(['c', 'b']);
    expect(await found('退款 -宽带', { scope: 'call' })).toEqual(['c']);
    expect(await found('退款 宽带 -投诉', { scope: 'call' })).toEqual(['b']);
    expect(await found('-宽带')).toEqual([]);
    const [both] = (await ask('宽带 退款', { scope: 'call' })).calls;
    expect(both!.hits.map((hit) => hit.text)).toEqual(['宽带', '退款']);
  });

  it('knows who said it, and when: from the start by its beginning, from the end by its end', async () => {
    await call('a', [['agent', '退款'], '好的', '退款', ['agent', '再见']], { duration_ms: 20_000 });
    const starts = async (more: Partial<SpokenFilter>) =>
      (await ask('退款', more)).calls.flatMap(({ hits }) => hits.map((hit) => hit.start));
    expect(await starts({ speakers: ['agent'] })).toEqual([0]);
    expect(await starts({ speakers: ['agent', 'customer'] })).toEqual([0, 10]);
    expect(await starts({ speakers: ['unknown'] })).toEqual([]);
    expect(await starts({ time: { edge: 'start', to: 10 } })).toEqual([0]);
    expect(await starts({ time: { edge: 'start', from: 10 } })).toEqual([10]);
    expect(await starts({ time: { edge: 'end', to: 7 } })).toEqual([10]);
    expect(await starts({ time: { edge: 'end', from: 8 } })).toEqual([0]);
  });

  it('is narrowed by whatever narrows the library', async () => {
    const { library } = core.context;
    await addTeam(library, 't1', '一组');
    await addAgent(library, '8012', '张敏', 'zm');
    await call('a', ['退款'], { agent_no: '8012', team_id: 't1', direction: 'inbound', business_date: '2026-03-02' });
    await call('b', ['退款'], { direction: 'outbound', business_date: '2026-03-03' });
    await addReview(library, 'b', { state: 'submitted' });
    for (const filter of [
      { agentIds: ['8012'] },
      { teams: ['一组'] },
      { directions: ['inbound' as const] },
      { to: '2026-03-02' },
      { reviewStates: ['none' as const] },
      { q: 'zm' },
    ])
      expect([filter, await found('退款', {}, filter)]).toEqual([filter, ['a']]);
  });

  it('neither finds nor shows a card number, even one dictated over two sentences beside the hit', async () => {
    await call('a', ['卡号四一一一一一一一', '一一一一一一一一', '谢谢', '手机13800138001']);
    for (const text of ['四一一一', '一一一一一', '13800138001', '0013']) expect(await found(text)).toEqual([]);
    const [{ hits } = { hits: [] }] = (await ask('谢谢')).calls;
    expect(hits[0]).toMatchObject({ before: { text: '****一一一一' }, after: { text: '手机138****8001' } });
    expect((await ask('8001')).calls[0]!.hits[0]!.text).toBe('手机138****8001');
  });

  it('finds a number however it was said', async () => {
    await call('a', ['工号八零幺二为您服务']);
    await call('b', ['工号8012为您服务']);
    expect(await found('八千零一十二')).toEqual(['b', 'a']);
    expect((await ask('8012')).calls[1]!.hits[0]!.marks).toEqual([[2, 6]]);
  });

  it('shows the first sentences of a call and counts them all', async () => {
    await call(
      'a',
      Array.from({ length: 9 }, () => '退款'),
    );
    const { calls } = await search.find({ query: { spoken: { text: '退款' } }, perCall: 2 }, {});
    expect(calls[0]).toMatchObject({ hitCount: 9, hits: [{ start: 0 }, { start: 5 }] });
  });
});

describe('the calls of a search as a list of recordings', () => {
  it('are exactly those, in the same order', async () => {
    const recordings = createRecordings(core.context);
    await call('a', ['宽带要退款'], { started_at: 1 });
    await call('b', ['宽带', '退款', '投诉'], { started_at: 2 });
    await call('c', ['您好'], { started_at: 3 });
    const newest = { by: 'startedAt', descending: true } as const;
    for (const [spoken, ids] of [
      [{ text: '退款' }, ['b', 'a']],
      [{ text: '宽带 退款' }, ['a']],
      [{ text: '宽带 退款 -投诉', scope: 'call' as const }, ['a']],
      [{ text: '-退款' }, []],
    ] as const)
      expect([spoken, await recordings.ids({ filter: { spoken }, sort: newest }, {})]).toEqual([spoken, ids]);
  });
});

describe('an agent whose name begins to be typed', () => {
  it('is suggested by initials, name or 工号, literally', async () => {
    const { library } = core.context;
    await addAgent(library, '8012', '张三', 'zs');
    await addAgent(library, '8013', '赵四', 'zs');
    await addAgent(library, '9013', '李强', 'lq');
    const ids = async (text: string) => (await search.suggestAgents({ text }, {})).map((agent) => agent.agentId);
    expect(await ids('zs')).toEqual(['8012', '8013']);
    expect(await ids('ＺＳ')).toEqual(['8012', '8013']);
    expect(await ids('李')).toEqual(['9013']);
    expect(await ids('901')).toEqual(['9013']);
    for (const text of ['', '%', '_']) expect(await ids(text)).toEqual([]);
  });
});
