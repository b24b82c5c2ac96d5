import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './root.mjs';

const DAY_MS = 86_400_000;

/** What was found out today and need not be tried again before tomorrow, kept between runs under a name. */
export function forgetsAfterADay(name, folder = cacheDir) {
  const file = join(folder, name);
  return {
    isSet: () => existsSync(file) && Date.now() - Number(readFileSync(file, 'utf8')) < DAY_MS,
    set() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, String(Date.now()));
    },
  };
}
