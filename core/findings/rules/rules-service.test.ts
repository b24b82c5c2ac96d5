import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BacktestResult, RuleDefinitionInput } from '../../contract/index.ts';
import { createJobs, type Jobs } from '../../jobs/jobs-service.ts';
import type { ServiceOf } from '../../service.ts';
import { addRecording, addReview } from '../../test-support/library-rows.ts';
import { createTestCore, samplesDir, type TestCore } from '../../test-support/test-core.ts';
import { createTranscripts } from '../../transcripts/transcripts-service.ts';
import { detectors } from '../detectors/index.ts';
import { createFindings, type Findings } from '../findings-service.ts';
import { createRuleSet } from './rule-set.ts';
import { createRules } from './rules-service.ts';

let core: TestCore;
let jobs: Jobs;
let findings: Findings;
let rules: ServiceOf<'rules'>;
let now: number;

/** Three calls of the samples: a polite one, a rude one, and one without transcript. */
beforeEach(async () => {
  now = 1000;
  core = createTestCore({ ports: { clock: () => ++now } });
  const { context } = core;
  jobs = createJobs(context);
  const ruleSet = createRuleSet(context);
  findings = createFindings(context, { jobs, ruleSet });
  rules = createRules(context, { ruleSet, findings });
  const transcripts = createTranscripts(context, { onAttached: findings.detect });
  const stereo = { channels: 2, agent_channel: 0, direction: 'inbound' as const };
  for (const [id, file] of Object.entries(files)) {
    await addRecording(context.library, id, { ...stereo, started_at: started[id]! });
    if (file) await transcripts.attachFile(id, join(samplesDir, file));
    await findings.detect(id);
  }
  await context.settings.save({ inspector: '王' });
});
afterEach(async () => {
  await jobs.stopAll();
  await core.close();
});
/** Versions that the program comes with; a library's own count on from there. */
const builtInVersion = (id: string) => detectors.find((detector) => detector.rule.id === id)!.rule.version;
const builtIn = { forbidden: builtInVersion('forbidden-phrase'), greeting: builtInVersion('greeting') };
const files: Record<string, string | null> = {
  polite: '20260306_143000_8012_13811119999.vtt',
  rude: '20260302_093012_8013_13911112222.vtt',
  mute: null,
};
const started: Record<string, number> = { polite: 3, rude: 2, mute: 1 };

async function applied({ jobId }: { jobId: string | null }) {
  await expect.poll(async () => (await jobs.list(undefined, {})).find(({ id }) => id === jobId)?.state).toBe('done');
}
const finding = async (recordingId: string, rule: string) =>
  (await findings.list({ recordingIds: [recordingId] }, {})).find((found) => found.rule === rule);
const verdicts = async (rule: string) =>
  Promise.all(Object.keys(files).map(async (id) => (await finding(id, rule))?.verdict));
const stored = (rule: string) =>
  core.context.library.raw
    .prepare('SELECT rule_version AS version, params FROM findings WHERE rule = ? ORDER BY recording_id')
    .all(rule) as { version: number; params: string }[];
const rule = async (id: string) => (await rules.list(undefined, {})).find((each) => each.id === id)!;
async function tried(
  subject: Parameters<typeof rules.backtest>[0]['subject'],
  filter?: { q?: string; ids?: string[] },
) {
  const seen: number[] = [];
  for await (const event of await rules.backtest({ subject, ...(filter ? { filter } : {}) }, {})) {
    if (event.type === 'result') return { ...event.result, seen } as BacktestResult & { seen: number[] };
    seen.push(event.done);
  }
  throw new Error('no result');
}

const busyWord: RuleDefinitionInput = {
  title: { zh: '不说“排队”', en: 'No “queue”' },
  severity: 'minor',
  means: 'breach',
  conditions: [{ id: 'x', role: 'agent', operator: { kind: 'keywords', words: ['您好'] } }],
  match: { condition: 'x' },
};

describe('the list of rules', () => {
  it('shows built-in ones in the order of a call, with parameters, counts and nobody’s word against them', async () => {
    const list = await rules.list(undefined, {});
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
    expect((await rules.get({ id: 'forbidden-phrase' }, {})).phrases[0]).toMatchObject({
      id: 'pushing-off',
      phrases: expect.arrayContaining(['不归我管']),
    });
    await expect(rules.get({ id: 'gone' }, {})).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  });
});

