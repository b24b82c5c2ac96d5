/** Claims on work that must not be done twice, across processes: who holds it, and until when without a renewal. */
import type { Db } from './open.ts';

/**
 * Takes or renews the lease. One statement, so that of two processes only one gets it.
 * @param now @param until epoch ms UTC
 * @returns whether the holder has it now
 */
export async function claimLease(db: Db, name: string, holder: string, now: number, until: number): Promise<boolean> {
  const result = await db
    .insertInto('leases')
    .values({ name, holder, expires_at: until })
    .onConflict((oc) =>
      oc
        .column('name')
        .doUpdateSet({ holder, expires_at: until })
        .where((eb) => eb.or([eb('leases.holder', '=', holder), eb('leases.expires_at', '<=', now)])),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
}

/** Who holds the lease, lapsed or not. */
export async function leaseHolder(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('leases').select('holder').where('name', '=', name).executeTakeFirst();
  return row?.holder ?? null;
}
