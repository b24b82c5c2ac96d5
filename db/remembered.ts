/** What the program remembers for itself (column mappings, import schemes): JSON in the settings table, each kind under its own prefix. */
import type { Db } from './open.ts';

export type RememberedKind = 'cdr-mapping' | 'import-scheme';

export async function recall(db: Db, kind: RememberedKind, name: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', `${kind}:${name}`).executeTakeFirst();
  return row && (JSON.parse(row.value) as unknown);
}

export async function remember(db: Db, kind: RememberedKind, name: string, value: unknown): Promise<void> {
  const row = { key: `${kind}:${name}`, value: JSON.stringify(value) };
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: row.value }))
    .execute();
}
