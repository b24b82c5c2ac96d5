import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../core/contract/index.ts';
import { bySeverity, markFindings, undecided } from './marks.ts';

const finding = (id: string, over: Partial<Finding> = {}, at?: [number, number]): Finding => ({
  id,
  recordingId: 'r',
  file: 'a.wav',
  rule: id,
  ruleVersion: 1,
  title: { zh: id, en: id },
  severity: 'serious',
  mark: false,
  verdict: 'not_met',
  reason: { zh: '', en: '' },
  evidence: at ? [{ start: at[0], end: at[1], channel: null, text: null }] : [],
  value: null,
  limitS: null,
  occasion: true,
  decision: null,
  ...over,
});

describe('findings of a call', () => {
  const marks = markFindings([
    finding('late', { severity: 'fatal' }, [90, 95]),
    finding('nowhere'),
    finding('unheard', { verdict: 'cannot_tell' }),
    finding('asked', { verdict: 'cannot_tell' }, [95, 96]),
    finding('fine', { verdict: 'met' }, [1, 2]),
    finding('early', { decision: false }, [10, 20]),
    finding('angry', { mark: true }, [30, 40]),
  ]);

  it('are numbered in the order of the call, without those in order and without questions that nothing raises', () => {
    expect(marks.map(({ finding: { id }, number }) => [id, number])).toEqual([
      ['fine', null],
      ['early', 1],
      ['angry', null],
      ['late', 2],
      ['asked', 3],
      ['nowhere', 4],
      ['unheard', null],
    ]);
  });

  it('are listed gravest first, questions after them', () => {
    expect(bySeverity(marks).map(({ shape }) => shape)).toEqual([
      'fatal',
      'serious',
      'serious',
      'unknown',
      'unknown',
      'mark',
      'pass',
    ]);
  });

  it('stay to be handled until a person decides', () => {
    expect(undecided(marks).map(({ finding: { id } }) => id)).toEqual(['late', 'asked', 'nowhere']);
  });
});
