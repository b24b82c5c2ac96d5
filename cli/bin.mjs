#!/usr/bin/env node
/** `tingjian`: runs on any Node from 20; goes on in the Node 24 that came with the packages when this one is older. */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { endWithNpm } from '../scripts/lib/end-with-npm.mjs';
import { ensureInstalled } from '../scripts/lib/install.mjs';
import { findNode } from '../scripts/lib/pinned-node.mjs';
import { cacheDir, root } from '../scripts/lib/root.mjs';
import { run } from '../scripts/lib/run.mjs';

const args = process.argv.slice(2);
const compiled = `${cacheDir}/compiled`;
endWithNpm();
if (!existsSync(`${root}/node_modules/.package-lock.json`)) await ensureInstalled();
const node = findNode();
if (!node) {
  console.error('需要 Node 24。Node 24 is needed.');
  process.exit(1);
}
// The page that `serve` hands out is built when it is stale; all else needs no build.
if (args.includes('serve')) {
  const built = await run(node, [`${root}/scripts/build.mjs`, 'renderer'], { stdio: ['ignore', 2, 2] });
  if (built !== 0) process.exit(built);
}
if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache(compiled);
  await import('./main.ts');
} else {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const flags = ['--disable-warning=ExperimentalWarning', main];
  process.exit(await run(node, [...flags, ...args], { cwd: process.cwd(), env }));
}
