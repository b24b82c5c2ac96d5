/** What an import changed of what was there before it, kept so that it can be taken back. Within a transaction. */
import { sql } from 'kysely';
import type { Db } from './open.ts';
import type { RecordingMetadata } from './recordings-import.ts';

/** The first state that is given for an import stays: what it was before all that the import did. */
export async function keepBefore(
  tx: Db,
  jobId: string,
  of: { recording_id: string } | { call_record_id: string },
  before: object,
): Promise<void> {
  await tx
    .insertInto('import_changes')
    .values({ job_id: jobId, recording_id: null, call_record_id: null, ...of, before: JSON.stringify(before) })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Calls that the import brought: `worked` has reviews, corrections of a person or clips of it. */
export async function broughtRecordings(db: Db, jobId: string): Promise<{ id: string; file: string; worked: 0 | 1 }[]> {
  return db
    .selectFrom('job_items as i')
    .innerJoin('recordings as r', 'r.id', 'i.recording_id')
    .select((eb) => [
      'r.id',
      'r.file',
      eb
        .case()
        .when(
          eb.or([
            eb('r.review_state', '<>', 'none'),
            eb('r.by_hand', '<>', '[]'),
            eb('r.agent_channel_from', '=', 'person'),
            eb.exists(eb.selectFrom('clips as c').select('c.id').whereRef('c.recording_id', '=', 'r.id')),
            eb.exists(
              eb
                .selectFrom('transcript_edits as e')
                .innerJoin('transcripts as t', 't.id', 'e.transcript_id')
                .select('e.id')
                .whereRef('t.recording_id', '=', 'r.id'),
            ),
          ]),
        )
        .then(1 as 0 | 1)
        .else(0 as 0 | 1)
        .end()
        .as('worked'),
    ])
    .where('i.job_id', '=', jobId)
    .where('i.state', '=', 'done')
    .orderBy('i.seq')
    .execute();
}

/** Calls that were there before the import and that it changed, with their former values. */
export async function changedRecordings(
  db: Db,
  jobId: string,
): Promise<{ id: string; byHand: string; before: RecordingMetadata }[]> {
  const rows = await db
    .selectFrom('import_changes as c')
    .innerJoin('recordings as r', 'r.id', 'c.recording_id')
    .select(['r.id', 'r.by_hand as byHand', 'c.before'])
    .where('c.job_id', '=', jobId)
    .where('r.id', 'not in', (eb) =>
      eb
        .selectFrom('job_items as i')
        .select('i.recording_id')
        .where('i.job_id', '=', jobId)
        .where('i.state', '=', 'done')
        .where('i.recording_id', 'is not', null)
        .$castTo<string>(),
    )
    .execute();
  return rows.map(({ before, ...row }) => ({ ...row, before: JSON.parse(before) }));
}

/**
 * Takes out what an import kept of a recording or row. Where a later import changed it too, the former values become
 * what that one would bring back: the later one has the last word until it is taken back as well.
 * @returns whether a later import changed it
 */
export async function handOn(
  tx: Db,
  jobId: string,
  of: { recording_id: string } | { call_record_id: string },
): Promise<boolean> {
  const [column, id] = Object.entries(of)[0] as ['recording_id' | 'call_record_id', string];
  const own = await tx
    .selectFrom('import_changes')
    .select([sql<number>`rowid`.as('place'), 'before'])
    .where('job_id', '=', jobId)
    .where(column, '=', id)
    .executeTakeFirst();
  if (!own) return false;
  const later = await tx
    .selectFrom('import_changes')
    .select(sql<number>`rowid`.as('place'))
    .where(column, '=', id)
    .where(sql<boolean>`rowid > ${own.place}`)
    .orderBy(sql`rowid`)
    .limit(1)
    .executeTakeFirst();
  if (later)
    await tx
      .updateTable('import_changes')
      .set({ before: own.before })
      .where(sql<boolean>`rowid = ${later.place}`)
      .execute();
  return later !== undefined;
}

/**
 * Rows that the import brought go, but for those of calls that stay and those that a later import read too, which then
 * counts as having brought them. Rows that it changed become what they were.
 */
export async function takeBackCallRecords(tx: Db, jobId: string, staying: readonly string[]): Promise<void> {
  const changed = await tx
    .selectFrom('import_changes')
    .select(['call_record_id as id', 'before'])
    .where('job_id', '=', jobId)
    .where('call_record_id', 'is not', null)
    .$castTo<{ id: string; before: string }>()
    .execute();
  for (const { id, before } of changed)
    if (!(await handOn(tx, jobId, { call_record_id: id })))
      await tx.updateTable('call_records').set(JSON.parse(before)).where('id', '=', id).execute();
  const stays = new Set(staying);
  const brought = await tx
    .selectFrom('call_records')
    .select(['id', 'recording_id', 'job_id'])
    .where('brought_by', '=', jobId)
    .execute();
  for (const { id, job_id } of brought.filter((row) => row.job_id !== null && row.job_id !== jobId)) {
    await tx.updateTable('call_records').set({ brought_by: job_id }).where('id', '=', id).execute();
    await tx.deleteFrom('import_changes').where('job_id', '=', job_id).where('call_record_id', '=', id).execute();
  }
  const going = brought.filter((row) => row.job_id === jobId && !stays.has(row.recording_id ?? ''));
  await deleteCallRecords(
    tx,
    going.map(({ id }) => id),
  );
  await tx.deleteFrom('import_changes').where('job_id', '=', jobId).execute();
}

/** SQLite takes at most 32,766 parameters in a statement. */
const chunk = 30_000;

export async function deleteCallRecords(tx: Db, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += chunk)
    await tx
      .deleteFrom('call_records')
      .where('id', 'in', ids.slice(from, from + chunk))
      .execute();
}

/** @returns how many rows the import brought or changed */
export async function countCallRecords(db: Db, jobId: string): Promise<number> {
  const { brought, changed } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('call_records')
        .select((each) => each.fn.countAll<number>().as('n'))
        .where('brought_by', '=', jobId)
        .as('brought'),
      eb
        .selectFrom('import_changes')
        .select((each) => each.fn.countAll<number>().as('n'))
        .where('job_id', '=', jobId)
        .where('call_record_id', 'is not', null)
        .as('changed'),
    ])
    .executeTakeFirstOrThrow();
  return (brought ?? 0) + (changed ?? 0);
}
