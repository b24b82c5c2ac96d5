/**
 * What damaged and hostile recordings do to the app: `node bench/mutated-files.ts [count] [seed]`.
 * Copies of the labelled calls, in all their formats, are cut, overwritten, repeated and given lying bytes in their
 * headers, then imported with full analysis. Each must end as imported and analysed, as a duplicate, or as failed
 * with a reason; afterwards a sound file must still come in. Exits with 1 otherwise.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportResult } from '../core/contract/index.ts';
import { createCore } from '../core/create-core.ts';
import { createNodePorts } from '../core/host/node-ports.ts';

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);
const samples = fileURLToPath(new URL('../samples', import.meta.url));
const sounds = readdirSync(samples).filter((name) => /\.(wav|mp3|ogg|m4a|flac)$/.test(name));

/** Mulberry32: the same files for the same seed. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomOf(seed);
const below = (n: number) => Math.floor(random() * n);

function mutate(sound: Buffer): Buffer {
  // Short files keep a thousand of them quick; a header and some seconds of sound are what decoders stumble over.
  const bytes = Buffer.from(sound.subarray(0, 4096 + below(120_000)));
  for (let times = 1 + below(4); times > 0; times--) {
    const at = random() < 0.5 ? below(Math.min(200, bytes.length)) : below(bytes.length);
    const length = Math.min(bytes.length - at, 1 + below(64));
    const kind = below(5);
    if (kind === 0) bytes.fill(random() < 0.5 ? 0 : 0xff, at, at + length);
    else if (kind === 1) for (let i = at; i < at + length; i++) bytes[i] = below(256);
    else if (kind === 2) bytes.copyWithin(at, below(bytes.length), below(bytes.length));
    else if (kind === 3 && at + 4 <= bytes.length) bytes.writeUInt32LE(below(2 ** 32), at);
    else bytes[at] = bytes[at]! ^ (1 << below(8));
  }
  return random() < 0.3 ? bytes.subarray(0, below(bytes.length)) : bytes;
}

const folder = mkdtempSync(join(tmpdir(), 'tingjian-mutated-'));
const files = join(folder, 'calls');
const core = await createCore(createNodePorts('cli', join(folder, 'library')));
try {
  mkdirSync(files);
  for (let n = 0; n < count; n++) {
    const name = sounds[n % sounds.length]!;
    writeFileSync(
      join(files, `${String(n).padStart(5, '0')}${extname(name)}`),
      mutate(readFileSync(join(samples, name))),
    );
  }
  const started = performance.now();
  const mutated = await imported(files);
  const seconds = (performance.now() - started) / 1000;
  const reasons = Object.entries(Object.groupBy(mutated.failed, ({ code }) => code)).map(
    ([code, group]) => `${code} ${group!.length}`,
  );
  const after = await imported(join(samples, sounds[0]!));
  const listed = await core.services.recordings.list(
    { filter: { statuses: ['imported'] }, sort: { by: 'file', descending: false }, offset: 0, limit: 1 },
    {},
  );
  const accounted = mutated.imported + mutated.duplicates + mutated.failed.length;
  console.log(
    `${count} mutated files, seed ${seed}: ${mutated.imported} imported, ${mutated.duplicates} duplicates, ${mutated.failed.length} failed (${reasons.join(', ')})`,
  );
  console.log(
    `${accounted} accounted for, ${listed.total} of them not analysed, ${seconds.toFixed(1)} s; a sound file afterwards: ${after.imported} imported`,
  );
  process.exitCode = accounted === count && listed.total === 0 && after.imported === 1 ? 0 : 1;
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}

async function imported(path: string): Promise<ImportResult> {
  const { jobId } = await core.services.imports.start(
    { paths: [path], transcripts: false, analyze: true, copyIn: false },
    {},
  );
  for await (const result of await core.services.imports.watch({ jobId }, {})) if (result.state !== 'running') break;
  return core.services.imports.result({ jobId }, {});
}
