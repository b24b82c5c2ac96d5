/** A library with one recording and settable findings, for the tests of this room. */
import type { LibraryDb } from '../../db/index.ts';
import { type Finding, type Template, Template as TemplateSchema } from '../contract/index.ts';
import { createFindings } from '../findings/findings-service.ts';
import { createRuleSet } from '../findings/rules/rule-set.ts';
import { createJobs } from '../jobs/jobs-service.ts';
import type { CorePorts } from '../ports.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createReviews } from './reviews-service.ts';

export const recordingId = 'rec-1';
export const recordingFile = '20260302_091503_8012_13800138001.wav';
/** Monday 2 March 2026, 10:00 in Shanghai. */
export const monday10 = Date.UTC(2026, 2, 2, 2);

/** @param ports replaces those of the test core */
export async function createReviewBench(libraryDir?: string, ports: Partial<CorePorts> = {}) {
  const time = { now: monday10 };
  const core = createTestCore({ libraryDir, ports: { clock: () => time.now, ...ports } });
  const { library, settings } = core.context;
  if (!libraryDir) await settings.save({ inspector: '王倩' });
  const findings = createFindings(core.context, {
    jobs: createJobs(core.context),
    ruleSet: createRuleSet(core.context),
  });
  const templates = await createTemplates(core.context);
  const reviews = createReviews(core.context, { templates, findings });
  return {
    ...core,
    time,
    library,
    templates,
    findings,
    reviews,
    open: (templateId?: string) => reviews.open({ recordingId, templateId }, {}),
    /** Every item of the template with the same answer. */
    async all(templateId: string, answer: 'yes' | 'no' | 'na') {
      const template = await templates.get({ id: templateId }, {});
      return Object.fromEntries(itemIds(template).map((id) => [id, { answer }]));
    },
    audit: () =>
      library.raw.prepare('SELECT action, who, detail FROM audit_log ORDER BY seq').all() as {
        action: string;
        who: string;
        detail: string;
      }[],
  };
}
export type ReviewBench = Awaited<ReturnType<typeof createReviewBench>>;

export const itemIds = (template: Template): string[] =>
  TemplateSchema.parse(template).sections.flatMap((section) => section.items.map((item) => item.id));

export function addRecording(library: LibraryDb, id = recordingId, file = recordingFile, date = '2026-03-02'): void {
  library.raw
    .prepare(
      `INSERT INTO recordings (id, path, file, origin, size_bytes, mtime_ms, sha256, duration_ms, status, business_date, playback, imported_at)
       VALUES (?, ?, ?, 'referenced', 1, 1, ?, 100000, 'analysed', ?, 'original', 1)`,
    )
    .run(id, `/calls/${file}`, file, id, date);
}

interface FindingTraits {
  severity: Finding['severity'];
  occasion: boolean;
  /** Of the recording. */
  id: string;
}

/** @returns the finding's id */
export function addFinding(
  library: LibraryDb,
  rule: string,
  verdict: Finding['verdict'],
  places = 1,
  { severity = 'serious', occasion = true, id = recordingId }: Partial<FindingTraits> = {},
): string {
  library.raw
    .prepare(
      `INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict, reason_zh, reason_en, created_at, occasion)
       VALUES (?, ?, ?, 1, '{}', ?, ?, '因', 'why', 1, ?)`,
    )
    .run(`f-${rule}`, id, rule, severity, verdict, Number(occasion));
  const place = library.raw.prepare(
    'INSERT INTO finding_evidence (finding_id, seq, start_ms, end_ms) VALUES (?, ?, ?, ?)',
  );
  for (let seq = 0; seq < places; seq++) place.run(`f-${rule}`, seq, seq * 1000, seq * 1000 + 500);
  return `f-${rule}`;
}
