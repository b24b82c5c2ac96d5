/** An import as people see it: its figures, what failed, and what came in. */

import { basename } from 'node:path';
import {
  countMatchedRows,
  failedItems,
  importedRecordings,
  type LibraryDb,
  type StoredItem,
} from '../../../db/index.ts';
import { type ErrorCode, errorCodes, errorText, type ImportFailure, type ImportResult } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import type { ImportFigures } from './run-import.ts';

const failuresWhileRunning = 200;

/** @throws DomainError JOB_NOT_FOUND, also for a job that is no import */
export async function importResult(library: LibraryDb, jobs: Jobs, jobId: string): Promise<ImportResult> {
  const { job, counts } = await jobs.look(jobId);
  if (job.kind !== 'import') throw new DomainError('JOB_NOT_FOUND');
  const figures: ImportFigures = job.result === null ? { cdr: null, transcripts: 0 } : JSON.parse(job.result);
  const state = job.state === 'queued' ? 'running' : job.state;
  const running = state === 'running';
  const failed = await failedItems(library.db, jobId, running ? failuresWhileRunning : -1);
  return {
    jobId,
    state,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    imported: counts.done,
    duplicates: counts.duplicate,
    failed: failed.map(importFailure),
    recordings: running ? [] : await importedRecordings(library.db, jobId),
    cdr: figures.cdr && { ...figures.cdr, matched: await countMatchedRows(library.db, jobId) },
    transcripts: figures.transcripts,
  };
}

/** A failed item with its reason in both languages. */
export function importFailure(item: StoredItem): ImportFailure {
  const code = errorCodes.includes(item.code as ErrorCode) ? (item.code as ErrorCode) : 'INTERNAL';
  const params = { reference: '-', ...(JSON.parse(item.params ?? '{}') as Record<string, string | number>) };
  return {
    id: item.id,
    file: basename(item.path),
    path: item.path,
    code,
    message: { zh: errorText(code, params, 'zh'), en: errorText(code, params, 'en') },
  };
}
