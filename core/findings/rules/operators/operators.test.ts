import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RuleDefinition } from '../../../contract/index.ts';
import { labelledCalls } from '../../../test-support/labelled-calls.ts';
import { type Line, measured, spokenCall } from '../../../test-support/spoken-call.ts';
import { samplesDir } from '../../../test-support/test-core.ts';
import type { Call } from '../../call.ts';
import { compileDefinition } from '../compile-definition.ts';
import { operators } from './index.ts';

/** One condition, whose match is a breach. */
function judge(call: Call, operator: object, role: 'agent' | 'customer' | 'any' = 'agent', more: object = {}) {
  const definition = RuleDefinition.parse({
    title: { zh: '试', en: 'trial' },
    severity: 'minor',
    means: 'breach',
    conditions: [{ id: 'c', role, operator, ...more }],
    match: { condition: 'c' },
  });
  return compileDefinition('own', definition).judge()(call);
}
const verdict = (...args: Parameters<typeof judge>) => judge(...args).verdict;
const texts = (...args: Parameters<typeof judge>) => judge(...args).evidence.map(({ text }) => text);

const talk: Line[] = [
  ['agent', 0, 3, '您好，很高兴为您服务'],
  ['customer', 4, 7, '我的手机号是13800138001，我要投诉'],
  ['agent', 8, 10, '对不起，请您稍等'],
  ['agent', 40, 44, '感谢您的耐心等待，问题已经解决了'],
];
const call = spokenCall(talk, { hangupBy: 'agent', ringSeconds: 21 });
const bare = spokenCall(null, {});
const samples = new Map(labelledCalls(samplesDir).map((sample) => [sample.id, sample]));

it('has a file for every operator', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !['index.ts', 'operator.ts'].includes(file) && !file.endsWith('.test.ts'))
    .map((file) => file.replace('.ts', ''));
  expect(Object.keys(operators).toSorted()).toEqual(files.toSorted());
  for (const [kind, operator] of Object.entries(operators)) expect(operator.kind).toBe(kind);
});

describe('keywords', () => {
  const words = ['對不起', '稍等', '再见'];
  it.each([
    ['any', {}, 'not_met'],
    ['all', { match: 'all' }, 'met'],
    ['two of them', { match: 'at-least', least: 2 }, 'not_met'],
    ['three of them', { match: 'at-least', least: 3 }, 'met'],
    ['none', { match: 'none' }, 'met'],
  ])('%s: %o is %s', (_, how, expected) => {
    expect(verdict(call, { kind: 'keywords', words, ...how })).toBe(expected);
  });
  it('quotes what was said, of the role alone', () => {
    expect(texts(call, { kind: 'keywords', words })).toEqual(['对不起', '稍等']);
    expect(verdict(call, { kind: 'keywords', words }, 'customer')).toBe('met');
    expect(verdict(call, { kind: 'keywords', words: ['贵宾'], match: 'none' })).toBe('not_met');
  });
  it('may want all of them in one sentence', () => {
    const within = { kind: 'keywords', words: ['您好', '感谢'], match: 'all' };
    expect(verdict(call, within)).toBe('not_met');
    expect(verdict(call, { ...within, within: 'sentence' })).toBe('met');
  });
  it('cannot tell without a transcript, or without knowing who speaks', () => {
    expect(verdict(bare, { kind: 'keywords', words })).toBe('cannot_tell');
    const unlabelled = spokenCall([['unknown', 0, 2, '对不起']]);
    expect(verdict(unlabelled, { kind: 'keywords', words })).toBe('cannot_tell');
    expect(verdict(unlabelled, { kind: 'keywords', words }, 'any')).toBe('not_met');
  });
  it('find the forbidden words of the labelled call', () => {
    expect(verdict(samples.get('p02')!.call, { kind: 'keywords', words: ['不归我管'] })).toBe('not_met');
    expect(verdict(samples.get('p01')!.call, { kind: 'keywords', words: ['不归我管'] })).toBe('met');
  });
});

describe('regex', () => {
  it('finds a pattern, but not inside what is excluded', () => {
    expect(texts(call, { kind: 'regex', pattern: '请[您你].等' })).toEqual(['请您稍等']);
    expect(verdict(call, { kind: 'regex', pattern: '稍等', exclude: '请您?稍等' })).toBe('met');
  });
});

describe('silence', () => {
  const quiet = spokenCall(talk, {
    measures: measured({ silences: [[10, 30]], duration: 60 }, [
      [
        [0, 3, -20],
        [8, 10, -20],
        [30, 44, -20],
      ],
      [[4, 7, -20]],
    ]),
  });
  it('is found where nobody speaks for so long, and by who ends it', () => {
    expect(judge(quiet, { kind: 'silence', seconds: 15 }, 'any').evidence).toMatchObject([{ start: 10, end: 30 }]);
    expect(verdict(quiet, { kind: 'silence', seconds: 25 }, 'any')).toBe('met');
    expect(verdict(quiet, { kind: 'silence', seconds: 15 }, 'agent')).toBe('not_met');
    expect(verdict(quiet, { kind: 'silence', seconds: 15 }, 'customer')).toBe('met');
  });
  it('cannot be told from gaps of a transcript, which may be music, but their absence can', () => {
    expect(verdict(call, { kind: 'silence', seconds: 15 }, 'any')).toBe('cannot_tell');
    expect(verdict(call, { kind: 'silence', seconds: 50 }, 'any')).toBe('met');
    expect(verdict(bare, { kind: 'silence', seconds: 15 }, 'any')).toBe('cannot_tell');
  });
});

