/**
 * How long a page of the library list takes with 100,000 recordings, through the service as every shell calls it.
 * Run: node bench/library-list.ts [recordings]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordingFilter, RecordingSort } from '../core/contract/index.ts';
import { createRecordings } from '../core/recordings/recordings-service.ts';
import { createTestCore } from '../core/test-support/test-core.ts';
import { type LibraryDb, openLibraryDb } from '../db/index.ts';

const size = Number(process.argv[2] ?? 100_000);
const dir = mkdtempSync(join(tmpdir(), 'tingjian-bench-'));
const seed = openLibraryDb(join(dir, 'library.db'));
fill(seed, size);
await seed.close();

const core = createTestCore({ libraryDir: dir });
const recordings = createRecordings(core.context);
const newest: RecordingSort = { by: 'startedAt', descending: true };

const filters: [string, RecordingFilter][] = [
  ['all', {}],
  ['not yet reviewed', { reviewStates: ['none'] }],
  ['reviewed, failed', { outcome: 'failed' }],
  ['one agent', { agentIds: ['8017'] }],
  ['three teams', { teams: ['第1组', '第2组', '第3组'] }],
  ['one week', { from: '2026-03-02', to: '2026-03-08' }],
  ['longer than 5 min', { minDurationMs: 300_000 }],
  ['fatal findings', { findings: ['fatal'] }],
  ['last digits', { q: '8001' }],
  ['initials', { q: 'zs1' }],
  ['words of a transcript', { q: '宽带太慢' }],
  ['several', { reviewStates: ['none'], directions: ['inbound'], teams: ['第1组'], findings: ['serious'] }],
];
const sorts: RecordingSort[] = [
  newest,
  ...(['startedAt', 'agent', 'team', 'duration', 'business', 'score', 'file', 'findings'] as const).map((by) => ({
    by,
    descending: false,
  })),
  { by: 'score', descending: true },
  { by: 'findings', descending: true },
];

console.log(
  `${size} recordings; a page of 100 rows, milliseconds of processor time: first time / again (nothing written between)`,
);
const slow: string[] = [];
for (const [name, filter] of filters) {
  for (const sort of name === 'all' || name === 'not yet reviewed' || name === 'several' ? sorts : [newest]) {
    const { total } = await recordings.list({ filter, sort, offset: 0, limit: 1 }, {});
    for (const share of total > 1000 ? [0, 0.5, 0.99] : [0]) {
      const offset = Math.floor(total * share);
      const ask = () => recordings.list({ filter, sort, offset, limit: 100 }, {});
      const first = await time(ask, true);
      const again = await time(ask, false);
      const line = `${name}, by ${sort.by}${sort.descending ? ' desc' : ''}, from ${offset} of ${total}`;
      report(line, first, again);
    }
  }
}
for (const [name, filter] of filters) {
  const first = await time(() => recordings.facets({ filter }, {}), true);
  const again = await time(() => recordings.facets({ filter }, {}), false);
  console.log(`${first.toFixed(1).padStart(7)} / ${again.toFixed(1).padStart(5)}  facets of ${name}`);
}
for (const sort of [
  newest,
  { by: 'agent', descending: false } as const,
  { by: 'duration', descending: false } as const,
]) {
  const [around] = await recordings.ids({ filter: {}, sort: newest }, {});
  const ms = await time(() => recordings.ids({ filter: {}, sort, around }, {}), true);
  console.log(`${ms.toFixed(1).padStart(7)}          ids around one, by ${sort.by}`);
}
console.log(slow.length === 0 ? 'every page within 50 ms' : `slower than 50 ms:\n  ${slow.join('\n  ')}`);
await core.close();
rmSync(dir, { recursive: true, force: true });

function report(line: string, first: number, again: number): void {
  if (first > 50) slow.push(`${first.toFixed(1)} ${line}`);
  console.log(`${first.toFixed(1).padStart(7)} / ${again.toFixed(1).padStart(5)}  ${line}`);
}

/** Processor time, so that other programs do not count; the database is in memory. Best of five. @param changed whether something is written before each, so that nothing is remembered */
async function time(ask: () => Promise<unknown>, changed: boolean): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    if (changed) await core.context.settings.save({ inspector: `bench ${run}` });
    const start = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Generated rows: 300 agents in 10 teams, every tenth call reviewed, every fifth with findings. */
