/**
 * How long the detectors take over stored calls: `node bench/detect-stored-calls.ts [CALLS]`.
 * Each call carries the transcript and call record of one of the samples.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFindings } from '../core/findings/findings-service.ts';
import { createJobs } from '../core/jobs/jobs-service.ts';
import { labelledCalls } from '../core/test-support/labelled-calls.ts';
import { createTestCore, samplesDir } from '../core/test-support/test-core.ts';
import { toRows } from '../core/transcripts/stored-sentence.ts';
import { replaceTranscript } from '../db/index.ts';

const calls = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'tingjian-bench-'));
const core = createTestCore({ libraryDir: folder });
const { context } = core;
const { db } = context.library;
const samples = labelledCalls(samplesDir).filter(({ call }) => call.transcript !== null);
const since = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

try {
  let start = performance.now();
  for (let index = 0; index < calls; index += 1) {
    const { call, file } = samples[index % samples.length]!;
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
  }
  console.log(`${calls} calls stored and indexed in ${since(start)}`);
  for (const round of ['first time', 'again']) {
    const jobs = createJobs(context);
    const findings = createFindings(context, { jobs });
    start = performance.now();
    const done = new AbortController();
    const events = context.events.subscribe(done.signal);
    const { jobId } = await findings.analyze({ force: true }, {});
    for await (const event of events)
      if (event.type === 'job' && event.job.id === jobId && event.job.state === 'done') break;
    console.log(`${calls} calls judged by every rule, ${round}: ${since(start)}`);
    done.abort();
    await jobs.stopAll();
  }
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
