/** Turns what a person chose into a job. What cannot work at all is refused here, at once and by name. */
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type NewItem, remember, unfinishedJobs } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import { ImportSource } from '../../contract/index.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import type { ServiceOf } from '../../service.ts';
import { groupSides } from './call-sides.ts';
import { layoutHash } from './cdr-headers.ts';
import { assertAudio, discoverFiles } from './discover-files.ts';
import { leftOutOf } from './left-out.ts';
import { parsePattern, stemOf } from './name-pattern.ts';
import type { NameRule } from './name-reader.ts';
import { recognisePatterns } from './recognise-pattern.ts';
import type { ImportPayload } from './run-import.ts';
import type { ReadTable } from './table-cache.ts';

/** Settings that one set of folders was imported with. */
export type ImportScheme = Pick<ImportSource, 'pattern' | 'transcripts' | 'analyze' | 'copyIn'>;

export const schemeName = (paths: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify(paths.map((path) => resolve(path)).toSorted()))
    .digest('hex');

/** The library's own folders hold copies, never new recordings. */
export const ownFolders = ({ dirs }: CoreContext) => [dirs.media, dirs.exports, dirs.backups, dirs.logs];

/** @throws DomainError NO_AUDIO_FOUND, FILE_NOT_FOUND, PATTERN_INVALID */
export function createImportStart(
  context: CoreContext,
  jobs: Jobs,
  readTable: ReadTable,
): ServiceOf<'imports'>['start'] {
  const { db } = context.library;
  return async (input) => {
    const source = absolute(ImportSource.parse(input));
    if (source.pattern) parsePattern(source.pattern);
    const found = await discoverFiles(source.paths, ownFolders(context));
    assertAudio(found, source.paths);
    if (source.cdr?.mapping) {
      // A bad file never keeps the recordings out: the job names it.
      const table = await readTable(source.cdr.path, source.cdr.encoding).catch(() => null);
      if (table) await remember(db, 'cdr-mapping', layoutHash(table.headers), source.cdr.mapping);
    }
    const { pattern, transcripts, analyze, copyIn } = source;
    await remember(db, 'import-scheme', schemeName(source.paths), { pattern, transcripts, analyze, copyIn });
    const grouped = groupSides(found.audio.map(({ path }) => path));
    const calls = grouped.calls.map((sides) => ({ id: context.newId(), path: sides.paths[0], sides }));
    const items: NewItem[] = [
      ...grouped.rest.map((path) => ({ id: context.newId(), path })),
      ...calls.map(({ id, path }) => ({ id, path })),
      ...found.failed.map(({ path, error }) => ({
        id: context.newId(),
        path,
        state: 'failed' as const,
        code: error.code,
        params: JSON.stringify(error.params),
      })),
    ];
    const mixes = calls.flatMap(({ sides }) => sides.mix ?? []);
    const files = [...grouped.rest, ...calls.map(({ sides }) => sides.whole)];
    const { audio, transcripts: texts, callRecords, leftOut, failed } = found;
    const payload: ImportPayload = {
      source,
      names: await nameRule(context, pattern, files),
      leftOut: leftOutOf(found, source.cdr?.path, files, mixes),
      sides: Object.fromEntries(calls.map(({ id, sides }) => [id, sides])),
      filesFound: audio.length + texts.length + callRecords.length + leftOut.length + failed.length,
    };
    await supersede(context, jobs, source);
    return { jobId: await jobs.create({ kind: 'import', label: labelOf(source.paths), payload, items }) };
  };
}

/** The pattern given, else the library's own, else whatever the names show. */
async function nameRule(context: CoreContext, given: string | undefined, files: readonly string[]): Promise<NameRule> {
  const pattern = given || (await context.settings.get()).importPattern;
  if (pattern) return { given: parsePattern(pattern).source };
  return { recognised: recognisePatterns(files.map(stemOf)).map((ranked) => ranked.source) };
}

/**
 * Starting the same import again takes the place of one that was interrupted: it finds what is left to do. One that
 * another process is at goes on; the two then find each other's files as duplicates.
 */
async function supersede(context: CoreContext, jobs: Jobs, source: ImportSource): Promise<void> {
  for (const job of await unfinishedJobs(context.library.db)) {
    const payload = JSON.parse(job.payload) as Partial<ImportPayload>;
    const same = job.kind === 'import' && JSON.stringify(payload.source) === JSON.stringify(source);
    if (same && !(await jobs.isElsewhere(job.id))) await jobs.cancel({ id: job.id }, {});
  }
}

/** Another process, with another working folder, may go on with the job. */
function absolute(source: ImportSource): ImportSource {
  const { cdr, paths } = source;
  return {
    ...source,
    paths: paths.map((path) => resolve(path)),
    ...(cdr ? { cdr: { ...cdr, path: resolve(cdr.path) } } : {}),
  };
}

function labelOf(paths: readonly string[]): string {
  return paths.length === 1 ? basename(paths[0]!) : `${basename(paths[0]!)} +${paths.length - 1}`;
}
