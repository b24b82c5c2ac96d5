import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleDefinition, type RuleDefinitionInput } from '../../contract/index.ts';
import { labelledCalls } from '../../test-support/labelled-calls.ts';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { samplesDir } from '../../test-support/test-core.ts';
import type { Call } from '../call.ts';
import { checkDefinition, compileDefinition } from './compile-definition.ts';

type Changes = Partial<RuleDefinitionInput>;
type ConditionInput = RuleDefinitionInput['conditions'][number];

const define = (changes: Changes) =>
  RuleDefinition.parse({ title: { zh: '试', en: '' }, severity: 'minor', means: 'requirement', ...changes });
const judge = (call: Call, changes: Changes) => {
  const definition = define(changes);
  checkDefinition(definition);
  return compileDefinition('own', definition).judge()(call);
};
const says = (
  id: string,
  role: 'agent' | 'customer' | 'any',
  words: string[],
  more: Partial<ConditionInput> = {},
): ConditionInput => ({
  id,
  role,
  operator: { kind: 'keywords', words },
  ...more,
});
const following = (condition: string, within: number, hit: number | 'any' | 'every' = 'every') =>
  ({ anchor: { condition, where: 'after', hit, within, unit: 'sentences' } }) as const;

/** After the customer says 投诉 the agent must apologise within two of the own sentences. */
const apology: Changes = {
  conditions: [
    says('complaint', 'customer', ['投诉']),
    says('sorry', 'agent', ['对不起', '抱歉'], following('complaint', 2)),
  ],
  match: { condition: 'sorry' },
};
const lines = (...said: [who: 'a' | 'c', text: string][]): Line[] =>
  said.map(([who, text], index) => [who === 'a' ? 'agent' : 'customer', index * 3, index * 3 + 2, text]);

describe('“after the customer says X the agent must say Y within N sentences”', () => {
  it('is met when it is said in time, and what was said is the evidence', () => {
    const call = spokenCall(lines(['c', '我要投诉'], ['c', '气死了'], ['a', '您别急'], ['a', '非常抱歉']));
    expect(judge(call, apology)).toMatchObject({ verdict: 'met', evidence: [{ text: '抱歉', start: 10 }] });
  });

  it('is not met when it is said too late, or before, or by the customer', () => {
    for (const said of [
      lines(['c', '我要投诉'], ['a', '您别急'], ['a', '我看看'], ['a', '非常抱歉']),
      lines(['a', '非常抱歉'], ['c', '我要投诉'], ['a', '哦']),
      lines(['c', '我要投诉'], ['c', '对不起']),
    ])
      expect(judge(spokenCall(said), apology)).toMatchObject({
        verdict: 'not_met',
        evidence: [{ text: '投诉' }],
        reason: { zh: expect.stringContaining('投诉') },
      });
  });

  it('asks it after every time, or after the n-th, or any', () => {
    const call = spokenCall(lines(['c', '我要投诉'], ['a', '抱歉'], ['c', '还是要投诉'], ['a', '哦'], ['a', '嗯']));
    const asked = (hit: number | 'any' | 'every') =>
      judge(call, {
        ...apology,
        conditions: [apology.conditions![0]!, says('sorry', 'agent', ['抱歉'], following('complaint', 2, hit))],
      });
    expect(asked('every')).toMatchObject({ verdict: 'not_met', evidence: [{ start: expect.closeTo(7.2) }] });
    expect(asked('any').verdict).toBe('met');
    expect(asked(1).verdict).toBe('met');
    expect(asked(2).verdict).toBe('not_met');
  });

  it('has no occasion when the customer does not say it', () => {
    for (const call of [spokenCall(lines(['a', '您好'], ['c', '查话费'])), spokenCall(lines(['a', '您好']))])
      expect(judge(call, apology)).toMatchObject({ verdict: 'met', reason: { en: 'no occasion' }, evidence: [] });
    const second = {
      ...apology,
      conditions: [apology.conditions![0]!, says('sorry', 'agent', ['抱歉'], following('complaint', 2, 2))],
    };
    expect(judge(spokenCall(lines(['c', '投诉'], ['a', '哦'])), second).reason.en).toBe('no occasion');
  });

  it('cannot tell without a transcript', () => {
    expect(judge(spokenCall(null), apology)).toMatchObject({
      verdict: 'cannot_tell',
      reason: { en: 'There is no transcript.' },
    });
  });
});

