/**
 * How long, and with how much memory, does a month with 100,000 reviewed calls take to become a workbook?
 * Run: node bench/report-export.ts [reviews]. Aim: under 10 s and 400 MB.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ReportFormat } from '../core/contract/index.ts';
import { createReports } from '../core/reports/reports-service.ts';
import { createTemplates } from '../core/scoring/templates-service.ts';
import { callSeeder } from '../core/test-support/seed-calls.ts';
import { createTestCore, tempDir } from '../core/test-support/test-core.ts';

const reviews = Number(process.argv[2] ?? 100_000);
const libraryDir = process.argv[3];

if (libraryDir === undefined) {
  const dir = tempDir();
  // Filling has a process of its own, so that its memory is not counted.
  for (const part of ['fill', 'xlsx', 'csv', 'json']) {
    const args = [fileURLToPath(import.meta.url), String(reviews), dir, part];
    const { status, signal, error } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) throw new Error(`${part} ended with ${error?.message ?? signal ?? status}`);
  }
  rmSync(dir, { recursive: true });
} else if (process.argv[4] === 'fill') await fill(libraryDir);
else await measure(libraryDir, process.argv[4] as ReportFormat);

async function fill(dir: string): Promise<void> {
  const { context, close } = createTestCore({ libraryDir: dir });
  await createTemplates(context);
  const seed = callSeeder(context.library);
  context.library.raw.pragma('synchronous = OFF');
  context.library.raw.transaction(() => {
    for (let index = 0; index < reviews; index += 1) {
      // In the order of time, as recorders deliver.
      const day = 1 + Math.floor((index * 31) / reviews);
      const agent = 8000 + (index % 200);
      const lost = index % 2 === 0;
      seed({
        date: `2026-03-${String(day).padStart(2, '0')}`,
        startedAt: Date.UTC(2026, 2, 1) + Math.floor((index / reviews) * 31 * 86_400_000),
        agent: String(agent),
        agentName: `坐席${agent}`,
        team: `${1 + (agent % 10)}组`,
        phone: String(13_000_000_000 + index),
        file: `20260302_091503_${agent}_${13_000_000_000 + index}.wav`,
        state: 'submitted',
        after: 7000 + (index % 3001),
        lines: lost ? [{ item: 'closing', article: '23.13', title: '致谢并积极结束', lost: 250 }] : [],
        comments: lost
          ? [
              { item: 'closing', atMs: index, text: '没有致谢', quote: '好的就这样吧' },
              { item: null, atMs: 0, text: `整体表达清楚，结束语需要改进，第${index}通` },
            ]
          : [],
      });
    }
  })();
  await close();
}

async function measure(dir: string, format: ReportFormat): Promise<void> {
  const { context, close } = createTestCore({ libraryDir: dir });
  const reports = createReports(context, { templates: await createTemplates(context) });
  // The core answers nobody while it works at one thing: how long is that at most?
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage.rss();
  delay.enable();
  // The first turn only sets the clock.
  await setTimeout(50);
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const { files } = await reports.export({ period: 'month', date: '2026-03-15', format }, {});
  const seconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  // A turn for the block that ended last.
  await setTimeout(50);
  delay.disable();
  const size = files.reduce((sum, file) => sum + statSync(file.path).size, 0);
  console.log(
    `${format}: ${reviews} reviews in ${seconds.toFixed(1)} s (${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of CPU), ` +
      `file ${(size / 1e6).toFixed(1)} MB, peak RSS ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB ` +
      `(${(before / 1e6).toFixed(0)} MB before), longest block ${(delay.max / 1e6).toFixed(0)} ms`,
  );
  await close();
}
