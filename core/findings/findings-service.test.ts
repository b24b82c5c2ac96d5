import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveMeasures } from '../../db/index.ts';
import { fixture } from '../audio/testing.ts';
import type { CoreContext } from '../context.ts';
import { createJobs, type Jobs } from '../jobs/jobs-service.ts';
import { measured } from '../test-support/spoken-call.ts';
import { createTestCore, samplesDir, type TestCore, warmWorkers } from '../test-support/test-core.ts';
import { createCorrections } from '../transcripts/corrections/corrections-service.ts';
import { createTranscripts, type Transcripts } from '../transcripts/transcripts-service.ts';
import { forbiddenPhrase } from './detectors/forbidden-phrase.ts';
import { detectors } from './detectors/index.ts';
import { createFindings, type Findings } from './findings-service.ts';
import { createRuleSet } from './rules/rule-set.ts';

let core: TestCore;
let context: CoreContext;
let jobs: Jobs;
let findings: Findings;
let transcripts: Transcripts;
let now = 1000;
beforeEach(() => {
  now = 1000;
  core = createTestCore({ ports: { clock: () => ++now, spawnWorker: warmWorkers } });
  context = core.context;
  jobs = createJobs(context);
  findings = createFindings(context, { jobs, ruleSet: createRuleSet(context) });
  transcripts = createTranscripts(context, { onAttached: findings.detect });
});
afterEach(async () => {
  await jobs.stopAll();
  await core.close();
});

const rude = '20260302_093012_8013_13911112222.vtt';
const polite = '20260306_143000_8012_13811119999.vtt';

async function addRecording(id: string): Promise<string> {
  await context.library.db
    .insertInto('agents')
    .values({ agent_no: '8013' })
    .onConflict((oc) => oc.doNothing())
    .execute();
  await context.library.db
    .insertInto('recordings')
    .values({
      id,
      path: fixture('burst-gsm.wav'),
      file: `${id}.wav`,
      origin: 'referenced',
      size_bytes: 1,
      mtime_ms: 0,
      sha256: id,
      status: 'imported',
      channels: 2,
      agent_channel: 0,
      agent_channel_from: 'person',
      agent_no: '8013',
      direction: 'inbound',
      duration_ms: 31_700,
      playback: 'original',
      imported_at: 0,
    })
    .execute();
  await context.library.db
    .insertInto('call_records')
    .values({
      id: `c-${id}`,
      recording_id: id,
      file: `${id}.wav`,
      source_file: 'cdr.csv',
      ring_seconds: 21,
      hangup_by: 'agent',
      raw: '{}',
      imported_at: 0,
    })
    .execute();
  return id;
}
const attach = (recordingId: string, file: string) => transcripts.attachFile(recordingId, join(samplesDir, file));
const finding = async (recordingId: string, rule: string) =>
  (await findings.list({ recordingIds: [recordingId] }, {})).find((found) => found.rule === rule)!;