describe('saving parameters', () => {
  it('makes a new version that judges the library again, and that findings name', async () => {
    const saved = await rules.saveParams({ id: 'forbidden-phrase', params: { extra: ['感谢'] }, note: '试行' }, {});
    expect(saved.rule).toMatchObject({
      version: builtIn.forbidden + 1,
      changed: { extra: ['感谢'] },
      params: { extra: ['感谢'], ignored: [] },
    });
    await applied(saved);
    expect(await verdicts('forbidden-phrase')).toEqual(['not_met', 'not_met', 'cannot_tell']);
    expect(stored('forbidden-phrase')).toEqual(
      Array(3).fill({ version: builtIn.forbidden + 1, params: '{"extra":["感谢"]}' }),
    );
    expect(stored('greeting')).toEqual(Array(3).fill({ version: builtIn.greeting, params: '{}' }));
    expect((await findings.list({ recordingIds: ['polite'] }, {})).length).toBe(detectors.length);
    const audit = core.context.library.raw
      .prepare("SELECT who, subject FROM audit_log WHERE action = 'rule.change'")
      .all();
    expect(audit).toEqual([{ who: '王', subject: 'forbidden-phrase' }]);
  });

  it('that change nothing makes no version', async () => {
    await rules.saveParams({ id: 'greeting', params: { sentences: 3 } }, {}).then(applied);
    const again = await rules.saveParams({ id: 'greeting', params: { sentences: 3 } }, {});
    expect(again).toMatchObject({ jobId: null, rule: { version: builtIn.greeting + 1 } });
  });

  it.each([
    ['greeting', { sentences: 99 }, 'sentences'],
    ['greeting', { sentence: 2 }, 'sentence'],
    ['forbidden-phrase', { patterns: ['(x+)+\\1'] }, 'patterns'],
  ])('that do not fit are refused: %s %o', async (id, params, named) => {
    await expect(rules.saveParams({ id, params }, {})).rejects.toMatchObject({
      code: 'RULE_INVALID',
      params: { rule: id, detail: expect.stringContaining(named) },
    });
    expect((await rule(id)).version).toBe(builtInVersion(id));
  });

  it('is kept in a history, and can be taken back', async () => {
    await rules.saveParams({ id: 'greeting', params: { sentences: 3 }, note: '三句' }, {}).then(applied);
    await rules.saveParams({ id: 'greeting', params: { companies: ['听鉴'] } }, {}).then(applied);
    await applied(await rules.revert({ id: 'greeting', version: builtIn.greeting + 1 }, {}));
    expect(await rules.history({ id: 'greeting' }, {})).toMatchObject([
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
    await applied(await rules.revert({ id: 'greeting', version: builtIn.greeting }, {}));
    expect(await rule('greeting')).toMatchObject({
      version: builtIn.greeting + 4,
      params: { sentences: 2, companies: [] },
    });
    expect(stored('greeting')[0]).toEqual({ version: builtIn.greeting + 4, params: '{}' });
    await expect(rules.revert({ id: 'greeting', version: 9 }, {})).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  });

  it('names findings by the limit that each was judged with, breach or norm', async () => {
    const named = async (id: string) => (await finding(id, 'answer-in-three-rings'))!;
    const row = core.context.library.raw.prepare(
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
    await applied(await rules.saveParams({ id: 'wait-over-limit', params: { limit: 45 } }, {}));
    expect(await rule('wait-over-limit')).toMatchObject({
      title: { zh: '客户等待不超过45秒' },
      breach: { zh: '客户等待超过45秒' },
    });
    expect(await finding('rude', 'wait-over-limit')).toMatchObject({ limitS: 45 });
    expect(await finding('rude', 'greeting')).toMatchObject({ limitS: null });
  });

  it('leaves calls that were not judged by it to the next analysis, when the program ends before', async () => {
    const idle = createJobs(core.context);
    await idle.stopAll();
    const ruleSet = createRuleSet(core.context);
    const stopped = createFindings(core.context, { jobs: idle, ruleSet });
    const { jobId } = await createRules(core.context, { ruleSet, findings: stopped }).saveParams(
      { id: 'forbidden-phrase', params: { extra: ['感谢'] } },
      {},
    );
    expect((await finding('polite', 'forbidden-phrase'))!.ruleVersion).toBe(builtIn.forbidden);
    await jobs.resumeUnfinished();
    await applied({ jobId });
    expect(await finding('polite', 'forbidden-phrase')).toMatchObject({
      ruleVersion: builtIn.forbidden + 1,
      verdict: 'not_met',
    });
  });
});

describe('switching a rule off', () => {
  it('takes its findings away, and back again with what people had decided', async () => {
    await findings.setDecision((await finding('rude', 'greeting'))!.id, false, '王');
    await findings.setDecision((await finding('polite', 'greeting'))!.id, true, '李');
    await applied(await rules.setEnabled({ id: 'greeting', enabled: false }, {}));
    expect(await verdicts('greeting')).toEqual([undefined, undefined, undefined]);
    expect(await rule('greeting')).toMatchObject({ enabled: false, counts: { met: 0, not_met: 0, cannot_tell: 0 } });
    await applied(await rules.setEnabled({ id: 'greeting', enabled: true }, {}));
    expect(await finding('rude', 'greeting')).toMatchObject({ verdict: 'not_met', decision: false });
    expect(await finding('polite', 'greeting')).toMatchObject({ verdict: 'met', decision: true });
    expect((await rule('greeting')).agreement).toMatchObject({ decided: 2, confirmed: 0, refused: 1, missed: 0 });
    const left = core.context.library.raw.prepare('SELECT count(*) FROM kept_decisions').pluck().get();
    expect(left).toBe(0);
  });

  it('judges new calls without it', async () => {
    await applied(await rules.setEnabled({ id: 'greeting', enabled: false }, {}));
    await findings.detect('polite');
    expect(await finding('polite', 'greeting')).toBeUndefined();
    expect((await findings.analyze({ recordingIds: [] }, {})).total).toBe(0);
  });
});

describe('an own rule', () => {
  it('is saved, judges, looks like the others, is changed, removed and brought back', async () => {
    const saved = await rules.saveOwn({ definition: busyWord, note: '' }, {});
    const { id } = saved.rule;
    expect(saved.rule).toMatchObject({
      kind: 'own',
      version: 1,
      enabled: true,
      needs: ['transcript'],
      paramsSchema: null,
      definition: { conditions: [{ anchor: null, operator: { match: 'any' } }] },
    });
    await applied(saved);
    expect(await finding('polite', id)).toMatchObject({
      verdict: 'not_met',
      title: busyWord.title,
      severity: 'minor',
      ruleVersion: 1,
      evidence: [{ text: '您好', channel: 0 }],
    });
    expect((await rules.list(undefined, {})).at(-1)).toMatchObject({ id, counts: { not_met: 1, cannot_tell: 1 } });

    await applied(await rules.saveOwn({ id, definition: { ...busyWord, means: 'requirement' } }, {}));
    expect(await finding('polite', id)).toMatchObject({ verdict: 'met', ruleVersion: 2 });

    const breach = { zh: '没有说您好', en: '' };
    await applied(await rules.saveOwn({ id, definition: { ...busyWord, breach } }, {}));
    expect(await finding('polite', id)).toMatchObject({
      verdict: 'not_met',
      title: { zh: '没有说您好', en: '没有说您好' },
    });
    await applied(await rules.saveOwn({ id, definition: { ...busyWord, breach, means: 'requirement' } }, {}));
    expect(await finding('polite', id)).toMatchObject({ verdict: 'met', title: busyWord.title });

    await applied(await rules.removeOwn({ id }, {}));
    expect(await finding('polite', id)).toBeUndefined();
    await expect(rules.get({ id }, {})).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
    await applied(await rules.revert({ id, version: 1 }, {}));
    expect(await finding('polite', id)).toMatchObject({ verdict: 'not_met', ruleVersion: 6 });
    expect((await rules.history({ id }, {})).map(({ action }) => action)).toEqual([
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
    await expect(rules.saveOwn({ definition: broken }, {})).rejects.toMatchObject({ code: 'RULE_INVALID' });
    for (const work of [
      rules.saveOwn({ id: 'greeting', definition: busyWord }, {}),
      rules.removeOwn({ id: 'greeting' }, {}),
      rules.saveParams({ id: 'own', params: {} }, {}),
    ])
      await expect(work).rejects.toMatchObject({ code: 'RULE_NOT_FOUND' });
  });
});

it('reads a library that another version of the program changed', async () => {
  const insert = core.context.library.raw.prepare(
    "INSERT INTO rule_revisions VALUES (?, 1, 2, 'params', 1, 0, ?, ?, '', '王', 1)",
  );
  insert.run('greeting', '{"sentences":2,"unheardOf":true}', null);
  insert.run('own-1', '{}', '{"means":"prophecy"}');
  expect(await rule('greeting')).toMatchObject({ version: builtIn.greeting + 1, params: { sentences: 2 } });
  await findings.detect('polite');
  expect(await finding('polite', 'greeting')).toMatchObject({ verdict: 'met', ruleVersion: builtIn.greeting + 1 });
  expect(await finding('polite', 'own-1')).toBeUndefined();
});

describe('what people say', () => {
  const answer = (item: string, given: string, byPerson = 1) =>
    core.context.library.raw
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
    core.context.library.raw
      .prepare("INSERT INTO template_versions VALUES ('test', 1, '', '', 'percentage', ?, '', 1)")
      .run(JSON.stringify(content));
    await addReview(core.context.library, 'rude', { state: 'submitted' });
  });

  it('is the decision on a finding: confirmed, refused or missed', async () => {
    await findings.setDecision((await finding('rude', 'greeting'))!.id, true, '王');
    await findings.setDecision((await finding('polite', 'greeting'))!.id, false, '王');
    await findings.setDecision((await finding('mute', 'greeting'))!.id, true, '王');
    expect((await rule('greeting')).agreement).toEqual({
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
    const { verdict, id } = (await finding('rude', 'closing'))!;
    expect((await rule('closing')).agreement).toMatchObject({
      decided: 1,
      [verdict === 'not_met' ? 'confirmed' : 'missed']: 1,
    });
    await findings.setDecision(id, verdict === 'met', '王');
    expect((await rule('closing')).agreement).toMatchObject({ decided: 1, confirmed: 0, missed: 0 });
  });

  it('is nothing where a “no” could mean another rule, where the program filled it in, or in a draft', async () => {
    answer('two', 'no');
    answer('one', 'no', 0);
    expect((await rule('greeting')).agreement.decided + (await rule('closing')).agreement.decided).toBe(0);
    core.context.library.raw.prepare("UPDATE review_answers SET by_person = 1, answer = 'yes'").run();
    expect((await rule('greeting')).agreement).toMatchObject({ decided: 1, refused: 1 });
    core.context.library.raw.prepare("UPDATE reviews SET state = 'draft'").run();
    expect((await rule('greeting')).agreement.decided).toBe(0);
  });
});

describe('trying a rule', () => {
  it('shows which calls flip and how it agrees with people, and stores nothing', async () => {
    const { id } = (await finding('polite', 'forbidden-phrase'))!;
    await findings.setDecision(id, false, '王');
    const before = core.context.library.raw.serialize();
    const result = await tried({ ruleId: 'forbidden-phrase', params: { extra: ['感谢'] } });
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
    expect(core.context.library.raw.serialize().equals(before)).toBe(true);
  });

  it('that is new names the calls that it does not find met', async () => {
    const result = await tried({ definition: busyWord });
    expect(result).toMatchObject({ before: null, agreement: { before: null }, flipped: 2 });
    expect(result.flips.map(({ recordingId, before, after }) => [recordingId, before, after])).toEqual([
      ['polite', null, 'not_met'],
      ['mute', null, 'cannot_tell'],
    ]);
  });

  it('looks at the calls of a filter alone', async () => {
    const { calls } = await tried({ ruleId: 'greeting', params: { sentences: 1 } }, { ids: ['polite'] });
    expect(calls).toBe(1);
  });

  it('stops when the caller leaves', async () => {
    const leave = new AbortController();
    const types: string[] = [];
    for await (const { type } of await rules.backtest(
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
    await expect(rules.backtest({ subject }, {})).rejects.toMatchObject({ code });
  });
});
