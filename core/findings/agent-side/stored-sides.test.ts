/** From the library and back: the side is decided with the analysis, stored, and a person's word outlives everything. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { measuresVersion } from '../../audio/measures.ts';
import { createJobs } from '../../jobs/jobs-service.ts';
import { createRecordings } from '../../recordings/recordings-service.ts';
import { addAgent, addRecording } from '../../test-support/library-rows.ts';
import { measured } from '../../test-support/spoken-call.ts';
import { createTestCore, type TestCore } from '../../test-support/test-core.ts';
import { createTranscripts } from '../../transcripts/transcripts-service.ts';
import { createFindings, type Findings } from '../findings-service.ts';
import { judgeCalls } from '../judge-calls.ts';
import { storeMeasures } from '../measure-recording.ts';
import { createRuleSet } from '../rules/rule-set.ts';

let core: TestCore;
let findings: Findings;
let recordings: ReturnType<typeof createRecordings>;
let transcripts: ReturnType<typeof createTranscripts>;
beforeEach(async () => {
  core = createTestCore();
  const { context } = core;
  findings = createFindings(context, { jobs: createJobs(context), ruleSet: createRuleSet(context) });
  recordings = createRecordings(context, { onCorrected: findings.detectAll });
  transcripts = createTranscripts(context, { onAttached: findings.detect });
  await addAgent(context.library, '5521', '韩冬', 'hd');
  for (const id of ['r1', 'r2']) await stereo(id);
  await addRecording(context.library, 'mono', { channels: 1 });
});
afterEach(() => core.close());

/** The left side is interrupted by the right one for three seconds; the busy tone is on the left. */
async function stereo(id: string): Promise<void> {
  await addRecording(core.context.library, id, {
    agent_channel_from: 'unclear',
    direction: 'inbound',
    agent_no: '5521',
  });
  const measures = measured(
    {
      version: measuresVersion,
      duration: 40,
      overlaps: [{ start: 12, end: 15, by: 1 }],
      tones: [{ kind: 'busy', channel: 0, start: 30, end: 33, count: 4 }],
    },
    [
      [
        [6, 15, -20],
        [22, 26, -20],
      ],
      [
        [1, 5, -20],
        [12, 20, -20],
      ],
    ],
  );
  await storeMeasures(core.context.library.db, id, measures, 0);
}

const words = [
  ['您好，五五二一号为您服务，请问有什么可以帮您？', 1, 5],
  ['我家里的水管漏了，我都打了两次电话了，一直没有人来修。', 6, 15],
  ['您先不要着急，我马上帮您登记，今天就安排师傅上门。', 12, 20],
  ['那好吧，我等着。', 22, 26],
] as const;

/** @param labels of the side on the right, and of the one on the left */
function transcriptFile(labels: readonly [right: string, left: string]): string {
  const time = (at: number) => `00:00:${String(at).padStart(2, '0')},000`;
  const blocks = words.map(
    ([text, start, end], index) => `${index + 1}\n${time(start)} --> ${time(end)}\n${labels[index % 2]}: ${text}\n`,
  );
  const path = join(mkdtempSync(join(tmpdir(), 'sides-')), 'call.srt');
  writeFileSync(path, blocks.join('\n'));
  return path;
}

const side = async (id = 'r1') => {
  const { agentChannel, agentChannelFrom } = await recordings.get({ id }, {});
  return [agentChannel, agentChannelFrom];
};
const says = async (rule: string, id = 'r1') =>
  (await findings.list({ recordingIds: [id] }, {})).find((f) => f.rule === rule)!;
const speakers = async (id = 'r1') =>
  (await transcripts.get({ recordingId: id }, {}))!.segments.map(({ speaker }) => speaker);
const audit = () =>
  core.context.library.db.selectFrom('audit_log').selectAll().where('action', '=', 'recording.agent-side').execute();

