import type { RecordingFilter, RecordingRow } from '../core/contract/index.ts';
import { DomainError } from '../core/domain-error.ts';
import type { Client } from './command.ts';

const PAGE = 1000;

/** Every recording that fits, newest first. */
export async function allRecordings(client: Client, filter: RecordingFilter = {}): Promise<RecordingRow[]> {
  const rows: RecordingRow[] = [];
  for (;;) {
    const sort = { by: 'startedAt', descending: true } as const;
    const page = await client.recordings.list({ filter, sort, offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/**
 * The recordings that people name by id or by file name.
 * @throws DomainError RECORDING_NOT_FOUND, or NAME_AMBIGUOUS where several have that file name
 */
export async function findRecordings(client: Client, names: readonly string[]): Promise<RecordingRow[]> {
  const byId = await client.recordings.list({
    filter: { ids: [...names] },
    sort: { by: 'startedAt', descending: true },
    offset: 0,
    limit: PAGE,
  });
  return Promise.all(
    names.map(async (name) => {
      const known = byId.rows.find((row) => row.id === name) ?? (await byFile(client, name));
      if (!known) throw new DomainError('RECORDING_NOT_FOUND', { id: name });
      return known;
    }),
  );
}

async function byFile(client: Client, file: string): Promise<RecordingRow | undefined> {
  const named = (await allRecordings(client, { q: file })).filter((row) => row.file === file);
  if (named.length > 1)
    throw new DomainError('NAME_AMBIGUOUS', { name: file, ids: named.map(({ id }) => id).join(', ') });
  return named[0];
}
