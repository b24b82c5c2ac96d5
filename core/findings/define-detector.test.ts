import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agentSays, measured, spokenCall } from '../test-support/spoken-call.ts';
import { defineDetector } from './define-detector.ts';
import { met } from './outcome.ts';

const detector = (needs: Parameters<typeof defineDetector>[0]['needs']) =>
  defineDetector({
    id: 'x',
    version: 3,
    title: { zh: '测试', en: 'Test' },
    breach: { zh: '破', en: 'broken' },
    severity: 'minor',
    needs,
    helps: ['call-record'],
    params: z.object({ limit: z.number().max(9).default(5) }),
    detect: (_call, { limit }) => met('好', 'fine', { value: limit }),
  });

describe('a detector', () => {
  it('cannot tell without what it needs, and says what is missing', () => {
    const bare = spokenCall(null, { channels: 1, agentChannel: null });
    const reasons = (['transcript', 'measures', 'stereo'] as const).map((need) => detector([need]).detect(bare));
    expect(reasons.map(({ verdict }) => verdict)).toEqual(['cannot_tell', 'cannot_tell', 'cannot_tell']);
    expect(reasons.map(({ reason }) => reason.zh)).toEqual([
      '没有转写，无法判断。',
      '录音尚未做声音分析，无法判断。',
      '单声道录音，双方声音混在一起，无法判断。',
    ]);
    expect(detector(['call-record']).detect({ ...bare, callRecord: null }).verdict).toBe('cannot_tell');
  });

  it('cannot tell what the agent said from a transcript without speakers', () => {
    expect(detector(['transcript']).detect(spokenCall([['unknown', 0, 1, '您好']])).verdict).toBe('cannot_tell');
  });

  it('is called by the limit that it is given, and by the default one where it is given none', () => {
    const { rule, names } = defineDetector({
      id: 'x',
      version: 1,
      title: ({ limit }) => ({ zh: `不超过${limit}秒`, en: `Within ${limit} s` }),
      breach: ({ limit }) => ({ zh: `超过${limit}秒`, en: `Over ${limit} s` }),
      limitS: ({ limit }) => limit,
      severity: 'minor',
      needs: [],
      params: z.object({ limit: z.number().default(5) }),
      detect: () => met('好', 'fine'),
    });
    expect([rule.title.zh, rule.breach.en]).toEqual(['不超过5秒', 'Over 5 s']);
    expect(names({ limit: 9 })).toEqual({
      title: { zh: '不超过9秒', en: 'Within 9 s' },
      breach: { zh: '超过9秒', en: 'Over 9 s' },
      limitS: 9,
    });
    expect(() => names({ limit: 'x' })).toThrow();
    expect(detector([]).names({})).toMatchObject({ title: { zh: '测试' }, limitS: null });
  });

  it('judges once all is there, with defaults and with own parameters', () => {
    const { rule, paramsSchema, detect } = detector(['transcript', 'measures', 'stereo', 'call-record']);
    const call = spokenCall(agentSays('您好'), { measures: measured() });
    expect(detect(call)).toEqual({
      verdict: 'met',
      reason: { zh: '好', en: 'fine' },
      evidence: [],
      value: 5,
      occasion: true,
    });
    expect(detect(call, { limit: 7 }).value).toBe(7);
    expect(() => detect(call, { limit: 10 })).toThrow();
    expect(paramsSchema).toMatchObject({ properties: { limit: { type: 'number', default: 5 } } });
    expect(rule.helps).toEqual(['call-record']);
    expect(rule.mark).toBe(false);
  });
});
