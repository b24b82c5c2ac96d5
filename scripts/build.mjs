/** `node scripts/build.mjs renderer electron`: builds what is stale. */
import { ensureBuilt } from './lib/build.mjs';

for (const part of process.argv.slice(2)) await ensureBuilt(part);
