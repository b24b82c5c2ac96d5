import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

const NEEDED = 24;

/** The Node 24 that came with the packages, or this very Node when it is new enough; null when neither. */
export function findNode(folder = root) {
  const names = [`node-${platformName()}-${process.arch}`, `node-bin-${platformName()}-${process.arch}`];
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = names.map((name) => join(folder, 'node_modules', name, 'bin', file)).find((path) => existsSync(path));
  if (pinned) return pinned;
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : null;
}

/** Goes on in Node 24 and ends with its exit code. Never returns. */
export async function continueWithNode24(script, args) {
  const node = findNode();
  if (!node) {
    console.error(
      `听鉴需要 Node ${NEEDED}：请安装后重试。Tingjian needs Node ${NEEDED} on this platform: install it and try again.`,
    );
    process.exit(1);
  }
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const flags = ['--disable-warning=ExperimentalWarning', script, ...args];
  process.exit(await run(node, flags, { env: { ...process.env, PATH } }));
}

function platformName() {
  return process.platform === 'win32' ? 'win' : process.platform;
}
