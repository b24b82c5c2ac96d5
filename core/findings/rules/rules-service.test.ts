import { describe, expect, it } from 'vitest';
import { createJobs } from '../../jobs/jobs-service.ts';
import { detectors } from '../detectors/index.ts';
import { createFindings } from '../findings-service.ts';
import { createRuleSet } from './rule-set.ts';
import { createRules } from './rules-service.ts';
import { busyWord, freshRules } from './testing-rules.ts';

const at = freshRules();
/** Versions that the program comes with; a library's own count on from there. */
const builtInVersion = (id: string) => detectors.find((detector) => detector.rule.id === id)!.rule.version;
const builtIn = { forbidden: builtInVersion('forbidden-phrase'), greeting: builtInVersion('greeting') };

describe('the list of rules', () => {
  it('shows built-in ones in the order of a call, with parameters, counts and nobody’s word against them', async () => {
    const list = await at.rules.list(undefined, {});
    expect(list.map(({ id }) => id)).toEqual(detectors.map(({ rule: { id } }) => id));
    expect(list.find(({ id }) => id === 'greeting')).toMatchObject({
      kind: 'built-in',
      enabled: true,
      version: builtIn.greeting,
      needs: ['transcript'],
      params: { sentences: 2, companies: [] },
      paramsSchema: { properties: { sentences: { default: 2, label: { zh: '开场的坐席语句' } } } },
      counts: { met: 1, not_met: 1, cannot_tell: 1 },
      agreement: { decided: 0, precision: { numerator: 0, denominator: 0, value: null }, f1: null },
    });
    expect((await at.rules.get({ id: 'forbidden-phrase' }, {})).phrases[0]).toMatchObject({
      id: 'pushing-off',
      phrases: expect.arrayContaining(['不归我管']),
    });
    await expect(at.rules.get({ id: 'gone' }, {})).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  });
});

