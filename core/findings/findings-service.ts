/** Findings of the machine: detect and store, list, decide, analyse again in the background. */
import {
  type Db,
  decideFinding,
  findMeasures,
  listFindings,
  recordingsToAnalyse,
  saveFindings,
} from '../../db/index.ts';
import { measuresVersion } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { forEachItem } from '../jobs/for-each-item.ts';
import type { JobRun } from '../jobs/job-run.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import { createTicker } from '../jobs/ticker.ts';
import type { ServiceOf } from '../service.ts';
import { detectors } from './detectors/index.ts';
import { toFinding, toRow } from './finding-row.ts';
import { loadCall } from './load-call.ts';
import { measureRecording } from './measure-recording.ts';

export interface Findings extends ServiceOf<'findings'> {
  /**
   * Runs every detector on one recording and stores what they say; decisions of people are kept.
   * @throws DomainError RECORDING_NOT_FOUND
   */
  detect(recordingId: string): Promise<void>;
  /**
   * Stores a person's decision on a finding: true = so it is, false = false alarm, null = taken back.
   * @param tx the transaction that the decision stands or falls with; one of its own when left out.
   *   With it the caller tells of the change once that has landed
   * @throws DomainError FINDING_NOT_FOUND
   */
  setDecision(findingId: string, decision: boolean | null, inspector: string, tx?: Db): Promise<void>;
}

/** What an analysis is to do, as stored with it. */
interface AnalysisPayload {
  /** Measure also what is measured already. */
  force?: boolean;
}

const eventEveryMs = 1000;
const current = { rules: detectors.map(({ rule }) => `${rule.id}:${rule.version}`), measures: measuresVersion };

export function createFindings(context: CoreContext, { jobs }: { jobs: Jobs }): Findings {
  const { library, events } = context;

  const detectAndStore = async (recordingId: string): Promise<void> => {
    const call = await loadCall(context, recordingId);
    const found = detectors.map((detector) => toRow(context, recordingId, detector.rule, detector.detect(call)));
    await saveFindings(library, recordingId, found);
  };

  const changed = () => {
    events.changed('findings');
    events.changed('recordings');
  };

  const analyse = async (run: JobRun): Promise<void> => {
    const { force = false } = run.payload as AnalysisPayload;
    const changes = createTicker(eventEveryMs, changed);
    try {
      await forEachItem(context, run, async (item) => {
        if (run.signal.aborted) return;
        run.working(item.path);
        const failed = await analyseOne(item.recording_id ?? '', { force, signal: run.signal });
        // Stopped in the middle: it stays pending.
        if (run.signal.aborted) return;
        const { code, params } = failed ?? {};
        if (code) await run.finish(item.id, { state: 'failed', code, params: JSON.stringify(params) });
        else await run.finish(item.id, { state: 'done' });
        changes.changed();
        // Detectors run without a pause: let others have their turn.
        await new Promise((resolve) => setImmediate(resolve));
      });
    } finally {
      changes.flush();
    }
  };

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

    list: async ({ recordingIds }) => (await listFindings(library, recordingIds)).map(toFinding),

    async measures({ recordingId }) {
      const stored = await findMeasures(library, recordingId);
      return stored ? (JSON.parse(stored.data) as Record<string, unknown>) : null;
    },

    async analyze({ recordingIds, force = false }) {
      const chosen = await recordingsToAnalyse(library, recordingIds, force ? null : current);
      const items = chosen.map(({ id, file }) => ({ id: context.newId(), path: file, recording_id: id }));
      const label = chosen.length === 1 ? chosen[0]!.file : '';
      const jobId = await jobs.create({ kind: 'analyze', label, payload: { force }, items });
      return { jobId, total: items.length };
    },
  };
}
