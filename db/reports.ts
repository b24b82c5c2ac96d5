/** Additive figures over recordings and their submitted reviews. Rates and means are made from these in the core. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { nameAtTheTime } from './agents.ts';
import type { LibraryDb } from './open.ts';
import type { Database } from './schema.ts';

/**
 * Which recordings a report is about. Bounds are inclusive except `importedBefore`; days or instants that end before
 * they begin hold none.
 */
export interface ReportScope {
  from: string;
  to: string;
  /** The same days as instants (epoch ms), for recordings without a business date. */
  importedFrom: number;
  importedBefore: number;
  /** Team names; '' = recordings without a team. No names restrict nothing. */
  teams?: string[] | undefined;
  /** 工号; '' = recordings without an agent. No numbers restrict nothing. */
  agentIds?: string[] | undefined;
  templateId?: string | undefined;
  /** With `templateId`: these versions of it. */
  templateVersions?: readonly number[] | undefined;
}

/** Length of an import slot: every zone's offset is a multiple of it, so that a slot lies within one local day. */
export const importSlotMs = 900_000;

export interface DayKey {
  businessDate: string | null;
  /** `imported_at` in slots, only where there is no business date. */
  importSlot: number | null;
}

/** The version by which calls were reviewed; null = calls without a submitted review in the scope. */
export interface ReviewedBy {
  templateId: string | null;
  templateVersion: number | null;
}

/** Sums of one day, team, agent, template version and business-date state. Points in hundredths. */
export interface FigureCellRow extends DayKey, ReviewedBy {
  team: string | null;
  agentNo: string | null;
  agentName: string | null;
  recordings: number;
  reviewed: number;
  scored: number;
  scoreSum: number;
  passed: number;
  excellent: number;
  fatal: number;
}

/** Sums of one checklist item (of one template version) on one day. */
export interface ItemCellRow extends DayKey {
  templateId: string;
  templateVersion: number;
  itemId: string;
  article: string;
  titleZh: string;
  titleEn: string;
  severity: 'fatal' | 'serious' | 'minor';
  applicable: number;
  /** Calls that lost marks on the item, and what those calls scored. */
  lost: number;
  scored: number;
  scoreSum: number;
  passed: number;
  excellent: number;
  fatal: number;
}

type ScopeTables = { r: Database['recordings']; t: { name: string | null } };

function inScope<T extends ScopeTables>(eb: ExpressionBuilder<T, keyof T>, scope: ReportScope): Expression<SqlBool> {
  const { and, or } = eb;
  const date = sql<string | null>`r.business_date`;
  const imported = sql<number>`r.imported_at`;
  const days: Expression<SqlBool>[] = [];
  if (scope.from <= scope.to) days.push(sql<SqlBool>`${date} BETWEEN ${scope.from} AND ${scope.to}`);
  if (scope.importedFrom < scope.importedBefore)
    days.push(
      sql<SqlBool>`(${date} IS NULL AND ${imported} >= ${scope.importedFrom} AND ${imported} < ${scope.importedBefore})`,
    );
  const conditions: Expression<SqlBool>[] = [or(days)];
  if (scope.teams?.length) conditions.push(namedOrNone(sql`t.name`, scope.teams));
  if (scope.agentIds?.length) conditions.push(namedOrNone(sql`r.agent_no`, scope.agentIds));
  return and(conditions);
}

/** `column` is one of the names; the empty name stands for "none". */
function namedOrNone(column: Expression<unknown>, names: string[]): Expression<SqlBool> {
  return sql<SqlBool>`coalesce(${column}, '') IN (${sql.join(names)})`;
}

const importSlot = sql<
  number | null
>`CASE WHEN r.business_date IS NULL THEN r.imported_at / ${sql.lit(importSlotMs)} END`;

/** A line on which marks were lost: points, or an answer that failed its section or the whole form. */
export const lineLost = sql<SqlBool>`(l.lost > 0 OR l.effect <> 'none')`;

const scoreSums = {
  scored: sql<number>`count(v.after)`,
  scoreSum: sql<number>`coalesce(sum(v.after), 0)`,
  passed: sql<number>`coalesce(sum(v.passed), 0)`,
  excellent: sql<number>`coalesce(sum(v.excellent), 0)`,
  fatal: sql<number>`count(CASE WHEN v.fatal > 0 THEN 1 END)`,
};

