/**
 * `npm run notices`: lists every package that ships with the product, with its licence text, below the marker in
 * THIRD_PARTY_NOTICES.md. What stands above the marker is written by hand and stays.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './lib/root.mjs';

const MARKER = '<!-- Below: made by `npm run notices`. -->';
const target = join(root, 'THIRD_PARTY_NOTICES.md');
const HEAD = `# Third-party notices

Tingjian is licensed under Apache-2.0 (see LICENSE). It ships with the parts named here.

`;

const folders = [...installedWithUs(), ...(await bundledIntoThePage())].filter((path) => !path.includes('@types/'));
// The same version may lie in several places.
const byVersion = new Map(
  folders
    .sort()
    .map((path) => readPackage(path))
    .map((one) => [`${one.name} ${one.version}`, one]),
);
const packages = [...byVersion.values()];
const written = existsSync(target) ? readFileSync(target, 'utf8').split(MARKER)[0] : HEAD;
writeFileSync(target, `${written.trimEnd()}\n\n${MARKER}\n\n${table(packages)}\n\n${texts(packages)}\n`);

/** Folders of everything that a user's installation contains: whatever is not for development only. */
function installedWithUs() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && existsSync(join(root, path)))
    .map(([path]) => path)
    .filter((path) => !isNodeItself(path));
}

/** The pinned Node runs the checkout and is not part of a packaged app. */
function isNodeItself(path) {
  return /^node_modules\/node(-bin)?-(linux|darwin|win)-/.test(path);
}

/** The page's libraries are development dependencies, but their code is in the bundle. */
async function bundledIntoThePage() {
  const found = new Set();
  const collect = {
    name: 'collect-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) for (const id of chunk.moduleIds ?? []) found.add(folderOf(id));
    },
  };
  const configFile = join(root, 'renderer', 'vite.config.ts');
  await build({ configFile, logLevel: 'warn', plugins: [collect], build: { write: false } });
  found.delete(null);
  return found;
}

function folderOf(id) {
  return (
    /.*?(node_modules\/.*node_modules\/(?:@[^/]+\/)?[^/]+|node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null
  );
}

function readPackage(path) {
  const folder = join(root, path);
  const { name, version, license, licenses, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map((entry) => entry.name);
  return {
    name,
    version,
    licence: license?.type ?? license ?? licenses?.map((one) => one.type).join(', ') ?? 'see text',
    source: (repository?.url ?? repository ?? '').replace(/^git\+/, '').replace(/\.git$/, ''),
    text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

function table(list) {
  const rows = list.map(({ name, version, licence, source }) => `| ${name} | ${version} | ${licence} | ${source} |`);
  return ['## Packages', '', '| package | version | licence | source |', '|---|---|---|---|', ...rows].join('\n');
}

/** Packages that share a text word for word are named together. */
function texts(list) {
  const byText = Map.groupBy(
    list.filter(({ text }) => text !== ''),
    ({ text }) => text.replace(/\s+/g, ' '),
  );
  const parts = [...byText.values()].map((group) => {
    const names = group.map(({ name, version }) => `${name} ${version}`).join(', ');
    return `### ${names}\n\n~~~text\n${group[0].text}\n~~~`;
  });
  return ['## Licence texts', '', ...parts].join('\n\n');
}
