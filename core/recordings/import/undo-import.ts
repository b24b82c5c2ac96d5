/** Taking an import back: what it brought goes, what it changed becomes what it was. Originals stay on disk. */
import {
  broughtRecordings,
  changedRecordings,
  countCallRecords,
  handOn,
  setJobResult,
  takeBackCallRecords,
  updateRecordingMetadata,
} from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { CallFact, ImportUndo } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { Findings } from '../../findings/findings-service.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import { removeRecordings } from '../remove-recordings.ts';
import type { ImportFigures } from './run-import.ts';

/** Recordings that are removed in one transaction. */
const atOnce = 200;

async function endedImport(jobs: Jobs, jobId: string) {
  const { job } = await jobs.look(jobId);
  if (job.kind !== 'import') throw new DomainError('JOB_NOT_FOUND');
  if (job.state === 'queued' || job.state === 'running' || job.state === 'paused')
    throw new DomainError('IMPORT_UNFINISHED', { name: job.label });
  return job;
}

/**
 * What `undoImport` would do.
 * @throws DomainError JOB_NOT_FOUND, IMPORT_UNFINISHED
 */
export async function planUndo({ library }: CoreContext, jobs: Jobs, jobId: string): Promise<ImportUndo> {
  await endedImport(jobs, jobId);
  const brought = await broughtRecordings(library.db, jobId);
  return {
    removed: brought.filter(({ worked }) => worked === 0).length,
    kept: brought.filter(({ worked }) => worked === 1).map(({ id, file }) => ({ id, file })),
    restored: (await changedRecordings(library.db, jobId)).length,
    rows: await countCallRecords(library.db, jobId),
  };
}

/**
 * Calls that somebody has worked on since (a review, a correction, a clip) stay, with what the import told of them.
 * Values that a person corrected since stay too.
 */
export async function undoImport(
  context: CoreContext,
  { jobs, findings }: { jobs: Jobs; findings: Pick<Findings, 'detect'> },
  jobId: string,
): Promise<ImportUndo> {
  const job = await endedImport(jobs, jobId);
  const plan = await planUndo(context, jobs, jobId);
  const { db } = context.library;
  const staying = plan.kept.map(({ id }) => id);
  // Before the import counts as taken back: where the program ends in between, it is taken back again.
  const going = (await broughtRecordings(db, jobId)).filter(({ worked }) => worked === 0).map(({ id }) => id);
  for (let from = 0; from < going.length; from += atOnce)
    await removeRecordings(context, going.slice(from, from + atOnce));
  const restored = await db.transaction().execute(async (tx) => {
    const back: string[] = [];
    for (const { id, byHand, before } of await changedRecordings(tx, jobId)) {
      if (await handOn(tx, jobId, { recording_id: id })) continue;
      await updateRecordingMetadata(tx, id, withoutCorrected(before, JSON.parse(byHand)));
      back.push(id);
    }
    await takeBackCallRecords(tx, jobId, staying);
    const figures: ImportFigures = job.result === null ? { cdr: null, transcripts: 0 } : JSON.parse(job.result);
    await setJobResult(tx, jobId, { ...figures, undone: context.clock() });
    await context.audit.write('import.undo', jobId, { ...plan, kept: staying }, tx);
    return back;
  });
  for (const id of restored) await findings.detect(id);
  return plan;
}

const columnsOf: Record<CallFact, readonly string[]> = {
  agent: ['agent_no', 'agent_name'],
  team: ['team_id'],
  direction: ['direction'],
  start: ['started_at', 'business_date'],
};

function withoutCorrected<T extends object>(before: T, byHand: readonly CallFact[]): Partial<T> {
  const corrected = new Set(byHand.flatMap((fact) => columnsOf[fact]));
  return Object.fromEntries(Object.entries(before).filter(([column]) => !corrected.has(column))) as Partial<T>;
}