/** One row per day, team, agent and template version (or none) that has recordings in the scope. */
export async function figureCells(library: LibraryDb, scope: ReportScope): Promise<FigureCellRow[]> {
  return library.db
    .selectFrom('recordings as r')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .leftJoin('reviews as v', (join) => {
      const submitted = join.onRef('v.recording_id', '=', 'r.id').on('v.state', '=', 'submitted');
      return scope.templateId === undefined ? submitted : submitted.on('v.template_id', '=', scope.templateId);
    })
    .select([
      'r.business_date as businessDate',
      importSlot.as('importSlot'),
      'v.template_id as templateId',
      'v.template_version as templateVersion',
      't.name as team',
      'r.agent_no as agentNo',
      nameAtTheTime.as('agentName'),
      sql<number>`count(*)`.as('recordings'),
      sql<number>`count(v.id)`.as('reviewed'),
      scoreSums.scored.as('scored'),
      scoreSums.scoreSum.as('scoreSum'),
      scoreSums.passed.as('passed'),
      scoreSums.excellent.as('excellent'),
      scoreSums.fatal.as('fatal'),
    ])
    .where((eb) => inScope(eb, scope))
    .groupBy([
      'r.business_date',
      importSlot,
      'v.template_id',
      'v.template_version',
      't.name',
      'r.agent_no',
      nameAtTheTime,
    ])
    .execute();
}

/** Sums of the submitted reviews of one day and template version. */
export interface ReviewedDayRow extends DayKey {
  templateId: string;
  templateVersion: number;
  reviewed: number;
  scored: number;
  scoreSum: number;
}

/** Days with submitted reviews in the whole library, whatever the period. */
export async function reviewedDays(library: LibraryDb): Promise<ReviewedDayRow[]> {
  return library.db
    .selectFrom('reviews as v')
    .innerJoin('recordings as r', 'r.id', 'v.recording_id')
    .select([
      'r.business_date as businessDate',
      importSlot.as('importSlot'),
      'v.template_id as templateId',
      'v.template_version as templateVersion',
      sql<number>`count(*)`.as('reviewed'),
      scoreSums.scored.as('scored'),
      scoreSums.scoreSum.as('scoreSum'),
    ])
    .where('v.state', '=', 'submitted')
    .groupBy(['r.business_date', importSlot, 'v.template_id', 'v.template_version'])
    .execute();
}

function submittedInScope(library: LibraryDb, scope: ReportScope) {
  let query = library.db
    .selectFrom('reviews as v')
    .innerJoin('recordings as r', 'r.id', 'v.recording_id')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .where('v.state', '=', 'submitted')
    .where((eb) => inScope(eb, scope));
  if (scope.templateId !== undefined) query = query.where('v.template_id', '=', scope.templateId);
  if (scope.templateVersions !== undefined)
    query = query.where('v.template_version', 'in', [...scope.templateVersions]);
  return query;
}

/** One row per item and day with a submitted review. */
export async function itemCells(library: LibraryDb, scope: ReportScope): Promise<ItemCellRow[]> {
  const ofLost = (column: string) => sql<number>`coalesce(sum(CASE WHEN ${lineLost} THEN ${sql.raw(column)} END), 0)`;
  return submittedInScope(library, scope)
    .innerJoin('review_lines as l', 'l.review_id', 'v.id')
    .select([
      'r.business_date as businessDate',
      importSlot.as('importSlot'),
      'v.template_id as templateId',
      'v.template_version as templateVersion',
      'l.item_id as itemId',
      'l.article as article',
      'l.title_zh as titleZh',
      'l.title_en as titleEn',
      'l.severity as severity',
      sql<number>`sum(l.applicable)`.as('applicable'),
      sql<number>`count(CASE WHEN ${lineLost} THEN 1 END)`.as('lost'),
      sql<number>`count(CASE WHEN ${lineLost} THEN v.after END)`.as('scored'),
      ofLost('v.after').as('scoreSum'),
      ofLost('v.passed').as('passed'),
      ofLost('v.excellent').as('excellent'),
      sql<number>`count(CASE WHEN ${lineLost} AND v.fatal > 0 THEN 1 END)`.as('fatal'),
    ])
    .groupBy([
      'r.business_date',
      importSlot,
      'v.template_id',
      'v.template_version',
      'l.item_id',
      'l.article',
      'l.title_zh',
      'l.title_en',
      'l.severity',
    ])
    .execute();
}