it('leaves open what nothing tells, and the rules say why', async () => {
  await findings.detect('r1');
  expect(await side()).toEqual([null, 'unclear']);
  expect(await says('interruption')).toMatchObject({
    verdict: 'cannot_tell',
    reason: { zh: expect.stringContaining('声道是坐席') },
  });
  expect(await says('customer-hangs-up-first')).toMatchObject({
    verdict: 'cannot_tell',
    reason: { zh: expect.stringContaining('忙音'), en: expect.stringContaining('Two channels') },
  });
});

it('is told by an imported transcript: the agent on the right interrupts, and the customer hangs up', async () => {
  await transcripts.attach({ recordingId: 'r1', path: transcriptFile(['坐席', '客户']) }, {});
  expect(await side()).toEqual([1, 'transcript']);
  expect((await says('interruption')).verdict).toBe('not_met');
  expect((await says('customer-hangs-up-first')).verdict).toBe('met');
});

it('gives sentences that were named by their channel to whom the words tell', async () => {
  await transcripts.attach({ recordingId: 'r1', path: transcriptFile(['右声道', '左声道']) }, {});
  expect(await side()).toEqual([1, 'words']);
  expect(await speakers()).toEqual(['agent', 'customer', 'agent', 'customer']);
  expect((await says('agent-id')).verdict).toBe('met');
});

it('a person’s swap turns the verdicts, is kept through analyses and transcripts, and can be taken back', async () => {
  await transcripts.attach({ recordingId: 'r1', path: transcriptFile(['右声道', '左声道']) }, {});
  expect(await recordings.setAgentSide({ ids: ['r1'], side: 'swap' }, {})).toEqual({
    changed: [{ id: 'r1', agentChannel: 0, before: 'machine' }],
  });
  expect(await side()).toEqual([0, 'person']);
  expect(await speakers()).toEqual(['customer', 'agent', 'customer', 'agent']);
  expect((await says('interruption')).verdict).toBe('met');
  expect((await says('customer-hangs-up-first')).verdict).toBe('not_met');
  await findings.detect('r1');
  await transcripts.attach({ recordingId: 'r1', path: transcriptFile(['坐席', '客户']) }, {});
  expect(await side()).toEqual([0, 'person']);
  await recordings.setAgentSide({ ids: ['r1'], side: 'machine' }, {});
  expect(await side()).toEqual([1, 'transcript']);
  expect((await says('interruption')).verdict).toBe('not_met');
  expect((await audit()).map(({ subject, detail }) => [subject, detail])).toEqual([
    ['r1', '{"side":"swap"}'],
    ['r1', '{"side":"machine"}'],
  ]);
});

it('swaps many at once; recordings whose voices share one channel stay as they are', async () => {
  await recordings.setAgentSide({ ids: ['r1'], side: 'right' }, {});
  const { changed } = await recordings.setAgentSide({ ids: ['r1', 'mono', 'r2'], side: 'swap' }, {});
  expect(changed).toEqual([
    { id: 'r1', agentChannel: 0, before: 'right' },
    { id: 'r2', agentChannel: 1, before: 'machine' },
  ]);
  expect(await side('mono')).toEqual([null, null]);
  expect((await says('interruption', 'r2')).verdict).toBe('not_met');
  expect(JSON.parse((await audit()).at(-1)!.detail)).toEqual({ side: 'swap', count: 2, ids: ['r1', 'r2'] });
});

it('a rule that is judged alone does not move the side under the others', async () => {
  await findings.detect('r1');
  await core.context.settings.save({ agentSide: 'right' });
  const { store } = await judgeCalls(core.context, createRuleSet(core.context), ['r1'], ['interruption']);
  await core.context.library.db.transaction().execute(store);
  expect(await side()).toEqual([null, 'unclear']);
  await findings.detect('r1');
  expect(await side()).toEqual([1, 'assumed']);
  expect((await says('interruption')).reason.zh).toContain('按设置假定');
});