describe('saving parameters', () => {
  it('makes a new version that judges the library again, and that findings name', async () => {
    const saved = await at.rules.saveParams({ id: 'forbidden-phrase', params: { extra: ['感谢'] }, note: '试行' }, {});
    expect(saved.rule).toMatchObject({
      version: builtIn.forbidden + 1,
      changed: { extra: ['感谢'] },
      params: { extra: ['感谢'], ignored: [] },
    });
    await at.applied(saved);
    expect(await at.verdicts('forbidden-phrase')).toEqual(['not_met', 'not_met', 'cannot_tell']);
    expect(at.stored('forbidden-phrase')).toEqual(
      Array(3).fill({ version: builtIn.forbidden + 1, params: '{"extra":["感谢"]}' }),
    );
    expect(at.stored('greeting')).toEqual(Array(3).fill({ version: builtIn.greeting, params: '{}' }));
    expect((await at.findings.list({ recordingIds: ['polite'] }, {})).length).toBe(detectors.length);
    const audit = at.core.context.library.raw
      .prepare("SELECT who, subject FROM audit_log WHERE action = 'rule.change'")
      .all();
    expect(audit).toEqual([{ who: '王', subject: 'forbidden-phrase' }]);
  });

  it('that change nothing makes no version', async () => {
    await at.rules.saveParams({ id: 'greeting', params: { sentences: 3 } }, {}).then(at.applied);
    const again = await at.rules.saveParams({ id: 'greeting', params: { sentences: 3 } }, {});
    expect(again).toMatchObject({ jobId: null, rule: { version: builtIn.greeting + 1 } });
  });

  it.each([
    ['greeting', { sentences: 99 }, 'sentences'],
    ['greeting', { sentence: 2 }, 'sentence'],
    ['forbidden-phrase', { patterns: ['(x+)+\\1'] }, 'patterns'],
  ])('that do not fit are refused: %s %o', async (id, params, named) => {
    await expect(at.rules.saveParams({ id, params }, {})).rejects.toMatchObject({
      code: 'RULE_INVALID',
      params: { rule: id, detail: expect.stringContaining(named) },
    });
    expect((await at.rule(id)).version).toBe(builtInVersion(id));
  });

  it('is kept in a history, and can be taken back', async () => {
    await at.rules.saveParams({ id: 'greeting', params: { sentences: 3 }, note: '三句' }, {}).then(at.applied);
    await at.rules.saveParams({ id: 'greeting', params: { companies: ['听鉴'] } }, {}).then(at.applied);
    await at.applied(await at.rules.revert({ id: 'greeting', version: builtIn.greeting + 1 }, {}));
    expect(await at.rules.history({ id: 'greeting' }, {})).toMatchObject([
      { version: builtIn.greeting + 3, action: 'reverted', params: { sentences: 3 } },
      { version: builtIn.greeting + 2, action: 'params', params: { companies: ['听鉴'] } },
      {
        version: builtIn.greeting + 1,
        action: 'params',
        params: { sentences: 3 },
        note: '三句',
        who: '王',
        at: expect.any(Number),
      },
      { version: builtIn.greeting, action: 'built-in', params: {}, who: null, at: null },
    ]);
    await at.applied(await at.rules.revert({ id: 'greeting', version: builtIn.greeting }, {}));
    expect(await at.rule('greeting')).toMatchObject({
      version: builtIn.greeting + 4,
      params: { sentences: 2, companies: [] },
    });
    expect(at.stored('greeting')[0]).toEqual({ version: builtIn.greeting + 4, params: '{}' });
    await expect(at.rules.revert({ id: 'greeting', version: 9 }, {})).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  });

  it('names findings by the limit that each was judged with, breach or norm', async () => {
    const named = async (id: string) => (await at.finding(id, 'answer-in-three-rings'))!;
    const row = at.core.context.library.raw.prepare(
      "UPDATE findings SET verdict = ?, params = ? WHERE recording_id = ? AND rule = 'answer-in-three-rings'",
    );
    row.run('not_met', '{"rings":2}', 'polite');
    row.run('met', '{"rings":4}', 'rude');
    row.run('not_met', '{"rings":"many"}', 'mute');
    expect((await named('polite')).title.zh).toBe('铃响超过两声才接听');
    expect((await named('rude')).title).toEqual({ zh: '四声铃响内接听', en: 'Answers within four rings' });
    // What another program stored and this one does not understand.
    expect((await named('mute')).title.zh).toBe('铃响超过三声才接听');
  });

  it('are told with the names and the limit that follow from them', async () => {
    await at.applied(await at.rules.saveParams({ id: 'wait-over-limit', params: { limit: 45 } }, {}));
    expect(await at.rule('wait-over-limit')).toMatchObject({
      title: { zh: '客户等待不超过45秒' },
      breach: { zh: '客户等待超过45秒' },
    });
    expect(await at.finding('rude', 'wait-over-limit')).toMatchObject({ limitS: 45 });
    expect(await at.finding('rude', 'greeting')).toMatchObject({ limitS: null });
  });

  it('leaves calls that were not judged by it to the next analysis, when the program ends before', async () => {
    const idle = createJobs(at.core.context);
    await idle.stopAll();
    const ruleSet = createRuleSet(at.core.context);
    const stopped = createFindings(at.core.context, { jobs: idle, ruleSet });
    const { jobId } = await createRules(at.core.context, { ruleSet, findings: stopped }).saveParams(
      { id: 'forbidden-phrase', params: { extra: ['感谢'] } },
      {},
    );
    expect((await at.finding('polite', 'forbidden-phrase'))!.ruleVersion).toBe(builtIn.forbidden);
    await at.jobs.resumeUnfinished();
    await at.applied({ jobId });
    expect(await at.finding('polite', 'forbidden-phrase')).toMatchObject({
      ruleVersion: builtIn.forbidden + 1,
      verdict: 'not_met',
    });
  });
});

describe('switching a rule off', () => {
  it('takes its findings away, and back again with what people had decided', async () => {
    await at.findings.setDecision((await at.finding('rude', 'greeting'))!.id, false, '王');
    await at.findings.setDecision((await at.finding('polite', 'greeting'))!.id, true, '李');
    await at.applied(await at.rules.setEnabled({ id: 'greeting', enabled: false }, {}));
    expect(await at.verdicts('greeting')).toEqual([undefined, undefined, undefined]);
    expect(await at.rule('greeting')).toMatchObject({ enabled: false, counts: { met: 0, not_met: 0, cannot_tell: 0 } });
    await at.applied(await at.rules.setEnabled({ id: 'greeting', enabled: true }, {}));
    expect(await at.finding('rude', 'greeting')).toMatchObject({ verdict: 'not_met', decision: false });
    expect(await at.finding('polite', 'greeting')).toMatchObject({ verdict: 'met', decision: true });
    expect((await at.rule('greeting')).agreement).toMatchObject({ decided: 2, confirmed: 0, refused: 1, missed: 0 });
    const left = at.core.context.library.raw.prepare('SELECT count(*) FROM kept_decisions').pluck().get();
    expect(left).toBe(0);
  });

  it('judges new calls without it', async () => {
    await at.applied(await at.rules.setEnabled({ id: 'greeting', enabled: false }, {}));
    await at.findings.detect('polite');
    expect(await at.finding('polite', 'greeting')).toBeUndefined();
    expect((await at.findings.analyze({ recordingIds: [] }, {})).total).toBe(0);
  });
});

