/** For what is typed and takes its browser from here; see chromium.mjs. */
export function findChromium(): string | null;
