/** The single calls and deductions that a report lists, read page by page by review id. */
import { sql } from 'kysely';
import { nameAtTheTime } from './agents.ts';
import type { LibraryDb } from './open.ts';
import { lineLost } from './reports.ts';

/** One value to bind however many ids there are: with one each, preparing took as long as reading. */
const listed = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

export interface ReviewLineRow {
  reviewId: string;
  recordingId: string;
  file: string;
  startedAt: number | null;
  businessDate: string | null;
  importedAt: number;
  agentNo: string | null;
  agentName: string | null;
  team: string | null;
  phone: string | null;
  direction: string | null;
  business: string | null;
  durationMs: number | null;
  templateId: string;
  templateVersion: number;
  inspector: string;
  before: number | null;
  after: number | null;
  passed: number | null;
  excellent: number;
  fatal: number;
  submittedAt: number;
  state: string;
}

/**
 * The reviews with these ids that are still submitted, in the order of the ids. The template's title is not among
 * it: joining the versions would read a whole template for every row.
 */
export async function reviewLinesByIds(library: LibraryDb, ids: string[]): Promise<ReviewLineRow[]> {
  const rows = await library.db
    .selectFrom('reviews as v')
    .innerJoin('recordings as r', 'r.id', 'v.recording_id')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .select([
      'v.id as reviewId',
      'r.id as recordingId',
      'r.file as file',
      'r.started_at as startedAt',
      'r.business_date as businessDate',
      'r.imported_at as importedAt',
      'r.agent_no as agentNo',
      nameAtTheTime.as('agentName'),
      't.name as team',
      'r.phone as phone',
      'r.direction as direction',
      'r.business as business',
      'r.duration_ms as durationMs',
      'v.template_id as templateId',
      'v.template_version as templateVersion',
      'v.inspector as inspector',
      'v.before as before',
      'v.after as after',
      'v.passed as passed',
      'v.excellent as excellent',
      'v.fatal as fatal',
      sql<number>`v.submitted_at`.as('submittedAt'),
      'v.state as state',
    ])
    .where('v.id', 'in', listed(ids))
    .execute();
  // Asking for the state in SQL would make the planner walk every submitted review for each page.
  const byId = new Map(rows.filter((row) => row.state === 'submitted').map((row) => [row.reviewId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export interface LostLineRow {
  reviewId: string;
  itemId: string;
  article: string;
  titleZh: string;
  titleEn: string;
  severity: 'fatal' | 'serious' | 'minor';
  count: number | null;
  lost: number;
  effect: 'none' | 'fail-section' | 'fail-form';
  cause: string | null;
}

/** Lines on which these reviews lost marks. */
export async function lostLinesByReviewIds(library: LibraryDb, ids: string[]): Promise<LostLineRow[]> {
  return library.db
    .selectFrom('review_lines as l')
    .select([
      'l.review_id as reviewId',
      'l.item_id as itemId',
      'l.article as article',
      'l.title_zh as titleZh',
      'l.title_en as titleEn',
      'l.severity as severity',
      'l.count as count',
      'l.lost as lost',
      'l.effect as effect',
      'l.cause as cause',
    ])
    .where('l.review_id', 'in', listed(ids))
    .where(lineLost)
    .execute();
}

export interface CommentLineRow {
  reviewId: string;
  itemId: string | null;
  atMs: number;
  text: string;
  quote: string | null;
}

/** All comments of these reviews, earliest place in the recording first. */
export async function commentLinesByReviewIds(library: LibraryDb, ids: string[]): Promise<CommentLineRow[]> {
  return library.db
    .selectFrom('review_comments')
    .select(['review_id as reviewId', 'item_id as itemId', 'at_ms as atMs', 'text', 'quote'])
    .where('review_id', 'in', listed(ids))
    .orderBy('at_ms')
    .orderBy('id')
    .execute();
}

export interface EvidenceLineRow {
  recordingId: string;
  rule: string;
  startMs: number;
  text: string | null;
}

/** Evidence of standards not kept that nobody called a false alarm, earliest first. */
export async function evidenceByRecordingIds(library: LibraryDb, ids: string[]): Promise<EvidenceLineRow[]> {
  return library.db
    .selectFrom('findings as f')
    .innerJoin('finding_evidence as e', 'e.finding_id', 'f.id')
    .select(['f.recording_id as recordingId', 'f.rule as rule', 'e.start_ms as startMs', 'e.text as text'])
    .where('f.recording_id', 'in', listed(ids))
    .where('f.verdict', '=', 'not_met')
    .where('f.mark', '=', 0)
    .where((eb) => eb.or([eb('f.decision', 'is', null), eb('f.decision', '=', 1)]))
    .orderBy('e.start_ms')
    .execute();
}