describe('an own rule', () => {
  it('is saved, judges, looks like the others, is changed, removed and brought back', async () => {
    const saved = await at.rules.saveOwn({ definition: busyWord, note: '' }, {});
    const { id } = saved.rule;
    expect(saved.rule).toMatchObject({
      kind: 'own',
      version: 1,
      enabled: true,
      needs: ['transcript'],
      paramsSchema: null,
      definition: { conditions: [{ anchor: null, operator: { match: 'any' } }] },
    });
    await at.applied(saved);
    expect(await at.finding('polite', id)).toMatchObject({
      verdict: 'not_met',
      title: busyWord.title,
      severity: 'minor',
      ruleVersion: 1,
      evidence: [{ text: '您好', channel: 0 }],
    });
    expect((await at.rules.list(undefined, {})).at(-1)).toMatchObject({ id, counts: { not_met: 1, cannot_tell: 1 } });

    await at.applied(await at.rules.saveOwn({ id, definition: { ...busyWord, means: 'requirement' } }, {}));
    expect(await at.finding('polite', id)).toMatchObject({ verdict: 'met', ruleVersion: 2 });

    const breach = { zh: '没有说您好', en: '' };
    await at.applied(await at.rules.saveOwn({ id, definition: { ...busyWord, breach } }, {}));
    expect(await at.finding('polite', id)).toMatchObject({
      verdict: 'not_met',
      title: { zh: '没有说您好', en: '没有说您好' },
    });
    await at.applied(await at.rules.saveOwn({ id, definition: { ...busyWord, breach, means: 'requirement' } }, {}));
    expect(await at.finding('polite', id)).toMatchObject({ verdict: 'met', title: busyWord.title });

    await at.applied(await at.rules.removeOwn({ id }, {}));
    expect(await at.finding('polite', id)).toBeUndefined();
    await expect(at.rules.get({ id }, {})).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
    await at.applied(await at.rules.revert({ id, version: 1 }, {}));
    expect(await at.finding('polite', id)).toMatchObject({ verdict: 'not_met', ruleVersion: 6 });
    expect((await at.rules.history({ id }, {})).map(({ action }) => action)).toEqual([
      'reverted',
      'removed',
      'definition',
      'definition',
      'definition',
      'definition',
    ]);
  });

  it('that cannot work is refused, and so is changing a built-in rule into one', async () => {
    const operator = { kind: 'regex', pattern: '(a' } as const;
    const broken = { ...busyWord, conditions: [{ id: 'x', operator }] };
    await expect(at.rules.saveOwn({ definition: broken }, {})).rejects.toMatchObject({ code: 'RULE_INVALID' });
    for (const work of [
      at.rules.saveOwn({ id: 'greeting', definition: busyWord }, {}),
      at.rules.removeOwn({ id: 'greeting' }, {}),
      at.rules.saveParams({ id: 'own', params: {} }, {}),
    ])
      await expect(work).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  });
});

it('reads a library that another version of the program changed', async () => {
  const insert = at.core.context.library.raw.prepare(
    "INSERT INTO rule_revisions VALUES (?, 1, 2, 'params', 1, 0, ?, ?, '', '王', 1)",
  );
  insert.run('greeting', '{"sentences":2,"unheardOf":true}', null);
  insert.run('own-1', '{}', '{"means":"prophecy"}');
  expect(await at.rule('greeting')).toMatchObject({ version: builtIn.greeting + 1, params: { sentences: 2 } });
  await at.findings.detect('polite');
  expect(await at.finding('polite', 'greeting')).toMatchObject({ verdict: 'met', ruleVersion: builtIn.greeting + 1 });
  expect(await at.finding('polite', 'own-1')).toBeUndefined();
});
