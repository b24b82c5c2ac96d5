import { type Db, type LibraryDb, readSettings, writeSettings } from '../../db/index.ts';
import { defaultSettings, Settings } from '../contract/index.ts';

export interface SettingsStore {
  /** @param tx the transaction, when called inside one */
  get(tx?: Db): Promise<Settings>;
  /** Sets what is given; what is undefined stays. */
  save(patch: Partial<Settings>): Promise<Settings>;
}

/** A stored value that is no JSON or no longer fits its schema falls back to the default. */
export function createSettings(library: LibraryDb): SettingsStore {
  const get = async (tx: Db = library.db): Promise<Settings> => {
    const stored = await readSettings(tx);
    const entries = Object.entries(Settings.shape).map(([key, schema]) => {
      const parsed = schema.safeParse(parseOrNull(stored[key]));
      return [key, parsed.success ? parsed.data : defaultSettings[key as keyof Settings]];
    });
    return Object.fromEntries(entries) as Settings;
  };
  return {
    get,
    async save(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      await writeSettings(library.db, Object.fromEntries(given.map(([key, value]) => [key, JSON.stringify(value)])));
      return get();
    },
  };
}

function parseOrNull(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
