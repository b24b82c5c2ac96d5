/** `npm run lock`: after adding a package, names the platform packages that the registry at hand did not carry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completed } from './lib/lock.mjs';
import { root } from './lib/root.mjs';

const file = join(root, 'package-lock.json');
writeFileSync(file, `${JSON.stringify(completed(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`);
