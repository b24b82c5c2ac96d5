import { statfs } from 'node:fs/promises';
import { countRecordings, storedSchemaVersion } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { isTimeZone, toBusinessDate } from '../recordings/time-zone.ts';
import type { ServiceOf } from '../service.ts';
import { isSampleLibrary } from './sample-library.ts';
import { verifyLibrary } from './verify-library.ts';

export function createAppService(context: CoreContext): ServiceOf<'app'> {
  const { library, settings, events } = context;
  return {
    async info() {
      const { timeZone } = await settings.get();
      return {
        version: context.version,
        library: context.dirs.root,
        samples: isSampleLibrary(context.dirs.root),
        schemaVersion: storedSchemaVersion(library),
        shell: context.shell,
        timeZone,
        recordings: await countRecordings(library),
        freeBytes: await freeBytes(context.dirs.root),
        today: toBusinessDate(context.clock(), timeZone),
      };
    },

    async events(_input, { signal }) {
      return events.subscribe(signal);
    },

    async settings() {
      return settings.get();
    },

    async saveSettings(patch) {
      if (patch.timeZone !== undefined && !isTimeZone(patch.timeZone))
        throw new DomainError('INPUT_INVALID', { detail: `timeZone ${patch.timeZone}` });
      const saved = await settings.save(patch);
      events.changed('settings');
      return saved;
    },

    async verify(_input, { signal }) {
      return verifyLibrary(context, signal);
    },
  };
}

/** Null where the file system does not say. */
async function freeBytes(dir: string): Promise<number | null> {
  const info = await statfs(dir).catch(() => null);
  return info && info.bavail * info.bsize;
}
