/** Rules at work on three calls of the samples, new for each test of the file that asks. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { BacktestResult, Finding, Rule, RuleDefinitionInput } from '../../contract/index.ts';
import { createJobs, type Jobs } from '../../jobs/jobs-service.ts';
import type { ServiceOf } from '../../service.ts';
import { addRecording } from '../../test-support/library-rows.ts';
import { createTestCore, samplesDir, type TestCore } from '../../test-support/test-core.ts';
import { createTranscripts } from '../../transcripts/transcripts-service.ts';
import { createFindings, type Findings } from '../findings-service.ts';
import { createRuleSet } from './rule-set.ts';
import { createRules } from './rules-service.ts';

/** Three calls of the samples: a polite one, a rude one, and one without transcript. */
export const files: Record<string, string | null> = {
  polite: '20260306_143000_8012_13811119999.vtt',
  rude: '20260302_093012_8013_13911112222.vtt',
  mute: null,
};
const started: Record<string, number> = { polite: 3, rude: 2, mute: 1 };

/** A rule of one's own that the polite call breaks. */
export const busyWord: RuleDefinitionInput = {
  title: { zh: '不说“排队”', en: 'No “queue”' },
  severity: 'minor',
  means: 'breach',
  conditions: [{ id: 'x', role: 'agent', operator: { kind: 'keywords', words: ['您好'] } }],
  match: { condition: 'x' },
};

interface Work {
  core: TestCore;
  jobs: Jobs;
  findings: Findings;
  rules: ServiceOf<'rules'>;
  /** What the clock shows; a tick for each look. */
  now: number;
}

export function freshRules() {
  const at = {} as Work;
  beforeEach(async () => {
    at.now = 1000;
    at.core = createTestCore({ ports: { clock: () => ++at.now } });
    const { context } = at.core;
    at.jobs = createJobs(context);
    const ruleSet = createRuleSet(context);
    at.findings = createFindings(context, { jobs: at.jobs, ruleSet });
    at.rules = createRules(context, { ruleSet, findings: at.findings });
    const transcripts = createTranscripts(context, { onAttached: at.findings.detect });
    const stereo = { channels: 2, agent_channel: 0, direction: 'inbound' as const };
    for (const [id, file] of Object.entries(files)) {
      await addRecording(context.library, id, { ...stereo, started_at: started[id]! });
      if (file) await transcripts.attachFile(id, join(samplesDir, file));
      await at.findings.detect(id);
    }
    await context.settings.save({ inspector: '王' });
  });
  afterEach(async () => {
    await at.jobs.stopAll();
    await at.core.close();
  });
  const finding = async (recordingId: string, rule: string): Promise<Finding | undefined> =>
    (await at.findings.list({ recordingIds: [recordingId] }, {})).find((found) => found.rule === rule);
  return Object.assign(at, {
    finding,
    async applied({ jobId }: { jobId: string | null }): Promise<void> {
      const state = async () => (await at.jobs.list(undefined, {})).find(({ id }) => id === jobId)?.state;
      await expect.poll(state).toBe('done');
    },
    verdicts: (rule: string) => Promise.all(Object.keys(files).map(async (id) => (await finding(id, rule))?.verdict)),
    stored: (rule: string) =>
      at.core.context.library.raw
        .prepare('SELECT rule_version AS version, params FROM findings WHERE rule = ? ORDER BY recording_id')
        .all(rule) as { version: number; params: string }[],
    rule: async (id: string): Promise<Rule> => (await at.rules.list(undefined, {})).find((each) => each.id === id)!,
    async tried(
      subject: Parameters<Work['rules']['backtest']>[0]['subject'],
      filter?: { q?: string; ids?: string[] },
    ): Promise<BacktestResult & { seen: number[] }> {
      const seen: number[] = [];
      for await (const event of await at.rules.backtest({ subject, ...(filter ? { filter } : {}) }, {})) {
        if (event.type === 'result') return { ...event.result, seen };
        seen.push(event.done);
      }
      throw new Error('no result');
    },
  });
}
