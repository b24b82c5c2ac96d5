import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db, LibraryDb } from './open.ts';
import type { MeasuresTable } from './schema.ts';

/** What the signal of a recording says, as JSON. */
export function findMeasures(library: LibraryDb, recordingId: string): Promise<Selectable<MeasuresTable> | undefined> {
  return library.db.selectFrom('measures').selectAll().where('recording_id', '=', recordingId).executeTakeFirst();
}

export async function saveMeasures(db: Db, row: Insertable<MeasuresTable>): Promise<void> {
  await db
    .insertInto('measures')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('recording_id').doUpdateSet({ version: row.version, data: row.data, created_at: row.created_at }),
    )
    .execute();
}

/** Which of these recordings have measures of this version. */
export async function measuredRecordings(
  db: Db,
  recordingIds: readonly string[],
  version: number,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('measures')
    .select('recording_id')
    .where('version', '=', version)
    .where(sql<boolean>`recording_id IN (SELECT value FROM json_each(${JSON.stringify(recordingIds)}))`)
    .execute();
  return new Set(rows.map((row) => row.recording_id));
}
