/** Lint, types, unit and contract tests, end-to-end tests; all of them, then one closing line with the sum. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { chromiumForTests } from './lib/chromium.mjs';
import { closingLine, countPlaywright, countVitest, sum } from './lib/counts.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const results = mkdtempSync(join(tmpdir(), 'tingjian-check-'));
const vitestJson = join(results, 'vitest.json');
const tool = (path, args, env = {}) =>
  run(process.execPath, [join(root, 'node_modules', path), ...args], { env: { ...process.env, ...env } });
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A step without tests of its own counts only when it fails. */
async function step(title, work) {
  console.log(`\n── ${title}`);
  try {
    return (await work()) === 0 ? { passed: 0, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function tested(title, work, file, count) {
  const ended = await step(title, work);
  const counted = count(read(file));
  // A run that failed without a failed test (a file that does not load, a crash) is a failure all the same.
  return { ...counted, failed: Math.max(counted.failed, ended.failed) };
}

const counts = [
  await step('lint + format', () => tool('@biomejs/biome/bin/biome', ['check', '.'])),
  await step('types', () => tool('typescript/bin/tsc', ['-b'])),
  await tested(
    'unit + contract',
    () =>
      tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`]),
    vitestJson,
    countVitest,
  ),
];
const notRun = [];
const built = await step('build', async () => {
  await ensureBuilt('renderer');
  await ensureBuilt('electron');
  return 0;
});
counts.push(built);
const chromium = await chromiumForTests();
if (chromium) {
  for (const [title, projects] of Object.entries({ e2e: ['web', 'electron'], 'e2e, measured': ['measured'] })) {
    const report = join(results, `${projects[0]}.json`);
    const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
    const endToEnd = () =>
      tool('@playwright/test/cli.js', [...args, ...projects.map((name) => `--project=${name}`)], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        TINGJIAN_CHROMIUM: chromium,
      });
    counts.push(await tested(title, endToEnd, report, countPlaywright));
  }
} else notRun.push('e2e not run: no Chromium browser on this machine (TINGJIAN_CHROMIUM names one)');
rmSync(results, { recursive: true, force: true });
const total = sum(counts);
console.log(`\n${closingLine(total, notRun)}`);
process.exit(total.failed === 0 ? 0 : 1);
