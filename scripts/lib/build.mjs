import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const BUILDS = {
  renderer: { inputs: ['renderer', 'core/contract', 'package-lock.json'], output: 'dist/renderer/index.html' },
  electron: { inputs: ['electron', 'core', 'db', 'package-lock.json'], output: 'dist/electron/main.js' },
};

/** Builds a part of the product again when one of its sources changed since the last time. */
export async function ensureBuilt(part) {
  const { inputs, output } = BUILDS[part];
  const stamp = join(root, 'dist', `${part}.inputs`);
  const hash = hashOf(inputs);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error(`构建 Building ${part} …`);
  if (part === 'renderer') {
    const { build } = await import('vite');
    await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' });
  } else {
    const { buildElectron } = await import('../build-electron.mjs');
    await buildElectron();
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(input)).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(path) {
  if (/\.test\.tsx?$/.test(path)) return [];
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  try {
    return readdirSync(absolute).flatMap((name) => filesIn(`${path}/${name}`));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
