import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../core/contract/index.ts';
import { markFindings } from '../findings/marks.ts';
import { limitOf } from './limits.ts';

const found = (rule: string, limitS: number | null, changes: Partial<Finding> = {}): Finding => ({
  id: rule,
  recordingId: 'r',
  file: 'a.wav',
  rule,
  ruleVersion: 1,
  title: { zh: rule, en: rule },
  severity: 'serious',
  mark: false,
  verdict: 'not_met',
  reason: { zh: '', en: '' },
  evidence: [{ start: 10, end: 60, channel: null, text: null }],
  value: null,
  limitS,
  occasion: true,
  decision: null,
  ...changes,
});
const wait = { start: 10, end: 60 };
const limit = (findings: Finding[], cause: Parameters<typeof limitOf>[1] = null, span = wait) =>
  limitOf(span, cause, markFindings(findings));

describe('the limit beside a wait', () => {
  it('is that of the rule that found it too long, as the call was judged', () => {
    expect(limit([found('wait-over-limit', 45)])).toEqual({ seconds: 45, broken: true });
    expect(limit([found('prolonged-silence', 20, { severity: 'minor' })])).toEqual({ seconds: 20, broken: true });
  });

  it('is that of the graver rule where two found it', () => {
    const silence = found('prolonged-silence', 15, { severity: 'minor' });
    expect(limit([silence, found('wait-over-limit', 45)])).toEqual({ seconds: 45, broken: true });
  });

  it('is that of waits, kept, where no rule found it too long or a person said so', () => {
    const kept = found('wait-over-limit', 60, { verdict: 'met', evidence: [] });
    expect(limit([kept])).toEqual({ seconds: 60, broken: false });
    expect(limit([found('wait-over-limit', 30, { decision: false })])).toEqual({ seconds: 30, broken: false });
    expect(limit([found('wait-over-limit', 30)], null, { start: 100, end: 120 })).toEqual({
      seconds: 30,
      broken: false,
    });
  });

  it('is none where the agent is not the reason, or no rule with a limit judged the call', () => {
    const kept = found('wait-over-limit', 60, { verdict: 'met', evidence: [] });
    for (const cause of ['customer-away', 'queue', 'system'] as const) expect(limit([kept], cause)).toBeNull();
    expect(limit([])).toBeNull();
    expect(limit([found('greeting', null)])).toBeNull();
  });
});
