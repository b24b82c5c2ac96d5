/** Each test gets a library and a page of its own. A page error or an error on the console fails the test. */

import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { ServedLibrary, samples } from './served-library.ts';

interface Fixtures {
  /** Served, empty. */
  library: ServedLibrary;
  /** The same with the ten labelled calls in it. */
  sampleLibrary: ServedLibrary;
  /** Errors that the test expects; filled by the test. */
  expectedErrors: RegExp[];
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the object pattern
  library: async ({}, use) => {
    const library = await ServedLibrary.create();
    await library.start();
    await use(library);
    await library.remove();
  },
  sampleLibrary: async ({ library }, use) => {
    await library.cli('import', samples, '--cdr', join(samples, 'cdr.csv'));
    await use(library);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the object pattern
  expectedErrors: async ({}, use) => use([]),
  page: async ({ page, expectedErrors }, use) => {
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
