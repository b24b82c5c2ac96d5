/** What an import changed of what was there before it, kept so that it can be taken back. Within a transaction. */
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

/** Rows that the import brought go, but for those of calls that stay; rows that it changed become what they were. */
export async function takeBackCallRecords(tx: Db, jobId: string, staying: readonly string[]): Promise<number> {
  const changed = await tx
    .selectFrom('import_changes')
    .select(['call_record_id', 'before'])
    .where('job_id', '=', jobId)
    .where('call_record_id', 'is not', null)
    .execute();
  for (const { call_record_id, before } of changed)
    await tx.updateTable('call_records').set(JSON.parse(before)).where('id', '=', call_record_id).execute();
  const stays = new Set(staying);
  const brought = await tx
    .selectFrom('call_records')
    .select(['id', 'recording_id'])
    .where('brought_by', '=', jobId)
    .execute();
  const going = brought.filter(({ recording_id }) => recording_id === null || !stays.has(recording_id));
  for (let from = 0; from < going.length; from += 10_000)
    await tx
      .deleteFrom('call_records')
      .where(
        'id',
        'in',
        going.slice(from, from + 10_000).map(({ id }) => id),
      )
      .execute();
  await tx.deleteFrom('import_changes').where('job_id', '=', jobId).execute();
  return going.length + changed.length;
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
