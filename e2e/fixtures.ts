/** Each test gets a library and a page of its own. A page error or an error on the console fails the test. */

import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { delayAnswers } from './connection.ts';
import { ServedLibrary, samples } from './served-library.ts';

interface Fixtures {
  /** Taken away after the page, so that the page never sees its core go unless the test wants it. */
  shells: ServedLibrary[];
  /** Served, empty. */
  library: ServedLibrary;
  /** Served, with the ten labelled calls in it. */
  sampleLibrary: ServedLibrary;
  /** Errors that the test expects; filled by the test. */
  expectedErrors: RegExp[];
}

interface WorkerFixtures {
  /** The ten labelled calls, imported and analysed once; never served. */
  importedSamples: ServedLibrary;
}

/** What a slow machine does to every answer of the core, in ms: tests that only pass on a fast one show themselves. */
const coreDelay = Number(process.env.E2E_CORE_DELAY_MS ?? 0);

export const test = base.extend<Fixtures, WorkerFixtures>({
  importedSamples: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the object pattern
    async ({}, use) => {
      const library = await ServedLibrary.create();
      await library.cli('import', samples, '--cdr', join(samples, 'cdr.csv'));
      await use(library);
      await library.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the object pattern
  shells: async ({}, use) => {
    const shells: ServedLibrary[] = [];
    await use(shells);
    for (const shell of shells) await shell.remove();
  },
  library: async ({ shells }, use) => {
    const library = await ServedLibrary.create();
    shells.push(library);
    await library.start();
    await use(library);
  },
  sampleLibrary: async ({ shells, importedSamples }, use) => {
    const library = await ServedLibrary.create(importedSamples);
    shells.push(library);
    await library.start();
    await use(library);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the object pattern
  expectedErrors: async ({}, use) => use([]),
  page: async ({ page, shells, expectedErrors }, use) => {
    // Asked for here, the shells are still there when the page is judged.
    void shells;
    if (coreDelay > 0) await delayAnswers(page, coreDelay);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await use(page);
    expect(problems.filter((problem) => !expectedErrors.some((pattern) => pattern.test(problem)))).toEqual([]);
  },
});

export { expect, samples };
