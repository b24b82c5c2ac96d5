import { common } from './common.ts';

/** Every namespace: one line per screen. */
export const locales = { common };
