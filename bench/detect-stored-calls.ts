/**
 * How long the detectors take over stored calls: `node bench/detect-stored-calls.ts [CALLS]`.
 * Each call carries the transcript, the call record and the measures of one of the samples.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measuresVersion } from '../core/audio/measures.ts';
import { createFindings } from '../core/findings/findings-service.ts';
import { createRuleSet } from '../core/findings/rules/rule-set.ts';
import { createRules } from '../core/findings/rules/rules-service.ts';
import { createJobs } from '../core/jobs/jobs-service.ts';
import { labelledCalls } from '../core/test-support/labelled-calls.ts';
import { createTestCore, samplesDir } from '../core/test-support/test-core.ts';
import { toRows } from '../core/transcripts/stored-sentence.ts';
import { replaceTranscript, saveMeasures } from '../db/index.ts';

const calls = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'tingjian-bench-'));
const core = createTestCore({ libraryDir: folder });
const { context } = core;
const { db } = context.library;
const samples = labelledCalls(samplesDir).filter(({ call }) => call.transcript !== null);
/** Wall clock, and what of it this process computed: on a busy machine the two differ. */
const begin = () => ({ at: performance.now(), cpu: process.cpuUsage() });
const since = ({ at, cpu }: ReturnType<typeof begin>) => {
  const { user, system } = process.cpuUsage(cpu);
  return `${((performance.now() - at) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of them computing`;
};

try {
  let start = begin();
  for (let index = 0; index < calls; index += 1) {
    const { measured: call, file } = samples[index % samples.length]!;
    const id = `r${index}`;
    await db
      .insertInto('recordings')
      .values({
        id,
        path: file,
        file,
        origin: 'referenced',
        size_bytes: 1,
        mtime_ms: 0,
        sha256: id,
        status: 'imported',
        channels: call.recording.channels,
        agent_channel: call.recording.agentChannel,
        direction: call.recording.direction,
        playback: 'original',
        imported_at: 0,
      })
      .execute();
    await replaceTranscript(
      context.library,
      { id: `t${index}`, recording_id: id, source: 'import', engine: null, created_at: 0 },
      toRows(call.transcript!.sentences),
    );
    await saveMeasures(db, {
      recording_id: id,
      version: measuresVersion,
      data: JSON.stringify(call.measures),
      created_at: 0,
    });
  }
  console.log(`${calls} calls stored and indexed in ${since(start)}`);
  const jobs = createJobs(context);
  const ruleSet = createRuleSet(context);
  const findings = createFindings(context, { jobs, ruleSet });
  const rules = createRules(context, { ruleSet, findings });
  const finished = async (what: string, work: () => Promise<string | null>) => {
    const leave = new AbortController();
    const events = context.events.subscribe(leave.signal);
    start = begin();
    const jobId = await work();
    for await (const event of events)
      if (event.type === 'job' && event.job.id === jobId && event.job.state === 'done') break;
    console.log(`${what}: ${since(start)}`);
    leave.abort();
  };
  await finished(`${calls} calls judged by every rule and stored`, async () => (await findings.analyze({}, {})).jobId);
  await context.library.db
    .updateTable('transcripts')
    .set({ created_at: Date.now() + 1 })
    .execute();
  await finished('the same again, nothing changed', async () => (await findings.analyze({}, {})).jobId);
  for (const [id, params] of [
    ['forbidden-phrase', { extra: ['稍等'] }],
    ['wait-over-limit', { limit: 30 }],
  ] as const) {
    start = begin();
    for await (const event of await rules.backtest({ subject: { ruleId: id, params } }, {}))
      if (event.type === 'result')
        console.log(`${id} tried on ${event.result.calls} calls, ${event.result.flipped} flip: ${since(start)}`);
    await finished(`${id} applied`, async () => (await rules.saveParams({ id, params, note: '' }, {})).jobId);
  }
  start = begin();
  const listed = await rules.list(undefined, {});
  console.log(`${listed.length} rules listed with their figures: ${since(start)}`);
  await jobs.stopAll();
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