describe('anchors', () => {
  const call = spokenCall(lines(['a', '您好'], ['c', '投诉'], ['a', '抱歉'], ['a', '再见']));
  const found = (
    where: 'before' | 'after' | 'around' | 'same',
    word: string,
    within: number | null = null,
    unit: 'sentences' | 'seconds' = 'sentences',
  ) =>
    judge(call, {
      conditions: [
        says('x', 'customer', ['投诉']),
        says('y', 'any', [word], { anchor: { condition: 'x', where, within, unit } }),
      ],
      match: { condition: 'y' },
    }).verdict === 'met';

  it('look before, after, around or in the same sentence', () => {
    expect([found('before', '您好'), found('before', '抱歉')]).toEqual([true, false]);
    expect([found('after', '您好'), found('after', '再见')]).toEqual([false, true]);
    expect([found('around', '您好', 1), found('around', '再见', 1), found('around', '投诉', 1)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([found('same', '投诉'), found('same', '抱歉')]).toEqual([true, false]);
  });

  it('reach so many sentences or seconds', () => {
    expect([found('after', '再见', 1), found('after', '再见', 2)]).toEqual([false, true]);
    expect([found('after', '再见', 2, 'seconds'), found('after', '再见', 5, 'seconds')]).toEqual([false, true]);
  });

  it('hang words on a sound, and a sound on words', () => {
    const quiet = {
      measures: measured({ silences: [[10, 30]], duration: 60 }, [
        [
          [0, 10, -20],
          [30, 50, -20],
        ],
        [[5, 6, -20]],
      ]),
    };
    const said: Line[] = [
      ['agent', 0, 4, '请稍等'],
      ['customer', 5, 6, '好'],
      ['agent', 30, 33, '让您久等了'],
    ];
    const waits = spokenCall(said, quiet);
    const silence: ConditionInput = { id: 'silence', operator: { kind: 'silence', seconds: 15 } };
    const thanks = {
      conditions: [silence, says('thanks', 'agent', ['久等'], following('silence', 1))],
      match: { condition: 'thanks' },
    };
    expect(judge(waits, thanks).verdict).toBe('met');
    const announced: Changes = {
      conditions: [
        says('wait', 'agent', ['请稍等']),
        { ...silence, anchor: { condition: 'wait', where: 'after', within: 10, unit: 'seconds' } },
      ],
      match: { condition: 'silence' },
    };
    expect(judge(waits, announced).verdict).toBe('met');
    expect(judge(spokenCall(said, { ...quiet, timing: 'estimated' }), announced).verdict).toBe('cannot_tell');
    expect(judge(spokenCall(said, { ...quiet, timing: 'estimated' }), thanks).verdict).toBe('cannot_tell');
  });
});

describe('ranges', () => {
  const call = spokenCall(lines(['a', '您好'], ['c', '喂'], ['a', '工号8012'], ['a', '再见']));
  const within = (word: string, range: ConditionInput['range']) =>
    judge(call, { conditions: [says('x', 'agent', [word], { range })], match: { condition: 'x' } }).verdict === 'met';

  it('are the first or last sentences of the role, or seconds of the call', () => {
    expect(within('工号', { from: 'start', count: 2, unit: 'sentences' })).toBe(true);
    expect(within('再见', { from: 'start', count: 2, unit: 'sentences' })).toBe(false);
    expect(within('再见', { from: 'end', count: 1, unit: 'sentences' })).toBe(true);
    expect(within('工号', { from: 'end', count: 1, unit: 'sentences' })).toBe(false);
    expect(within('工号', { from: 'start', count: 5, unit: 'seconds' })).toBe(false);
    expect(within('工号', { from: 'start', count: 7, unit: 'seconds' })).toBe(true);
    expect(within('您好', { from: 'end', count: 5, unit: 'seconds' })).toBe(false);
  });

  it('judge the greeting of the labelled calls as the detector does', () => {
    const range = { from: 'start', count: 2, unit: 'sentences' } as const;
    const greeting: Changes = {
      conditions: [says('hello', 'agent', ['您好', '你好', '早上好', '下午好', '上午好'], { range })],
      match: { condition: 'hello' },
    };
    for (const { id, call: sample, expected } of labelledCalls(samplesDir))
      if (expected.get('greeting')) expect(judge(sample, greeting).verdict, id).toBe(expected.get('greeting'));
  });
});

describe('conditions together', () => {
  const call = spokenCall(lines(['a', '您好'], ['c', '好']), { ringSeconds: 3 });
  const conditions: ConditionInput[] = [
    says('yes', 'agent', ['您好']),
    says('no', 'agent', ['再见']),
    { id: 'unknown', operator: { kind: 'record', field: 'satisfaction', compare: 'is', values: ['满意'] } },
    says('idle', 'agent', ['x'], following('no', 1)),
  ];
  const names = ['yes', 'no', 'unknown', 'idle'] as const;
  const result = (match: RuleDefinitionInput['match'], means: 'breach' | 'requirement' = 'requirement') =>
    judge(call, { conditions, match, means });
  const c = (condition: string) => ({ condition });

  it.each([
    [{ all: [c('yes'), c('unknown')] }, 'cannot_tell'],
    [{ all: [c('no'), c('unknown')] }, 'not_met'],
    [{ any: [c('yes'), c('unknown')] }, 'met'],
    [{ any: [c('no'), c('unknown')] }, 'cannot_tell'],
    [{ not: c('yes') }, 'not_met'],
    [{ not: c('no') }, 'met'],
    [{ not: c('unknown') }, 'cannot_tell'],
    [{ all: [c('yes'), c('idle')] }, 'met'],
    [{ any: [c('no'), c('idle')] }, 'not_met'],
    [{ not: { all: [c('yes'), { any: [c('no'), c('yes')] }] } }, 'not_met'],
  ])('%o is %s', (match, expected) => {
    expect(result(match).verdict).toBe(expected);
  });

  it('of a breach and of a requirement are each other’s opposite, whatever the tree', () => {
    const { tree } = fc.letrec<{ tree: RuleDefinitionInput['match'] }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...names).map(c),
        tie('tree').map((not) => ({ not })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      ),
    }));
    const opposite = { met: 'not_met', not_met: 'met', cannot_tell: 'cannot_tell' };
    fc.assert(
      fc.property(tree, (match) => {
        const required = result(match);
        const forbidden = result(match, 'breach');
        if (required.reason.en === 'no occasion') expect(forbidden).toEqual(required);
        else expect(forbidden.verdict).toBe(opposite[required.verdict]);
        expect(result({ not: { not: match } }).verdict).toBe(required.verdict);
      }),
    );
  });

  it('are asked only when the rule has its occasion', () => {
    const only = (when: RuleDefinitionInput['when']) => judge(call, { conditions, when, match: c('no') });
    expect(only(c('yes')).verdict).toBe('not_met');
    expect(only(c('no'))).toMatchObject({ verdict: 'met', reason: { en: 'no occasion' } });
    expect(only(c('unknown')).verdict).toBe('cannot_tell');
  });
});

