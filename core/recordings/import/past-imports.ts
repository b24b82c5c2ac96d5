import { countItems, importJobs } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { PastImport } from '../../contract/index.ts';
import { maskFileName } from '../../text/hide-number.ts';
import type { ImportFigures } from './run-import.ts';

const shown = 200;

/** The newest first; numbers in names hidden. */
export async function pastImports({ library }: CoreContext): Promise<PastImport[]> {
  const jobs = await importJobs(library.db, shown);
  const counts = await countItems(
    library.db,
    jobs.map(({ id }) => id),
  );
  return jobs.map(({ id, state, label, created_at, result }) => {
    const { done, duplicate, failed } = counts.get(id) ?? { done: 0, duplicate: 0, failed: 0 };
    return {
      jobId: id,
      at: created_at,
      label: maskFileName(label),
      state: state === 'queued' ? 'running' : state,
      imported: done,
      duplicates: duplicate,
      failed,
      undone: (JSON.parse(result ?? 'null') as ImportFigures | null)?.undone ?? null,
    };
  });
}
