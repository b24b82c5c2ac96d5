// Writes scoring-templates/schema.json from the contract's schema. Run it after a change of core/contract/templates.ts.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { templateJsonSchema } from '../core/scoring/template-schema.ts';

const file = fileURLToPath(new URL('../scoring-templates/schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(templateJsonSchema(), null, 2)}\n`);
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', file], { stdio: ['ignore', 'ignore', 'inherit'] });