describe('a definition that cannot work', () => {
  const x = says('x', 'agent', ['a']);
  it.each<[string, Changes]>([
    ['names a condition twice', { conditions: [x, x], match: { condition: 'x' } }],
    ['combines a condition that is not there', { conditions: [x], match: { condition: 'y' } }],
    ['looks around itself', { conditions: [{ ...x, ...following('x', 1) }], match: { condition: 'x' } }],
    [
      'looks around a later one',
      { conditions: [{ ...x, ...following('y', 1) }, says('y', 'agent', ['b'])], match: { condition: 'x' } },
    ],
    [
      'looks around what is found nowhere',
      {
        conditions: [
          { ...x, operator: { kind: 'keywords', words: ['a'], match: 'none' } },
          says('y', 'agent', ['b'], following('x', 1)),
        ],
        match: { condition: 'y' },
      },
    ],
    [
      'has an unsafe pattern',
      { conditions: [{ ...x, operator: { kind: 'regex', pattern: '(?!a)' } }], match: { condition: 'x' } },
    ],
    [
      'names no column',
      {
        conditions: [{ ...x, operator: { kind: 'record', field: 'column', compare: 'is', values: ['1'] } }],
        match: { condition: 'x' },
      },
    ],
    [
      'is nested too deeply',
      { conditions: [x], match: { not: { not: { not: { not: { not: { not: { condition: 'x' } } } } } } } },
    ],
  ])('%s: refused', (_, changes) => {
    expect(() => checkDefinition(define(changes))).toThrow();
  });

  it.each<[string, object]>([
    ['has no title', { title: { zh: ' ', en: '' } }],
    ['has an unknown operator', { conditions: [{ id: 'x', operator: { kind: 'magic' } }] }],
    ['has a misspelt field', { conditions: [{ ...x, rolle: 'agent' }] }],
  ])('%s: not even read', (_, changes) => {
    expect(() => define({ conditions: [x], match: { condition: 'x' }, ...changes } as Changes)).toThrow();
  });
});
