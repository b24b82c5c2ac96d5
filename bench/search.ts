/**
 * Search over 1,000,000 generated sentences in some 20,000 calls: index size, build time, and how long the first page
 * and deeper ones take, through the service as every shell calls it. The library is built by the functions that
 * imports use (rows of recordings excepted: nothing is decoded).
 * Run: node bench/search.ts [calls] [--keep FOLDER]   FOLDER is used again when it holds a library of that size.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchPage, SearchQuery } from '../core/contract/index.ts';
import { createRecordings } from '../core/recordings/recordings-service.ts';
import { createSearch } from '../core/search/search-service.ts';
import { createTestCore } from '../core/test-support/test-core.ts';
import { toRows } from '../core/transcripts/stored-sentence.ts';
import { type LibraryDb, openLibraryDb, replaceTranscript } from '../db/index.ts';
import { callText, planted, randomFrom } from './call-text.ts';

const [first = '20000', ...options] = process.argv.slice(2);
const calls = Number(first);
const kept = options[0] === '--keep' ? options[1] : undefined;
const dir = kept ?? mkdtempSync(join(tmpdir(), 'tingjian-bench-'));
/** What a page may take. */
const bar = 100;
const runs = 20;

if (options.includes('--build')) {
  await build();
  process.exit();
}
// In a process of its own, as an import of that size would long be over when somebody searches: collecting its
// statements would stop the first question.
if (!existsSync(join(dir, 'library.db')))
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), first, '--keep', dir, '--build'], { stdio: 'inherit' });
const core = createTestCore({ libraryDir: dir });
const { library } = core.context;
const search = createSearch(core.context, { training: { saveClip: () => Promise.reject(new Error('none is made')) } });
const recordings = createRecordings(core.context);
sizes();

const said = (
  text: string,
  more: Partial<SearchQuery['spoken']> = {},
  filter: Partial<SearchQuery> = {},
): SearchQuery => ({
  ...filter,
  spoken: { text, ...more },
});
const questions: [string, SearchQuery][] = [
  ['rare phrase', said(planted.rare)],
  ['absent phrase', said('火星基地月租费')],
  ['common phrase', said('请问您是要')],
  ['common phrase of three characters', said('一直掉线')],
  ['word of two characters', said('宽带')],
  ['very common character', said('的')],
  ['very common character, 我', said('我')],
  ['rare character', said('洱')],
  ['word of old calls only', said(planted.old)],
  ['number in any spelling', said('8012')],
  ['two words in a sentence', said('宽带 查询')],
  ['two common characters in a sentence', said('我 您')],
  ['two that never share a sentence', said(planted.apart.join(' '))],
  ['two words in a call', said('宽带 投诉', { scope: 'call' })],
  ['two rare words in a call', said(`${planted.rare} 投诉`, { scope: 'call' })],
  ['one with another excluded', said('投诉 -宽带')],
  ['common but nowhere in the call', said('我 -您', { scope: 'call' })],
  ['word, by the agent, first 20 s', said('宽带', { speakers: ['agent'], time: { edge: 'start', to: 20 } })],
  ['word, last 30 s', said('投诉', { time: { edge: 'end', to: 30 } })],
  ['common character by nobody in particular', said('的', { speakers: ['unknown'] })],
  ['word, one agent', said('宽带', {}, { agentIds: ['8017'] })],
  [
    'common character, one agent, one week',
    said('的', {}, { agentIds: ['8017'], from: '2026-03-02', to: '2026-03-08' }),
  ],
  [
    'word, team, direction, reviewed',
    said('套餐', {}, { teams: ['第1组'], directions: ['outbound'], reviewStates: ['submitted'] }),
  ],
];

console.log(
  `\nmilliseconds, p50 / p95: wall clock; processor time; the latter's share of ${bar} ms, which other programs do not sway`,
);
const slow: string[] = [];
for (const [name, query] of questions) {
  const measured = await measure(() => search.find({ query, limit: 20, perCall: 3 }, {}));
  report(name, measured);
  if (measured.answer.calls.length < 20 && measured.answer.next !== null) await goOn(query, measured.answer);
}
for (const [name, query] of [
  ['very common character', said('的')],
  ['word of two characters', said('宽带')],
  ['rare phrase in a call', said(`${planted.rare} 我`, { scope: 'call' })],
] as const)
  await deepPage(name, query);
