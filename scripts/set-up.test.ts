import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chromiumForTests, findChromium, placesOfChromium } from './lib/chromium.mjs';
import { closingLine, countPlaywright, countVitest, sum } from './lib/counts.mjs';
import { isInstalled } from './lib/install.mjs';
import { forgetsAfterADay } from './lib/once-a-day.mjs';
import { findNode } from './lib/pinned-node.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'set-up-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const packages = (file: string, entries: Record<string, unknown>) => {
  mkdirSync(join(dir, file, '..'), { recursive: true });
  writeFileSync(join(dir, file), JSON.stringify({ packages: { '': {}, ...entries } }));
};

it('installs when nothing is there, and when the lock file has moved on', () => {
  packages('package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(dir)).toBe(false);
  packages('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(dir)).toBe(false);
  packages('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(dir)).toBe(true);
});

it('does not wait for packages of other platforms', () => {
  packages('package-lock.json', { 'node_modules/a': { version: '1.0.0', optional: true } });
  packages('node_modules/.package-lock.json', {});
  expect(isInstalled(dir)).toBe(true);
});

it('prefers the pinned Node to the one that runs', () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = join(
    dir,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  expect(findNode(dir)).toBe(process.execPath);
  mkdirSync(join(pinned, '..'), { recursive: true });
  writeFileSync(pinned, '');
  expect(findNode(dir)).toBe(pinned);
});

it('sums both test runners into one line; a test that needed a second try has failed', () => {
  const vitest = countVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const playwright = countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(closingLine(sum([vitest, playwright, countVitest(null)]))).toBe('9 passed, 3 failed, 5 skipped');
});

it('takes the browser that is named, then the first one that is installed', () => {
  const [first, second] = [join(dir, 'chrome'), join(dir, 'edge')];
  expect(findChromium({ named: '', places: [first, second] })).toBeNull();
  writeFileSync(second, '');
  expect(findChromium({ named: '', places: [first, second] })).toBe(second);
  writeFileSync(first, '');
  expect(findChromium({ named: '', places: [first, second] })).toBe(first);
  expect(findChromium({ named: second, places: [first] })).toBe(second);
  expect(findChromium({ named: join(dir, 'gone'), places: [first] })).toBe(first);
});

it('looks for browsers in the usual folders, in those of PATH, and in those of the user on Windows', () => {
  const places = placesOfChromium({ PATH: ['', dir].join(delimiter), LOCALAPPDATA: 'C:\\Users\\qa\\AppData\\Local' });
  expect(places).toEqual(expect.arrayContaining([join('/usr/bin', 'chromium'), join(dir, 'google-chrome')]));
  expect(places.some((place) => place.startsWith('C:\\Users\\qa') && place.endsWith('chrome.exe'))).toBe(true);
  // The working folder is no place to take a program from.
  expect(places).not.toContain('chromium');
  expect(findChromium({ named: '', places: placesOfChromium({}).filter((place) => place.startsWith(dir)) })).toBeNull();
  writeFileSync(join(dir, 'google-chrome'), '');
  const here = placesOfChromium({ PATH: dir }).filter((place) => place.startsWith(dir));
  expect(findChromium({ named: '', places: here })).toBe(join(dir, 'google-chrome'));
});

it.each([
  ['the installed one before any other', '/installed', ['/own'], true, '/installed'],
  ['Playwright’s own that is there', null, ['/own'], true, '/own'],
  ['Playwright’s own once it was fetched', null, [null, '/own'], true, '/own'],
  ['none where nothing can be fetched', null, [null, '/own'], false, null],
])('tests with %s', async (_, installed, own, fetched, expected) => {
  const answers = [...own];
  const found = await chromiumForTests({
    installed: () => installed,
    own: async () => answers.shift() ?? null,
    fetch: async () => fetched,
  });
  expect(found).toBe(expected);
});

it('says in the closing line what could not be run, and counts it as no failure', () => {
  const line = closingLine({ passed: 9, failed: 0, skipped: 1 }, ['e2e not run: no browser']);
  expect(line).toBe('9 passed, 0 failed, 1 skipped; e2e not run: no browser');
});

it('remembers for a day that a host could not be reached', () => {
  const note = forgetsAfterADay('host', dir);
  expect(note.isSet()).toBe(false);
  note.set();
  expect(note.isSet()).toBe(true);
  writeFileSync(join(dir, 'host'), String(Date.now() - 86_400_001));
  expect(note.isSet()).toBe(false);
});
