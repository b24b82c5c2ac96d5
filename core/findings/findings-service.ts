/** Findings of the machine: detect and store, list, decide, analyse again in the background. */
import {
  type Db,
  decideFinding,
  listFindings,
  measuredRecordings,
  recordingsToAnalyse,
  recordingsToJudge,
} from '../../db/index.ts';
import { measuresVersion } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { forEachItem, itemPages } from '../jobs/for-each-item.ts';
import type { JobRun } from '../jobs/job-run.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import { createTicker } from '../jobs/ticker.ts';
import type { ServiceOf } from '../service.ts';
import { toFinding } from './finding-row.ts';
import { heardView } from './heard-view.ts';
import { judgeCalls } from './judge-calls.ts';
import { loadCalls } from './load-call.ts';
import { measureRecording } from './measure-recording.ts';
import { measuresView } from './measures-view.ts';
import type { RuleSet } from './rules/rule-set.ts';

export interface Findings extends ServiceOf<'findings'> {
  /**
   * Runs every detector on one recording and stores what they say; decisions of people are kept.
   * @throws DomainError RECORDING_NOT_FOUND
   */
  detect(recordingId: string): Promise<void>;
  /** The same for many; those that are no more are left out. */
  detectAll(recordingIds: readonly string[]): Promise<void>;
  /**
   * Stores a person's decision on a finding: true = so it is, false = false alarm, null = taken back.
   * @param tx the transaction that the decision stands or falls with; one of its own when left out.
   *   With it the caller tells of the change once that has landed
   * @throws DomainError FINDING_NOT_FOUND
   */
  setDecision(findingId: string, decision: boolean | null, inspector: string, tx?: Db): Promise<void>;
  /**
   * Judges the library by these rules again, in the background.
   * @returns the job; null when there is nothing to judge
   */
  judgeAgain(rules: string[], label: string): Promise<string | null>;
}

/** What an analysis is to do, as stored with it. */
interface AnalysisPayload {
  /** Measure also what is measured already. */
  force?: boolean;
  /** Only these rules, and nothing is measured. */
  rules?: string[];
}

const eventEveryMs = 1000;
/** Calls to a commit. */
const batch = 50;

export function createFindings(context: CoreContext, { jobs, ruleSet }: { jobs: Jobs; ruleSet: RuleSet }): Findings {
  const { library, events } = context;

  const judgeAndStore = async (recordingIds: readonly string[]): Promise<{ missing: string[] }> => {
    const { missing, store, turnsTranscripts } = await judgeCalls(context, ruleSet, recordingIds);
    await library.db.transaction().execute(store);
    if (turnsTranscripts) events.changed('transcripts');
    return { missing };
  };
  const detectAndStore = async (recordingId: string): Promise<void> => {
    const { missing } = await judgeAndStore([recordingId]);
    if (missing.length > 0) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
  };

  const changed = () => {
    events.changed('findings');
    events.changed('recordings');
  };

  const analyse = async (run: JobRun): Promise<void> => {
    const { force = false, rules } = run.payload as AnalysisPayload;
    const changes = createTicker(eventEveryMs, changed);
    try {
      if (!force) await judgeStored(run, rules, changes.changed);
      if (!rules) await measureAndJudge(run, force, changes.changed);
    } finally {
      changes.flush();
    }
  };

  /** Those of which everything is stored already, many to a commit. */
  async function judgeStored(run: JobRun, rules: string[] | undefined, changed: () => void): Promise<void> {
    for await (const items of itemPages(context, run)) {
      if (run.signal.aborted) return;
      const ids = items.flatMap(({ recording_id }) => recording_id ?? []);
      const measured = rules ? new Set(ids) : await measuredRecordings(library.db, ids, measuresVersion);
      const ready = items.filter(({ recording_id }) => (recording_id === null ? rules : measured.has(recording_id)));
      if (ready.length === 0) continue;
      run.working(ready[0]!.path);
      const { store, turnsTranscripts } = await judgeCalls(context, ruleSet, [...measured], rules);
      // Recordings that were removed meanwhile have nothing left to judge.
      await run.finishTogether(
        ready.map(({ id }) => id),
        store,
      );
      if (turnsTranscripts) events.changed('transcripts');
      changed();
      // Rules run without a pause: let others have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function measureAndJudge(run: JobRun, force: boolean, changed: () => void): Promise<void> {
    await forEachItem(context, run, async (item) => {
      if (run.signal.aborted) return;
      run.working(item.path);
      const failed = await analyseOne(item.recording_id ?? '', { force, signal: run.signal });
      // Stopped in the middle: it stays pending.
      if (run.signal.aborted) return;
      const { code, params } = failed ?? {};
      if (code) await run.finish(item.id, { state: 'failed', code, params: JSON.stringify(params) });
      else await run.finish(item.id, { state: 'done' });
      changed();
    });
  }

  /** What can be told without the sound is told, also when the sound cannot be measured. */
  async function analyseOne(recordingId: string, how: { force: boolean; signal: AbortSignal }) {
    let failed: DomainError | null = null;
    const expected = (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      failed = error;
    };
    await measureRecording(context, recordingId, how).catch(expected);
    // A recording that is removed leaves its item without one.
    if (!how.signal.aborted) await detectAndStore(recordingId).catch(expected);
    return failed as DomainError | null;
  }
  jobs.define('analyze', analyse);

  return {
    async detect(recordingId) {
      await detectAndStore(recordingId);
      changed();
    },

    async detectAll(recordingIds) {
      for (let from = 0; from < recordingIds.length; from += batch) {
        await judgeAndStore(recordingIds.slice(from, from + batch));
        // Rules run without a pause: let others have their turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
      changed();
    },

    async setDecision(findingId, decision, inspector, tx) {
      const decided = {
        decision: decision === null ? null : Number(decision),
        decided_by: decision === null ? null : inspector,
        decided_at: decision === null ? null : context.clock(),
      };
      const store = async (trx: Db) => {
        const known = await decideFinding(trx, findingId, decided);
        if (!known) throw new DomainError('FINDING_NOT_FOUND', { id: findingId });
        await context.audit.write('finding.decide', findingId, { decision }, trx);
      };
      if (tx) return store(tx);
      await library.db.transaction().execute(store);
      changed();
    },

    async list({ recordingIds }) {
      const names = await ruleSet.names();
      return (await listFindings(library, recordingIds)).map((row) => toFinding(row, names));
    },

    async measures({ recordingId }) {
      const [loaded] = await loadCalls(context, [recordingId]);
      const view = loaded && measuresView(loaded.call);
      return view ? { ...view } : null;
    },

    async heard({ recordingId }) {
      const [loaded] = await loadCalls(context, [recordingId]);
      return loaded ? heardView(loaded.call) : null;
    },

    async analyze({ recordingIds, force = false }) {
      const rules = (await ruleSet.active()).map(({ facts }) => `${facts.id}:${facts.version}`);
      const current = { rules, measures: measuresVersion };
      const chosen = await recordingsToAnalyse(library, recordingIds, force ? null : current);
      const items = chosen.map(({ id, file }) => ({ id: context.newId(), path: file, recording_id: id }));
      const label = chosen.length === 1 ? chosen[0]!.file : '';
      const jobId = await jobs.create({ kind: 'analyze', label, payload: { force }, items });
      return { jobId, total: items.length };
    },

    async judgeAgain(rules, label) {
      const all = await recordingsToJudge(library);
      if (all.length === 0) return null;
      const items = all.map(({ id, file }) => ({ id: context.newId(), path: file, recording_id: id }));
      return jobs.create({ kind: 'analyze', label, payload: { rules }, items });
    },
  };
}
