/** Puts calls with finished reviews straight into a library, for tests and measurements of reports. */
import { v7 as newId } from 'uuid';
import type { LibraryDb } from '../../db/index.ts';

export interface SeedLine {
  item: string;
  article?: string;
  title?: string;
  severity?: 'fatal' | 'serious' | 'minor';
  /** Hundredths; 0 = the item applied and kept its marks. */
  lost?: number;
  applicable?: boolean;
  effect?: 'none' | 'fail-section' | 'fail-form';
  count?: number | null;
  cause?: string | null;
}
export interface SeedComment {
  item: string | null;
  atMs: number;
  text: string;
  quote?: string | null;
}
export interface SeedCall {
  /** Default: no review at all. */
  state?: 'draft' | 'submitted' | 'skipped';
  date?: string | null;
  importedAt?: number;
  startedAt?: number | null;
  agent?: string | null;
  agentName?: string | null;
  team?: string | null;
  file?: string;
  path?: string;
  phone?: string | null;
  durationMs?: number | null;
  /** The newest version where none is given. */
  template?: { id: string; version?: number };
  inspector?: string;
  before?: number | null;
  after?: number | null;
  passed?: boolean | null;
  excellent?: boolean;
  fatal?: number;
  lines?: SeedLine[];
  comments?: SeedComment[];
}

/** Insert statements that are prepared once; the template must be in the library already. */
export function callSeeder(library: LibraryDb): (call: SeedCall) => { recordingId: string; reviewId: string } {
  const { raw } = library;
  const team = raw.prepare('INSERT INTO teams (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const agent = raw.prepare('INSERT INTO agents (agent_no, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const recording = raw.prepare(`INSERT INTO recordings (id, path, file, origin, size_bytes, mtime_ms, sha256, status,
      agent_no, team_id, phone, direction, started_at, business_date, duration_ms, playback, imported_at)
    VALUES (?, ?, ?, 'referenced', 1, 1, ?, 'analysed', ?, ?, ?, 'inbound', ?, ?, ?, 'original', ?)`);
  const review = raw.prepare(`INSERT INTO reviews (id, recording_id, template_id, template_version, inspector, state,
      before, after, passed, excellent, fatal, created_at, updated_at, submitted_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?)`);
  const line = raw.prepare(`INSERT INTO review_lines (review_id, item_id, section_id, article, title_zh, title_en,
      severity, answer, count, applicable, possible, earned, lost, effect, cause)
    VALUES (?, ?, 's', ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)`);
  const newest = raw.prepare('SELECT max(version) FROM template_versions WHERE template_id = ?').pluck();
  const comment = raw.prepare(`INSERT INTO review_comments (id, review_id, item_id, at_ms, text, quote, created_at,
      updated_at) VALUES (?, ?, ?, ?, ?, ?, 1, 1)`);

  return (call) => {
    const recordingId = newId();
    const reviewId = newId();
    const { agent: agentNo = '8012', team: teamName = '一组', template = { id: 'service-standard' } } = call;
    if (teamName !== null) team.run(`team-${teamName}`, teamName);
    if (agentNo !== null) agent.run(agentNo, call.agentName ?? null);
    const file = call.file ?? `${recordingId}.wav`;
    recording.run(
      recordingId,
      call.path ?? `/calls/${file}`,
      file,
      recordingId,
      agentNo,
      teamName === null ? null : `team-${teamName}`,
      call.phone ?? null,
      call.startedAt ?? null,
      call.date === undefined ? '2026-03-02' : call.date,
      call.durationMs === undefined ? 60_000 : call.durationMs,
      call.importedAt ?? Date.UTC(2026, 2, 10),
    );
    if (!call.state) return { recordingId, reviewId };
    const after = call.after === undefined ? 9000 : call.after;
    const passed = call.passed === undefined ? (after === null ? null : after >= 8500) : call.passed;
    review.run(
      reviewId,
      recordingId,
      template.id,
      template.version ?? newest.get(template.id),
      call.inspector ?? '王质检',
      call.state,
      call.before === undefined ? after : call.before,
      after,
      passed === null ? null : Number(passed),
      Number(call.excellent ?? (passed === true && after !== null && after >= 9500)),
      call.fatal ?? 0,
      call.state === 'submitted' ? Date.UTC(2026, 2, 9, 10) : null,
    );
    for (const {
      item,
      article = '1',
      title = item,
      severity = 'minor',
      lost = 0,
      effect = 'none',
      ...rest
    } of call.lines ?? [])
      line.run(
        reviewId,
        item,
        article,
        title,
        `${title} (en)`,
        severity,
        lost > 0 || effect !== 'none' ? 'no' : rest.applicable === false ? 'na' : 'yes',
        rest.count ?? null,
        Number(rest.applicable ?? true),
        lost,
        effect,
        rest.cause ?? null,
      );
    for (const { item, atMs, text, quote = null } of call.comments ?? [])
      comment.run(newId(), reviewId, item, atMs, text, quote);
    return { recordingId, reviewId };
  };
}
