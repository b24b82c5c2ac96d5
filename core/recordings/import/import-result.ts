/** An import as people see it: its figures, what failed, and what came in. */
import { basename, isAbsolute, relative, sep } from 'node:path';
import { countRows, failedItems, importedRecordings, remarkedRecordings, type StoredItem } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import {
  type ErrorCode,
  type ErrorParams,
  errorCodes,
  errorText,
  type ImportFailure,
  type ImportRemark,
  type ImportResult,
} from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import { maskFileName } from '../../text/hide-number.ts';
import { remarksIn } from '../remarks.ts';
import type { ImportFigures, ImportPayload } from './run-import.ts';

const failuresWhileRunning = 200;

/** @throws DomainError JOB_NOT_FOUND, also for a job that is no import */
export async function importResult(context: CoreContext, jobs: Jobs, jobId: string): Promise<ImportResult> {
  const { job, counts, stopped } = await jobs.look(jobId);
  if (job.kind !== 'import') throw new DomainError('JOB_NOT_FOUND');
  const figures: ImportFigures = job.result === null ? { cdr: null, transcripts: 0 } : JSON.parse(job.result);
  const { source, leftOut = [], filesFound = 0 } = JSON.parse(job.payload) as Partial<ImportPayload>;
  const state = job.state === 'queued' ? 'running' : job.state;
  const running = state === 'running';
  const failed = await failedItems(context.library.db, jobId, running ? failuresWhileRunning : -1);
  return {
    jobId,
    label: maskFileName(job.label),
    state,
    undone: figures.undone ?? null,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    imported: counts.done,
    duplicates: counts.duplicate,
    failed: [
      ...failed.map((item) => importFailure(item, context.dirs.inbox)),
      ...wholeFailure(context.dirs.root, jobId, state, stopped, failed),
    ],
    recordings: running ? [] : await importedRecordings(context.library.db, jobId),
    remarks: running ? [] : await remarksOfJob(context, jobId),
    cdr: await callRecords(context, jobId, source?.cdr?.path ?? '', figures.cdr),
    transcripts: figures.transcripts,
    filesFound,
    leftOut,
  };
}

const noRows = {
  rows: 0,
  repeated: 0,
  further: 0,
  failed: 0,
  problems: [],
  cells: { count: 0, kinds: [] },
  leftSheets: [],
};

async function callRecords(
  { library }: CoreContext,
  jobId: string,
  path: string,
  figures: ImportFigures['cdr'],
): Promise<ImportResult['cdr']> {
  if (figures === null) return null;
  const { rules, waiting } = await countRows(library.db, jobId);
  const matched = Object.values(rules).reduce((sum, count) => sum + count, 0);
  const failed = 'code' in figures;
  // The cells of whole rows stay with the core: they hold customers' numbers.
  const { unread: _, ...counts } = failed ? { ...noRows, unread: undefined } : figures;
  const error = failed ? { code: figures.code, message: messageOf(figures.code, figures.params) } : null;
  return { ...counts, file: basename(path), matched, rules, waiting, error };
}

export async function remarksOfJob({ library }: CoreContext, jobId: string): Promise<ImportRemark[]> {
  const remarked = await remarkedRecordings(library.db, jobId);
  return remarked.flatMap(({ id, file, remarks, hasTranscript }) =>
    remarksIn(remarks, hasTranscript === 1).map((remark) => ({ recordingId: id, file, remark })),
  );
}

/** What stopped the job as a whole, unless one of its files already says so: on a full disk nothing could be stored. */
function wholeFailure(
  root: string,
  jobId: string,
  state: ImportResult['state'],
  stopped: DomainError | null,
  failed: readonly StoredItem[],
): ImportFailure[] {
  if (state !== 'failed' || stopped === null || failed.some((item) => item.code === stopped.code)) return [];
  return [failureOf(jobId, root, stopped.code, stopped.params)];
}

/**
 * A failed item with its reason in both languages. An uploaded file is named as its sender knows it, below the
 * folder that was sent; any other by its path.
 * @param inbox folder of uploads, each in a batch of its own
 */
export function importFailure(item: StoredItem, inbox: string): ImportFailure {
  const code = errorCodes.includes(item.code as ErrorCode) ? (item.code as ErrorCode) : 'INTERNAL';
  const params: ErrorParams = { reference: '-', ...JSON.parse(item.params ?? '{}') };
  const sent = relative(inbox, item.path).split(sep);
  const uploaded = sent[0] !== '..' && !isAbsolute(sent.join(sep)) && sent.length > 1;
  return failureOf(item.id, item.path, code, uploaded ? { ...params, file: sent.slice(1).join('/') } : params);
}

function failureOf(id: string, path: string, code: ErrorCode, params: ErrorParams): ImportFailure {
  return { id, file: basename(path), path, code, message: messageOf(code, params) };
}

const messageOf = (code: ErrorCode, params: ErrorParams) => ({
  zh: errorText(code, params, 'zh'),
  en: errorText(code, params, 'en'),
});