const listed = await measure(() =>
  recordings.list({ filter: said('宽带'), sort: { by: 'startedAt', descending: true }, offset: 0, limit: 100 }, {}),
);
console.log(`${line(listed)}  the library's list of the calls with a word`);
console.log(slow.length === 0 ? `every page within ${bar} ms` : `slower than ${bar} ms:\n  ${slow.join('\n  ')}`);
await core.close();
if (!kept) rmSync(dir, { recursive: true, force: true });

interface Measured<T> {
  wall: number[];
  computing: number[];
  answer: T;
}

/** Something is written before each, so that nothing is remembered; what the system caches stays. */
async function measure<T>(ask: () => Promise<T>): Promise<Measured<T>> {
  const [wall, computing]: [number[], number[]] = [[], []];
  let answer: T | undefined;
  for (let run = 0; run < runs; run += 1) {
    await core.context.settings.save({ inspector: `bench ${run}` });
    const used = process.cpuUsage();
    const start = performance.now();
    answer = await ask();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    computing.push((user + system) / 1000);
  }
  return { wall: wall.toSorted(ascending), computing: computing.toSorted(ascending), answer: answer! };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}

function line({ wall, computing }: Measured<unknown>): string {
  const pair = (times: readonly number[]) =>
    `${at(times, 0.5).toFixed(1).padStart(6)} /${at(times, 0.95).toFixed(1).padStart(6)}`;
  return `${pair(wall)}  ${pair(computing)}  ${(at(computing, 0.95) / bar).toFixed(2)}`;
}

function report(name: string, measured: Measured<SearchPage>): void {
  const { total, calls: found, next } = measured.answer;
  const short = found.length < 20 && next !== null ? `, page of ${found.length} with more to look through` : '';
  console.log(
    `${line(measured)}  ${name}: ${total?.atLeast ? 'at least ' : ''}${total?.hits} in ${total?.calls ?? '?'} calls${short}`,
  );
  const longest = at(measured.computing, 0.95);
  if (longest > bar) slow.push(`${longest.toFixed(1)} ${name}`);
}

/** What a screen does with a page that came back short: asks on until it is full or all calls were looked into. */
async function goOn(query: SearchQuery, page: SearchPage): Promise<void> {
  const start = performance.now();
  let [found, cursor, questions, longest] = [page.calls.length, page.next, 0, 0];
  while (found < 20 && cursor !== null) {
    const begun = performance.now();
    const answer: SearchPage = await search.find({ query, cursor, limit: 20, perCall: 3 }, {});
    longest = Math.max(longest, performance.now() - begun);
    found += answer.calls.length;
    cursor = answer.next;
    questions += 1;
  }
  const all = (performance.now() - start).toFixed(0);
  console.log(
    `${' '.repeat(38)}asked on ${questions} times, ${all} ms in all, the longest ${longest.toFixed(1)} ms: ${found} calls`,
  );
}

/** The last page, reached by going on for as long as there is more. */
async function deepPage(name: string, query: SearchQuery): Promise<void> {
  let cursor: string | null = null;
  let before: string | null = null;
  let page = 0;
  let longest = 0;
  do {
    const start = performance.now();
    const answer: SearchPage = await search.find({ query, cursor, limit: 20, perCall: 3 }, {});
    longest = Math.max(longest, performance.now() - start);
    before = cursor;
    cursor = answer.next;
    page += 1;
  } while (cursor !== null);
  const last = await measure(() => search.find({ query, cursor: before, limit: 20, perCall: 3 }, {}));
  console.log(`${line(last)}  ${name}, page ${page} (the last); the slowest on the way ${longest.toFixed(1)} ms`);
  const time = at(last.computing, 0.95);
  if (time > bar) slow.push(`${time.toFixed(1)} ${name}, page ${page}`);
}

