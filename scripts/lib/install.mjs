import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** Installs the locked packages when any is missing. Needs the npm registry only: no package's own script runs. */
export async function ensureInstalled() {
  if (isInstalled(root)) return;
  console.error('安装依赖 Installing packages …');
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  // npm's progress belongs to stderr, so that a command's own stdout stays clean.
  const options = { env, stdio: ['ignore', 2, 2] };
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' });
  if (code === 0) return;
  console.error(
    'npm ci 失败：请检查网络和 npm registry 设置。npm ci failed: check the network and the npm registry setting.',
  );
  process.exit(1);
}

/** True when everything that the lock file demands is there in the locked version. */
export function isInstalled(folder) {
  const installed = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
  const locked = packagesOf(join(folder, 'package-lock.json'));
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || entry.link || installed[path]?.version === entry.version,
  );
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