describe('hold', () => {
  it('finds the long waits of the labelled calls, where they are', () => {
    const waiting = [...samples.values()].filter(({ waits }) => waits.some(({ start, end }) => end - start > 60));
    expect(waiting.length).toBeGreaterThan(0);
    for (const { measured: heard, waits } of waiting) {
      const [found] = judge(heard, { kind: 'hold', seconds: 60 }, 'any').evidence;
      const { start, end } = waits.find((wait) => wait.end - wait.start > 60)!;
      expect(Math.abs(found!.start - start)).toBeLessThan(2.5);
      expect(Math.abs(found!.end - end)).toBeLessThan(2.5);
    }
  });
  it('cannot tell where nothing says who talks when', () => {
    expect(verdict(bare, { kind: 'hold', seconds: 60 }, 'any')).toBe('cannot_tell');
  });
});

describe('rate', () => {
  const fast = spokenCall([
    ['agent', 0, 2, '这个业务需要您本人携带身份证到营业厅办理'],
    ['agent', 3, 8, '请问您还有什么需要帮助的吗'],
  ]);
  it('is that of a sentence or of the whole range', () => {
    const over = { kind: 'rate', compare: 'over', perMinute: 400 };
    expect(texts(fast, { ...over, per: 'sentence' })).toEqual(['这个业务需要您本人携带身份证到营业厅办理']);
    expect(verdict(fast, over)).toBe('met');
    expect(verdict(fast, { ...over, perMinute: 250 })).toBe('not_met');
    expect(verdict(fast, { kind: 'rate', compare: 'under', perMinute: 250 })).toBe('met');
  });
  it('cannot tell without exact times, or with too little speech', () => {
    expect(verdict(spokenCall(talk, { timing: 'starts' }), { kind: 'rate', compare: 'over', perMinute: 10 })).toBe(
      'cannot_tell',
    );
    expect(verdict(spokenCall(talk.slice(0, 1)), { kind: 'rate', compare: 'over', perMinute: 10 })).toBe('cannot_tell');
  });
});

describe('overlap', () => {
  it('finds who comes in, on either side', () => {
    const heard = spokenCall(null, { measures: measured({ overlaps: [{ start: 3, end: 6, by: 1 }] }) });
    expect(judge(heard, { kind: 'overlap', seconds: 2 }, 'customer').evidence).toMatchObject([
      { start: 3, end: 6, channel: 1 },
    ]);
    expect(verdict(heard, { kind: 'overlap', seconds: 2 }, 'agent')).toBe('met');
    expect(verdict(heard, { kind: 'overlap', seconds: 4 }, 'any')).toBe('met');
  });
  it('cannot be told from one channel', () => {
    expect(verdict(spokenCall(talk, { channels: 1, agentChannel: null }), { kind: 'overlap', seconds: 2 })).toBe(
      'cannot_tell',
    );
  });
});

describe('level', () => {
  const heard = spokenCall(null, {
    measures: measured({}, [
      [
        [0, 3, -20],
        [8, 10, -20],
        [12, 14, -8],
      ],
      [[4, 7, -20]],
    ]),
  });
  it('finds speech above the own median', () => {
    expect(judge(heard, { kind: 'level', above: 10 }).evidence).toMatchObject([{ start: 12, end: 14, channel: 0 }]);
    expect(verdict(heard, { kind: 'level', above: 13 })).toBe('met');
    expect(verdict(heard, { kind: 'level', above: 10 }, 'any')).toBe('not_met');
  });
  it('cannot tell of a side that hardly speaks', () => {
    expect(verdict(heard, { kind: 'level', above: 10 }, 'customer')).toBe('cannot_tell');
  });
});

describe('record', () => {
  const facts = spokenCall(null, { hangupBy: 'agent', ringSeconds: 21, team: '一组', durationS: 95, agentNo: '008' });
  const withRow = { ...facts, callRecord: { ...facts.callRecord!, row: '{"满意度 ":"不满意","等级":"3"}' } };
  const compare = (field: string, how: string, ...values: string[]) => ({
    kind: 'record',
    field,
    compare: how,
    values,
  });
  it.each([
    [compare('hangupBy', 'is', 'Agent'), 'not_met'],
    [compare('hangupBy', 'is-not', 'agent'), 'met'],
    [compare('ringSeconds', 'over', '20'), 'not_met'],
    [compare('ringSeconds', 'at-most', '21'), 'not_met'],
    [compare('durationSeconds', 'under', '95'), 'met'],
    [compare('durationSeconds', 'at-least', '95.0'), 'not_met'],
    [compare('team', 'one-of', '二组', '一组'), 'not_met'],
    [compare('team', 'contains', '一'), 'not_met'],
    [compare('agentNo', 'is', '8'), 'met'],
    [compare('team', 'over', '1'), 'cannot_tell'],
    [compare('satisfaction', 'is', '满意'), 'cannot_tell'],
    [{ ...compare('column', 'is', '不满意'), column: '满意度' }, 'not_met'],
    [{ ...compare('column', 'over', '2'), column: '等级' }, 'not_met'],
    [{ ...compare('column', 'is', 'x'), column: '备注' }, 'cannot_tell'],
  ])('%o is %s', (operator, expected) => {
    expect(verdict(withRow, operator, 'any')).toBe(expected);
  });
});

describe('customer-data', () => {
  it('finds whole numbers, and shows them masked', () => {
    const operator = { kind: 'customer-data', kinds: ['phone'] };
    expect(texts(call, operator, 'any')).toEqual(['138****8001']);
    expect(judge(call, operator, 'any').reason.zh).not.toContain('13800138001');
    expect(verdict(call, operator, 'agent')).toBe('met');
    expect(verdict(call, { kind: 'customer-data', kinds: ['id-card'] }, 'any')).toBe('met');
  });
});