async function build(): Promise<void> {
  const seed = openLibraryDb(join(dir, 'library.db'));
  const random = randomFrom(1);
  const addCall = recordingRows(seed);
  let [sentences, preparing, storing] = [0, 0, 0];
  for (let n = 0; n < calls; n += 1) {
    const lines = callText(random, 30 + Math.floor(random() * 41), 1 - n / calls);
    const id = addCall(n, lines.at(-1)!.end + 2);
    const begun = performance.now();
    const rows = toRows(lines);
    const ready = performance.now();
    const transcript = {
      source: 'import' as const,
      engine: null,
      model_sha256: null,
      source_file: null,
      created_at: 0,
    };
    await replaceTranscript(seed, { ...transcript, id: `t${id}`, recording_id: id }, rows);
    storing += performance.now() - ready;
    preparing += ready - begun;
    sentences += lines.length;
  }
  const each = (ms: number) => `${(ms / 1000).toFixed(1)} s (${((ms * 1000) / sentences).toFixed(0)} µs a sentence)`;
  console.log(
    `${sentences.toLocaleString('en')} sentences in ${calls.toLocaleString('en')} calls, each call a transaction of its own`,
  );
  console.log(`build: masking and pairs ${each(preparing)}, storing with the index ${each(storing)}`);
  await seed.close();
}

/** 300 agents in 10 teams, every fifth call reviewed; a few imported late, so that ids are not in the order of time. */
function recordingRows({ raw }: LibraryDb): (n: number, seconds: number) => string {
  for (let n = 0; n < 10; n += 1) raw.prepare('INSERT INTO teams VALUES (?, ?)').run(`t${n}`, `第${n}组`);
  const agent = raw.prepare('INSERT INTO agents (agent_no, name, initials, team_id) VALUES (?, ?, ?, ?)');
  for (let n = 0; n < 300; n += 1) agent.run(String(8000 + n), `张三${n}`, `zs${n}`, `t${n % 10}`);
  raw
    .prepare(`INSERT INTO template_versions (template_id, version, title_zh, title_en, mode, content, sha256, published_at)
      VALUES ('s', 1, '', '', 'percentage', '{}', '', 0)`)
    .run();
  const recording = raw.prepare(`INSERT INTO recordings (id, path, file, origin, size_bytes, mtime_ms, sha256, codec,
      container, sample_rate, channels, duration_ms, status, agent_no, team_id, phone, direction, started_at,
      business_date, business, playback, imported_at)
    VALUES (?, ?, ?, 'referenced', 1, 0, ?, 'pcm_s16le', 'wav', 8000, 2, ?, 'analysed', ?, ?, ?, ?, ?, ?, ?, 'original', 0)`);
  const review = raw.prepare(`INSERT INTO reviews (id, recording_id, template_id, template_version, inspector, state,
      after, passed, created_at, updated_at) VALUES (?, ?, 's', 1, '王', 'submitted', 9000, 1, 0, 0)`);
  return (n, seconds) => {
    const x = (n * 7919) % 100_003;
    const id = `0190a5b0-7c3d-7000-8000-${String(x).padStart(12, '0')}`;
    const late = n % 10 === 0 ? (n * 31) % calls : n;
    const at = Date.UTC(2026, 0, 1) + Math.floor((late / calls) * 100 * 86_400_000);
    const phone = `138${String(x).padStart(8, '0')}`;
    const agentNo = 8000 + (x % 300);
    recording.run(
      id,
      `/calls/${id}.wav`,
      `${agentNo}_${phone}_${n}.wav`,
      id,
      Math.round(seconds * 1000),
      String(agentNo),
      `t${agentNo % 10}`,
      phone,
      x % 4 ? 'inbound' : 'outbound',
      at,
      new Date(at).toISOString().slice(0, 10),
      `业务${x % 7}`,
    );
    if (n % 5 === 0) review.run(`v${n}`, id);
    return id;
  };
}

function sizes(): void {
  const rows = library.raw
    .prepare(`SELECT CASE WHEN name LIKE 'segment_search%' THEN 'index' WHEN name LIKE '%transcript_segments%'
        THEN 'sentences' ELSE 'rest' END AS what, sum(pgsize) AS bytes FROM dbstat GROUP BY what`)
    .all() as { what: string; bytes: number }[];
  const of = (what: string) => rows.find((row) => row.what === what)?.bytes ?? 0;
  const characters = library.raw.prepare('SELECT sum(length(text)) FROM transcript_segments').pluck().get() as number;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `index ${megabytes(of('index'))}: ${(of('index') / of('sentences')).toFixed(2)} of the sentences' own ${megabytes(of('sentences'))}, ${(of('index') / characters).toFixed(1)} bytes a character; the rest of the library ${megabytes(of('rest'))}`,
  );
}
