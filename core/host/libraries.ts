/** The libraries that one process serves: the house's, and that of the samples once somebody asks for it. */
import { isSampleLibrary, markSampleLibrary, sampleLibraryDir } from '../app/sample-library.ts';
import type { LibraryName } from '../contract/index.ts';
import { type Core, createCore } from '../create-core.ts';
import type { CorePorts } from '../ports.ts';

export interface Libraries {
  /** @throws DomainError when that library cannot be opened */
  of(name: LibraryName): Promise<Core>;
  close(): Promise<void>;
}

/** @throws DomainError when the house's library cannot be opened */
export async function openLibraries(ports: CorePorts): Promise<Libraries> {
  const own = await createCore(ports);
  let samples: Promise<Core> | null = null;
  return {
    of(name) {
      if (name === 'own' || isSampleLibrary(ports.libraryDir)) return Promise.resolve(own);
      samples ??= openSamples(ports, own).catch((error: unknown) => {
        samples = null;
        throw error;
      });
      return samples;
    },
    async close() {
      const opened = await samples?.catch(() => null);
      await opened?.close();
      await own.close();
    },
  };
}

/** New, it looks as the house's does and holds the samples. */
async function openSamples(ports: CorePorts, own: Core): Promise<Core> {
  const libraryDir = sampleLibraryDir(ports.libraryDir);
  markSampleLibrary(libraryDir);
  const core = await createCore({ ...ports, libraryDir });
  const { app, imports } = core.services;
  if ((await app.info(undefined, {})).recordings === 0) {
    await app.saveSettings(await own.services.app.settings(undefined, {}), {});
    await imports.openSamples(undefined, {});
  }
  return core;
}
