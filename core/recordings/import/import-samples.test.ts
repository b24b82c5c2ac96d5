import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markSampleLibrary } from '../../app/sample-library.ts';
import type { ImportResult } from '../../contract/index.ts';
import { samplesDir } from '../../test-support/test-core.ts';
import { createTestImports, type TestImports } from './test-imports.ts';

interface Truth {
  file: string;
  channels: number;
  duration: number;
  meta: Record<
    'agent_id' | 'agent_name' | 'team' | 'phone' | 'direction' | 'started_at' | 'hangup_by' | 'queue',
    string
  > & {
    ring_seconds: number | '';
  };
}
const truth = JSON.parse(readFileSync(join(samplesDir, 'truth.json'), 'utf8')) as Truth[];
const parties: Record<string, string> = { 客户: 'customer', 用户挂机: 'customer', 坐席: 'agent', 坐席挂机: 'agent' };

let app: TestImports;
let first: ImportResult;
beforeAll(async () => {
  app = createTestImports();
  markSampleLibrary(app.core.context.dirs.root);
  first = await app.end((await app.imports.openSamples(undefined, {})).jobId);
}, 60_000);
afterAll(() => app.close());

const stored = () =>
  app.core.context.library.db
    .selectFrom('recordings as r')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .leftJoin('call_records as c', 'c.recording_id', 'r.id')
    .selectAll('r')
    .select(['a.name as agentName', 'a.initials', 't.name as team', 'c.hangup_by', 'c.ring_seconds'])
    .execute();

describe('importing the sample library', () => {
  it('brings in all ten calls', () => {
    expect(first).toMatchObject({ state: 'done', total: 10, imported: 10, duplicates: 0, failed: [], transcripts: 9 });
    expect(first.cdr).toEqual({
      file: 'cdr.csv',
      rows: 10,
      matched: 10,
      rules: { file: 10, 'near-file': 0, 'call-id': 0, number: 0, agent: 0 },
      waiting: 0,
      further: 0,
      failed: 0,
      repeated: 0,
      problems: [],
      cells: { count: 0, kinds: [] },
      leftSheets: [],
      error: null,
    });
    expect(first.recordings.map(({ file }) => file)).toEqual(truth.map(({ file }) => file).sort());
  });
  it.each(truth.map((call) => [call.file, call] as const))(
    'knows everything about %s',
    async (file, { meta, channels, duration }) => {
      const row = (await stored()).find((recording) => recording.file === file)!;
      expect(row).toMatchObject({
        agent_no: meta.agent_id,
        agentName: meta.agent_name,
        team: meta.team,
        phone: meta.phone,
        direction: meta.direction === '呼入' ? 'inbound' : 'outbound',
        started_at: Date.parse(`${meta.started_at.replace(' ', 'T')}+08:00`),
        business_date: meta.started_at.slice(0, 10),
        business: meta.queue,
        ring_seconds: meta.ring_seconds === '' ? null : meta.ring_seconds,
        hangup_by: parties[meta.hangup_by] ?? null,
        channels,
        // Whose channel which is, is told by the analysis, which this test leaves out.
        agent_channel: null,
        agent_channel_from: channels === 2 ? 'unclear' : null,
        status: 'imported',
      });
      expect(row.duration_ms! / 1000).toBeCloseTo(duration, 0);
    },
  );
  it('can be searched by the agents’ pinyin initials', async () => {
    expect((await stored()).find((recording) => recording.agent_no === '8012')?.initials).toBe('zm');
  });
  it('leaves peaks for every call and hands each to the detectors', () => {
    expect(readdirSync(join(app.core.context.dirs.media, 'peaks'))).toHaveLength(10);
    expect(app.analysed.toSorted()).toEqual(first.recordings.map(({ id }) => id).toSorted());
  });
  it('counts everything as a duplicate when done again', async () => {
    const again = await app.end((await app.imports.openSamples(undefined, {})).jobId);
    expect(again).toMatchObject({ imported: 0, duplicates: 10, failed: [], transcripts: 0 });
    expect(again.cdr).toMatchObject({ rows: 10, matched: 10, repeated: 10 });
    expect(await stored()).toHaveLength(10);
    expect(readdirSync(join(app.core.context.dirs.media, 'peaks'))).toHaveLength(10);
  });
});