async function done(jobId: string) {
  for (;;) {
    const job = (await jobs.list(undefined, {})).find(({ id }) => id === jobId)!;
    if (['done', 'failed', 'cancelled'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('detecting', () => {
  it('stores a finding of every rule, with verdict, reason, evidence and version', async () => {
    const id = await addRecording('a');
    await attach(id, rude);
    await findings.detect(id);
    const list = await findings.list({ recordingIds: [id] }, {});
    expect(list.map(({ rule }) => rule).toSorted()).toEqual(detectors.map(({ rule }) => rule.id).toSorted());
    expect(list.find(({ rule }) => rule === 'forbidden-phrase')).toMatchObject({
      recordingId: 'a',
      file: 'a.wav',
      ruleVersion: forbiddenPhrase.rule.version,
      title: { zh: '说了服务忌语', en: 'Forbidden phrase said' },
      severity: 'fatal',
      verdict: 'not_met',
      value: 6,
      decision: null,
    });
    expect((await finding(id, 'forbidden-phrase')).evidence[0]).toMatchObject({ channel: 0, text: '不归我管' });
    expect(await finding(id, 'customer-hangs-up-first')).toMatchObject({ verdict: 'not_met' });
    expect(await finding(id, 'answer-in-three-rings')).toMatchObject({ verdict: 'not_met', value: 5 });
    const row = context.library.raw.prepare('SELECT status, open_fatal FROM recordings').get();
    expect(row).toEqual({ status: 'analysed', open_fatal: 1 });
  });

  it('of a recording without transcript says what is missing', async () => {
    const id = await addRecording('a');
    await findings.detect(id);
    expect(await finding(id, 'greeting')).toMatchObject({
      verdict: 'cannot_tell',
      reason: { zh: '没有转写，无法判断。' },
    });
  });

  it('hides card and phone numbers in what it quotes', async () => {
    const id = await addRecording('a');
    const path = join(context.dirs.inbox, 'a.txt');
    writeFileSync(path, '[00:00:00] 坐席：喂，卡号4111111111111111是吗');
    await transcripts.attachFile(id, path);
    await findings.detect(id);
    expect((await finding(id, 'greeting')).evidence[0]!.text).toBe('喂，卡号************1111是吗');
  });

  it('uses stored measures, and leaves those of another version alone', async () => {
    const id = await addRecording('a');
    const measures = measured({ overlaps: [{ start: 3, end: 6, by: 0 }] });
    await saveMeasures(context.library.db, {
      recording_id: id,
      version: measures.version,
      data: JSON.stringify(measures),
      created_at: 1,
    });
    await findings.detect(id);
    expect((await finding(id, 'interruption')).verdict).toBe('not_met');
    expect(await findings.measures({ recordingId: id }, {})).toMatchObject({ duration: 300 });
    const newer = JSON.stringify({ ...measures, version: 99 });
    await saveMeasures(context.library.db, { recording_id: id, version: 99, data: newer, created_at: 2 });
    await findings.detect(id);
    expect((await finding(id, 'interruption')).verdict).toBe('cannot_tell');
  });

  it('follows a transcript that a person attaches', async () => {
    const id = await addRecording('a');
    await findings.detect(id);
    await transcripts.attach({ recordingId: id, path: join(samplesDir, polite) }, {});
    expect((await finding(id, 'greeting')).verdict).toBe('met');
  });

  it('names a recording that is not there', async () => {
    await expect(findings.detect('gone')).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND' });
    expect(await findings.measures({ recordingId: 'gone' }, {})).toBeNull();
    expect(await findings.list({}, {})).toEqual([]);
  });
});

describe('a person’s decision', () => {
  it('stays through detection, and turns round when the verdict does', async () => {
    const id = await addRecording('a');
    await attach(id, rude);
    await findings.detect(id);
    const first = await finding(id, 'greeting');
    await findings.setDecision(first.id, false, '王');
    await findings.detect(id);
    expect(await finding(id, 'greeting')).toMatchObject({ id: first.id, verdict: 'not_met', decision: false });
    // There was a greeting: to the new verdict, met, that is a yes.
    await attach(id, polite);
    await findings.detect(id);
    expect(await finding(id, 'greeting')).toMatchObject({ id: first.id, verdict: 'met', decision: true });
    await findings.setDecision(first.id, null, '王');
    expect((await finding(id, 'greeting')).decision).toBeNull();
    const stored = context.library.raw
      .prepare('SELECT decided_by, decided_at FROM findings WHERE id = ?')
      .get(first.id);
    expect(stored).toEqual({ decided_by: null, decided_at: null });
  });

  it('is written to the audit log, and needs a finding', async () => {
    const id = await addRecording('a');
    await findings.detect(id);
    const { id: findingId } = await finding(id, 'closing');
    await findings.setDecision(findingId, true, '王');
    await expect(findings.setDecision('gone', true, '王')).rejects.toMatchObject({ code: 'FINDING_NOT_FOUND' });
    const entries = context.library.raw.prepare('SELECT action, subject, detail FROM audit_log').all();
    expect(entries).toEqual([{ action: 'finding.decide', subject: findingId, detail: '{"decision":true}' }]);
  });
});

describe('analysing in the background', () => {
  it('takes what is new or outdated, and everything when forced', async () => {
    for (const id of ['a', 'b', 'c']) await addRecording(id);
    const first = await findings.analyze({ recordingIds: ['a', 'b'] }, {});
    expect(first.total).toBe(2);
    expect(await done(first.jobId)).toMatchObject({ kind: 'analyze', state: 'done', done: 2, failed: 0 });
    expect((await findings.analyze({}, {})).total).toBe(1);
    await attach('b', rude);
    const again = await findings.analyze({ recordingIds: ['a', 'b'] }, {});
    expect(again.total).toBe(1);
    await done(again.jobId);
    expect((await finding('b', 'greeting')).verdict).toBe('not_met');
    expect((await findings.analyze({ force: true }, {})).total).toBe(3);
  });

  it('catches up with a correction after which the program ended', async () => {
    await addRecording('a');
    await attach('a', rude);
    await done((await findings.analyze({}, {})).jobId);
    expect((await findings.analyze({}, {})).total).toBe(0);
    const corrections = createCorrections(context, { onChanged: () => {} });
    const { segments: seen } = (await transcripts.get({ recordingId: 'a' }, {}))!;
    await corrections.apply({ recordingId: 'a', editId: 'e', edit: { kind: 'swap' }, seen }, {});
    const { jobId, total } = await findings.analyze({}, {});
    expect(total).toBe(1);
    await done(jobId);
    expect((await finding('a', 'forbidden-phrase')).verdict).toBe('met');
  });

  it('goes on after a recording that was removed meanwhile', async () => {
    for (const id of ['a', 'b']) await addRecording(id);
    const stopped = createJobs(context);
    const other = createFindings(context, { jobs: stopped, ruleSet: createRuleSet(context) });
    await stopped.stopAll();
    const { jobId } = await other.analyze({}, {});
    await context.library.db.deleteFrom('recordings').where('id', '=', 'a').execute();
    await jobs.resumeUnfinished();
    expect(await done(jobId)).toMatchObject({ state: 'done', done: 2, failed: 1 });
    expect((await findings.list({}, {})).map(({ recordingId }) => recordingId)).toContain('b');
  });
});

it('has a detector for every rule that the scoring templates name', () => {
  const known = new Set(detectors.map(({ rule }) => rule.id));
  for (const file of ['service-standard.json', 'conduct-call-deductions.json']) {
    const text = readFileSync(join(context.templatesDir, file), 'utf8');
    const named = Array.from(
      text.matchAll(/"rules":\s*\[([^\]]*)\]/g),
      ([, list]) => list!.match(/[a-z-]+/g) ?? [],
    ).flat();
    expect(named.filter((rule) => !known.has(rule))).toEqual([]);
  }
});