function fill({ raw }: LibraryDb, count: number): void {
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    return raw.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `@${name}`)})`);
  };
  const add = (table: string, rows: Iterable<Record<string, unknown>>) => {
    let statement: ReturnType<typeof insert> | undefined;
    for (const row of rows) {
      statement ??= insert(table, row);
      statement.run(row);
    }
  };
  const every = function* <T>(step: number, row: (n: number) => T) {
    for (let n = 0; n < count; n += step) yield row(n);
  };
  const id = (n: number) => `0190a5b0-7c3d-7000-8000-${String(n).padStart(12, '0')}`;
  const spread = (n: number) => (n * 7919) % 100_003;
  raw.transaction(() => {
    add(
      'teams',
      Array.from({ length: 10 }, (_, n) => ({ id: `t${n}`, name: `第${n}组` })),
    );
    const agents = Array.from({ length: 300 }, (_, n) => ({
      agent_no: String(8000 + n),
      name: `张三${n}`,
      initials: `zs${n}`,
    }));
    add('agents', agents);
    const template = {
      template_id: 's',
      version: 1,
      title_zh: '',
      title_en: '',
      mode: 'percentage',
      content: '{}',
      sha256: '',
    };
    add('template_versions', [{ ...template, published_at: 0 }]);
    add(
      'recordings',
      every(1, (n) => {
        const x = spread(n);
        const at = Date.UTC(2026, 0, 1) + x * 60_000;
        const phone = `138${String(x).padStart(8, '0')}`;
        return {
          id: id(n),
          path: `/calls/2026/${id(n)}.wav`,
          file: `20260302_091503_${8000 + (x % 300)}_${phone}.wav`,
          origin: 'referenced',
          size_bytes: 1_000_000,
          mtime_ms: 0,
          sha256: id(n).padEnd(64, '0'),
          codec: 'pcm_s16le',
          container: 'wav',
          sample_rate: 8000,
          channels: 2,
          duration_ms: (x * 37) % 900_000,
          status: x % 3 ? 'analysed' : 'imported',
          agent_no: String(8000 + (x % 300)),
          team_id: `t${x % 10}`,
          phone,
          direction: x % 4 ? 'inbound' : 'outbound',
          started_at: at,
          business_date: new Date(at).toISOString().slice(0, 10),
          business: `业务${x % 7}`,
          playback: 'original',
          peaks_file: `peaks/${id(n)}.dat`,
          imported_at: 0,
        };
      }),
    );
    const review = { template_id: 's', template_version: 1, inspector: '王', created_at: 0, updated_at: 0 };
    add(
      'reviews',
      every(10, (n) => {
        const score = { after: spread(n) % 10_001, passed: spread(n) % 2, state: n % 20 ? 'submitted' : 'draft' };
        return { ...review, ...score, id: `v${n}`, recording_id: id(n) };
      }),
    );
    const finding = { rule_version: 1, params: '{}', reason_zh: '', reason_en: '', created_at: 0 };
    for (const k of [0, 1, 2])
      add(
        'findings',
        every(5, (n) => ({
          ...finding,
          id: `f${n}-${k}`,
          recording_id: id(n),
          rule: `rule-${k}`,
          severity: ['fatal', 'serious', 'minor'][(spread(n) + k) % 3],
          verdict: ['met', 'not_met', 'cannot_tell'][(spread(n) + k * 2) % 3],
        })),
      );
    add(
      'transcripts',
      every(10, (n) => ({ id: `x${n}`, recording_id: id(n), source: 'import', created_at: 0 })),
    );
    add(
      'transcript_segments',
      every(10, (n) => ({
        id: n + 1,
        transcript_id: `x${n}`,
        seq: 0,
        speaker: 'agent',
        start_ms: 0,
        end_ms: 1,
        text: '',
      })),
    );
    add(
      'segment_search',
      every(10, (n) => ({ rowid: n + 1, grams: n % 100 ? '您好 好' : '宽带 带太 太慢 慢' })),
    );
  })();
}