/** How often each cause was named for lost marks, per item. */
export async function causeCounts(
  library: LibraryDb,
  scope: ReportScope,
): Promise<{ templateId: string; templateVersion: number; itemId: string; cause: string; count: number }[]> {
  const rows = await submittedInScope(library, scope)
    .innerJoin('review_lines as l', 'l.review_id', 'v.id')
    .select([
      'v.template_id as templateId',
      'v.template_version as templateVersion',
      'l.item_id as itemId',
      'l.cause as cause',
      sql<number>`count(*)`.as('count'),
    ])
    .where(lineLost)
    .where('l.cause', 'is not', null)
    .groupBy(['v.template_id', 'v.template_version', 'l.item_id', 'l.cause'])
    .execute();
  return rows.map((row) => ({ ...row, cause: row.cause! }));
}

/** How many submitted reviews scored what, fatal ones apart. Unscored reviews have `after` null. */
export async function scoreCounts(
  library: LibraryDb,
  scope: ReportScope,
): Promise<{ after: number | null; fatal: number; count: number }[]> {
  const fatal = sql<number>`CASE WHEN v.fatal > 0 THEN 1 ELSE 0 END`;
  return submittedInScope(library, scope)
    .select(['v.after as after', fatal.as('fatal'), sql<number>`count(*)`.as('count')])
    .groupBy(['v.after', fatal])
    .execute();
}

/** Ids of the submitted reviews by time of call; what has no start time comes last. */
export async function reviewIdsInScope(library: LibraryDb, scope: ReportScope): Promise<string[]> {
  const rows = await submittedInScope(library, scope)
    .select('v.id as id')
    .orderBy(sql`r.started_at IS NULL`)
    .orderBy('r.started_at')
    .orderBy('v.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of reviews with a fatal item, by time of call. */
export async function fatalReviewIds(library: LibraryDb, scope: ReportScope): Promise<string[]> {
  const rows = await submittedInScope(library, scope)
    .select('v.id as id')
    .where('v.fatal', '>', 0)
    .orderBy('r.started_at')
    .orderBy('v.id')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Ids of reviews that others may learn from, best or worst first. Models (`best`): passed, nothing fatal, and every
 * breach that the machine found was called a false alarm by a person. Weak examples (`worst`): failed, or with a
 * fatal item. Equal scores stand in the order of their submission, then of their ids.
 */
export async function exampleReviewIds(
  library: LibraryDb,
  scope: ReportScope,
  end: 'best' | 'worst',
  limit: number,
): Promise<string[]> {
  const direction = end === 'best' ? 'desc' : 'asc';
  let query = submittedInScope(library, scope).select('v.id as id').where('v.after', 'is not', null);
  query =
    end === 'best'
      ? query.where('v.passed', '=', 1).where('v.fatal', '=', 0).where(sql<SqlBool>`NOT ${hasOpenBreach}`)
      : query.where((eb) => eb.or([eb('v.passed', '=', 0), eb('v.fatal', '>', 0)]));
  const rows = await query
    .orderBy('v.after', direction)
    .orderBy('v.submitted_at')
    .orderBy('v.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** A standard that the machine heard broken and that no person has called a false alarm. */
const hasOpenBreach = sql<SqlBool>`EXISTS (SELECT 1 FROM findings f
  WHERE f.recording_id = r.id AND f.verdict = 'not_met' AND f.mark = 0 AND coalesce(f.decision, 1) <> 0)`;

/** Template versions by which the calls in the scope were reviewed. */
export async function templatesInScope(
  library: LibraryDb,
  scope: ReportScope,
): Promise<{ titleZh: string; titleEn: string; version: number }[]> {
  const used = await submittedInScope(library, scope)
    .select(['v.template_id as id', 'v.template_version as version'])
    .groupBy(['v.template_id', 'v.template_version'])
    .execute();
  const versions = await library.db
    .selectFrom('template_versions')
    .select(['template_id as id', 'title_zh as titleZh', 'title_en as titleEn', 'version'])
    .orderBy('template_id')
    .orderBy('version')
    .execute();
  return versions
    .filter(({ id, version }) => used.some((one) => one.id === id && one.version === version))
    .map(({ titleZh, titleEn, version }) => ({ titleZh, titleEn, version }));
}
