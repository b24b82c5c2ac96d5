/** The import job: call records first, then every file, several at a time; a failing file never stops the others. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { countItems, dismissItems, type StoredItem } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { ErrorCode, ErrorParams, ImportSource, LeftOut } from '../../contract/index.ts';
import { DomainError, fromSystemError } from '../../domain-error.ts';
import type { Findings } from '../../findings/findings-service.ts';
import { forEachItem } from '../../jobs/for-each-item.ts';
import type { JobRun } from '../../jobs/job-run.ts';
import { createTicker } from '../../jobs/ticker.ts';
import type { Transcripts } from '../../transcripts/transcripts-service.ts';
import type { CallSides } from './call-sides.ts';
import { type FileImport, importFile } from './import-file.ts';
import { linkNearly } from './link-nearly.ts';
import { type CdrCounts, loadCallRecords, openCallRecords } from './load-call-records.ts';
import { createNameReader, type NameRule } from './name-reader.ts';
import { clearUploaded } from './originals.ts';
import type { ReadTable } from './table-cache.ts';

/** What an import job is to do, as stored with it. */
export interface ImportPayload {
  source: ImportSource;
  names: NameRule;
  /** What was not taken, and how many files were found; absent in a second try of what failed. */
  leftOut?: LeftOut[];
  filesFound?: number;
  /** Item → the call in two files that it stands for. */
  sides?: Record<string, CallSides>;
  /** Item of this job → the failed item that it tries again. */
  retries?: Record<string, string>;
}
/** Figures that the items do not carry. */
export interface ImportFigures {
  cdr: CdrCounts | { code: ErrorCode; params: ErrorParams } | null;
  transcripts: number;
  /** When the import was taken back, epoch ms. */
  undone?: number;
}
export interface ImportDeps {
  readTable: ReadTable;
  transcripts: Transcripts;
  findings: Findings;
  /** Told when an import has come to its end. */
  onImported?: ((jobId: string) => Promise<void>) | undefined;
}

const eventEveryMs = 1000;
/** For these every further file would fail too. */
const endsAll = new Set<ErrorCode>(['DISK_FULL', 'LIBRARY_READ_ONLY', 'CANCELLED']);

/** @throws DomainError DISK_FULL or LIBRARY_READ_ONLY when no file can be stored any more; the rest stays pending */
export async function runImport(context: CoreContext, deps: ImportDeps, run: JobRun): Promise<void> {
  const { source, names, retries, sides } = run.payload as ImportPayload;
  const { timeZone: zone } = await context.settings.get();
  const figures: ImportFigures = (run.result as ImportFigures | null) ?? { cdr: null, transcripts: 0 };
  const changes = createTicker(eventEveryMs, () => {
    context.events.changed('recordings');
    context.events.changed('imports');
  });
  try {
    if (source.cdr && figures.cdr === null) {
      run.working(basename(source.cdr.path));
      figures.cdr = await loadRows(context, deps.readTable, source.cdr, run, zone);
      await run.saveResult(figures);
      await clearUploaded(context.dirs, source.cdr.path);
    }
    const work: FileImport = {
      jobId: run.id,
      context,
      ...deps,
      options: source,
      zone,
      readName: createNameReader(names, zone),
      sidesOf: ({ id }) => sides?.[id],
      signal: run.signal,
      async onTranscript() {
        figures.transcripts++;
        await run.saveResult(figures);
      },
      onTranscriptFailed: (item, recordingId, error) =>
        run.addFailed({ id: context.newId(), path: item.path, recording_id: recordingId, ...failure(error) }),
    };
    await forEachItem(context, run, async (item) => {
      run.working(basename(item.path));
      await importItem(work, run, item);
      const before = retries?.[item.id];
      if (before) await dismissItems(context.library.db, [before]);
      changes.changed();
    });
    if (source.cdr) await linkTheRest(context, deps, run, zone, source.analyze);
    const {
      done: imported,
      duplicate: duplicates,
      failed,
    } = (await countItems(context.library.db, [run.id])).get(run.id)!;
    await context.audit.write('recordings.imported', run.id, { imported, duplicates, failed });
    await deps.onImported?.(run.id);
  } finally {
    changes.flush();
  }
}

/** Rows whose file has nearly the name they give; what the machine found in those calls is looked at again. */
async function linkTheRest(
  context: CoreContext,
  { findings }: ImportDeps,
  run: JobRun,
  zone: string,
  analyze: boolean,
): Promise<void> {
  run.signal.throwIfAborted();
  const linked = await linkNearly(context.library.db, run.id, { newId: context.newId, zone, jobId: run.id });
  for (const id of analyze ? linked : [])
    await findings.detect(id).catch((error) => {
      if (run.signal.aborted) throw error;
      context.log.error('a recording could not be analysed', error, { recording: id });
    });
}

/** A file that cannot be used is told; the recordings come in without it. */
async function loadRows(
  context: CoreContext,
  readTable: ReadTable,
  cdr: NonNullable<ImportSource['cdr']>,
  run: JobRun,
  zone: string,
) {
  const { db } = context.library;
  try {
    const opened = await openCallRecords(db, readTable, cdr);
    const tools = { newId: context.newId, zone, jobId: run.id, now: context.clock(), signal: run.signal };
    return await loadCallRecords(db, { path: cdr.path, jobId: run.id, ...opened }, tools);
  } catch (error) {
    const known = fromSystemError(error, cdr.path);
    const ends = run.signal.aborted || !(known instanceof DomainError) || endsAll.has(known.code);
    if (ends) throw error;
    return { code: known.code, params: known.params };
  }
}

async function importItem(work: FileImport, run: JobRun, item: StoredItem): Promise<void> {
  try {
    const { state, recordingId } = await importFile(work, item);
    await run.finish(item.id, { state, recording_id: recordingId });
  } catch (error) {
    // Stopped in the middle: the file stays pending and nothing of it is left.
    if (run.signal.aborted) throw error;
    const known = fromSystemError(error, item.path);
    if (!(known instanceof DomainError)) {
      const reference = randomUUID().slice(0, 8);
      work.context.log.error('a file could not be imported', error, { item: item.id, reference });
      return run.finish(item.id, { state: 'failed', ...failure(new DomainError('INTERNAL', { reference })) });
    }
    await run.finish(item.id, { state: 'failed', ...failure(known) });
    if (endsAll.has(known.code)) throw known;
  }
}

function failure(error: DomainError): { code: string; params: string } {
  return { code: error.code, params: JSON.stringify(error.params) };
}
