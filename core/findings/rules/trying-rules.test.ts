import { beforeEach, describe, expect, it } from 'vitest';
import { addReview } from '../../test-support/library-rows.ts';
import { busyWord, freshRules } from './testing-rules.ts';

const at = freshRules();

describe('what people say', () => {
  const answer = (item: string, given: string, byPerson = 1) =>
    at.core.context.library.raw
      .prepare("INSERT INTO review_answers VALUES ('review-rude', ?, ?, NULL, NULL, ?, 1)")
      .run(item, given, byPerson);
  beforeEach(async () => {
    const item = (id: string, ...named: string[]) => ({
      id,
      article: '1',
      title: { zh: id, en: id },
      help: { zh: '', en: '' },
      kind: 'judge',
      severity: 'minor',
      rules: named,
    });
    const content = {
      ...{ id: 'test', version: 1, title: { zh: '', en: '' }, mode: 'percentage', passMark: 1, excellentMark: 2 },
      afterFail: 'zero',
      sections: [
        { id: 's', title: { zh: '', en: '' }, items: [item('one', 'closing'), item('two', 'greeting', 'agent-id')] },
      ],
    };
    at.core.context.library.raw
      .prepare("INSERT INTO template_versions VALUES ('test', 1, '', '', 'percentage', ?, '', 1)")
      .run(JSON.stringify(content));
    await addReview(at.core.context.library, 'rude', { state: 'submitted' });
  });

  it('is the decision on a finding: confirmed, refused or missed', async () => {
    await at.findings.setDecision((await at.finding('rude', 'greeting'))!.id, true, '王');
    await at.findings.setDecision((await at.finding('polite', 'greeting'))!.id, false, '王');
    await at.findings.setDecision((await at.finding('mute', 'greeting'))!.id, true, '王');
    expect((await at.rule('greeting')).agreement).toEqual({
      decided: 3,
      confirmed: 1,
      refused: 0,
      missed: 2,
      unknown: 1,
      precision: { numerator: 1, denominator: 1, value: 1 },
      recall: { numerator: 1, denominator: 3, value: 1 / 3 },
      f1: 0.5,
    });
  });

  it('is an answer in a submitted review where there is no decision', async () => {
    answer('one', 'no');
    const { verdict, id } = (await at.finding('rude', 'closing'))!;
    expect((await at.rule('closing')).agreement).toMatchObject({
      decided: 1,
      [verdict === 'not_met' ? 'confirmed' : 'missed']: 1,
    });
    await at.findings.setDecision(id, verdict === 'met', '王');
    expect((await at.rule('closing')).agreement).toMatchObject({ decided: 1, confirmed: 0, missed: 0 });
  });

  it('is nothing where a “no” could mean another rule, where the program filled it in, or in a draft', async () => {
    answer('two', 'no');
    answer('one', 'no', 0);
    expect((await at.rule('greeting')).agreement.decided + (await at.rule('closing')).agreement.decided).toBe(0);
    at.core.context.library.raw.prepare("UPDATE review_answers SET by_person = 1, answer = 'yes'").run();
    expect((await at.rule('greeting')).agreement).toMatchObject({ decided: 1, refused: 1 });
    at.core.context.library.raw.prepare("UPDATE reviews SET state = 'draft'").run();
    expect((await at.rule('greeting')).agreement.decided).toBe(0);
  });
});

describe('trying a rule', () => {
  it('shows which calls flip and how it agrees with people, and stores nothing', async () => {
    const { id } = (await at.finding('polite', 'forbidden-phrase'))!;
    await at.findings.setDecision(id, false, '王');
    const before = at.core.context.library.raw.serialize();
    const result = await at.tried({ ruleId: 'forbidden-phrase', params: { extra: ['感谢'] } });
    expect(result).toMatchObject({
      calls: 3,
      seen: [0, 3],
      before: { met: 1, not_met: 1, cannot_tell: 1 },
      after: { met: 0, not_met: 2, cannot_tell: 1 },
      flipped: 1,
      flips: [
        { recordingId: 'polite', file: 'polite.wav', startedAt: 3, before: 'met', after: 'not_met', broken: true },
      ],
      agreement: { before: { missed: 1, recall: { value: 0 } }, after: { confirmed: 1, recall: { value: 1 }, f1: 1 } },
    });
    expect(result.flips[0]!.quote).toBe('感谢');
    expect(result.matrix).toContainEqual({ from: 'met', to: 'not_met', count: 1 });
    expect(at.core.context.library.raw.serialize().equals(before)).toBe(true);
  });

  it('that is new names the calls that it does not find met', async () => {
    const result = await at.tried({ definition: busyWord });
    expect(result).toMatchObject({ before: null, agreement: { before: null }, flipped: 2 });
    expect(result.flips.map(({ recordingId, before, after }) => [recordingId, before, after])).toEqual([
      ['polite', null, 'not_met'],
      ['mute', null, 'cannot_tell'],
    ]);
  });

  it('looks at the calls of a filter alone', async () => {
    const { calls } = await at.tried({ ruleId: 'greeting', params: { sentences: 1 } }, { ids: ['polite'] });
    expect(calls).toBe(1);
  });

  it('stops when the caller leaves', async () => {
    const leave = new AbortController();
    const types: string[] = [];
    for await (const { type } of await at.rules.backtest(
      { subject: { ruleId: 'greeting', params: {} } },
      { signal: leave.signal },
    )) {
      types.push(type);
      leave.abort();
    }
    expect(types).toEqual(['progress']);
  });

  it.each([
    [{ ruleId: 'gone', params: {} }, 'RULE_NOT_FOUND'],
    [{ ruleId: 'greeting', params: { sentences: 0 } }, 'RULE_INVALID'],
    [{ ruleId: 'greeting', definition: busyWord }, 'RULE_NOT_FOUND'],
    [{ definition: { ...busyWord, match: { condition: 'y' } } }, 'RULE_INVALID'],
  ])('%o is refused before anything is judged', async (subject, code) => {
    await expect(at.rules.backtest({ subject }, {})).rejects.toMatchObject({ code });
  });
});
