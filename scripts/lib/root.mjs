import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** What scripts remember between runs. */
export const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/tingjian', import.meta.url));
