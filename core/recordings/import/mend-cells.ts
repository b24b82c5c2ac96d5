/** A person says what cells of call records mean that were not understood: their rows are read again with it. */
import { recordingsOfRows, setJobResult } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { CdrField } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { Findings } from '../../findings/findings-service.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import { createRowReader } from './cdr-row.ts';
import { type CdrCounts, storeRows, valuesOf } from './load-call-records.ts';
import type { ImportFigures, ImportPayload } from './run-import.ts';
import { createUnreadCells, shownCell } from './unread-cells.ts';

const rowsPerTransaction = 200;

/** All cells of a column that say the same, and what a person says in their place; an empty text leaves them unread. */
export interface Mending {
  jobId: string;
  field: CdrField;
  /** As the result of the import shows it. */
  value: string;
  text: string;
}

/**
 * The calls of these rows follow, and what the rules found in them.
 * @returns rows that were read again, and calls that they belong to
 * @throws DomainError JOB_NOT_FOUND, IMPORT_UNFINISHED, CELL_UNREADABLE when the text is not understood either
 */
export async function mendCells(
  context: CoreContext,
  { jobs, findings }: { jobs: Jobs; findings: Pick<Findings, 'detect'> },
  { jobId, field, value, text }: Mending,
): Promise<{ rows: number; calls: number }> {
  const { job } = await jobs.look(jobId);
  if (job.kind !== 'import' || job.result === null) throw new DomainError('JOB_NOT_FOUND');
  if (job.state !== 'done') throw new DomainError('IMPORT_UNFINISHED', { name: job.label });
  const figures = JSON.parse(job.result) as ImportFigures;
  const { source } = JSON.parse(job.payload) as ImportPayload;
  const cdr = figures.cdr !== null && 'unread' in figures.cdr ? figures.cdr : null;
  const column = cdr?.unread?.mapping[field];
  // What was taken back is not mended.
  if (!cdr?.unread || column === undefined || !source.cdr || figures.undone !== undefined)
    throw new DomainError('JOB_NOT_FOUND');
  const { headers, mapping, order, rows } = cdr.unread;
  const { timeZone: zone } = await context.settings.get();
  const read = createRowReader(headers, mapping, order, zone);
  const meant = new Set(
    rows.filter(({ cells }) =>
      read(cells).unread.some((cell) => cell.field === field && shownCell(field, cell.value) === value),
    ),
  );
  const mended = rows.map((row) =>
    meant.has(row) ? { ...row, cells: row.cells.map((cell, at) => (at === column ? text.trim() : cell)) } : row,
  );
  const results = mended.map((row) => ({ row, result: read(row.cells) }));
  const again = results.filter((_, at) => meant.has(rows[at]!));
  if (again.some(({ result }) => result.unread.some((cell) => cell.field === field)))
    throw new DomainError('CELL_UNREADABLE', { text });

  const values = again.flatMap(({ result }) =>
    'row' in result ? [valuesOf(result.row, { path: source.cdr!.path, jobId })] : [],
  );
  // A row that is told by what was mended (its time, agent or number) is another one now.
  const keys = new Set(values.map((row) => row.row_key));
  const replaced = [...meant]
    .map(({ cells }) => read(cells))
    .flatMap((before) => ('row' in before ? [before.row.key] : []))
    .filter((key) => !keys.has(key));
  const tools = { newId: context.newId, zone, jobId, now: context.clock() };
  const stored: string[] = [];
  for (let at = 0; at < values.length; at += rowsPerTransaction) {
    const batch = values.slice(at, at + rowsPerTransaction);
    for (const { row } of await storeRows(context.library.db, batch, tools, at === 0 ? replaced : []))
      stored.push(row.id);
  }
  const calls = await recordingsOfRows(context.library.db, [...new Set(stored)]);
  const done = { rows: meant.size, calls: calls.length };
  await context.library.db.transaction().execute(async (tx) => {
    await setJobResult(tx, jobId, { ...figures, cdr: without(cdr, results, [...meant]) });
    await context.audit.write('import.mend', jobId, { field, value, text: shownCell(field, text), ...done }, tx);
  });
  for (const id of calls) await findings.detect(id);
  return done;
}

type Read = ReturnType<ReturnType<typeof createRowReader>>;

/** The figures with these rows understood: what is left unread, and which rows still cannot be used. */
function without(
  cdr: CdrCounts,
  results: readonly { row: NonNullable<CdrCounts['unread']>['rows'][number]; result: Read }[],
  meant: readonly { sheet: string | null; line: number }[],
): CdrCounts {
  const cells = createUnreadCells(cdr.unread!.headers);
  const left = results.filter(({ result }) => result.unread.length > 0);
  for (const { row, result } of left)
    for (const cell of result.unread) cells.add(cell, { sheet: row.sheet, line: row.line });
  const usable = new Set(results.flatMap(({ row, result }) => ('row' in result ? [placeOf(row)] : [])));
  const now = new Set(meant.map(placeOf).filter((place) => usable.has(place)));
  const problems = cdr.problems.filter((problem) => !now.has(placeOf(problem)));
  return {
    ...cdr,
    failed: cdr.failed - (cdr.problems.length - problems.length),
    problems,
    cells: cells.result(),
    unread: { ...cdr.unread!, rows: left.map(({ row }) => row) },
  };
}

const placeOf = ({ sheet, line }: { sheet: string | null; line: number }) => `${sheet}\n${line}`;
