import type { LibraryDb } from '../../db/index.ts';
import { defaultSettings, Settings } from '../contract/index.ts';

export interface SettingsStore {
  get(): Promise<Settings>;
  save(patch: Partial<Settings>): Promise<Settings>;
}

/** Settings of the library: one row per key, JSON; a value that no longer fits its schema falls back to the default. */
export function createSettings(library: LibraryDb): SettingsStore {
  const get = async (): Promise<Settings> => {
    const rows = await library.db.selectFrom('settings').selectAll().execute();
    const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
    const entries = Object.entries(Settings.shape).map(([key, schema]) => {
      const parsed = schema.safeParse(stored[key]);
      return [key, parsed.success ? parsed.data : defaultSettings[key as keyof Settings]];
    });
    return Object.fromEntries(entries) as Settings;
  };
  return {
    get,
    async save(patch) {
      const rows = Object.entries(patch)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => ({ key, value: JSON.stringify(value) }));
      if (rows.length > 0) {
        await library.db
          .insertInto('settings')
          .values(rows)
          .onConflict((oc) => oc.column('key').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })))
          .execute();
      }
      return get();
    },
  };
}
