/** Which recordings a library list shows: the criteria and their SQL. */
import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './open.ts';
import type { Database } from './schema.ts';
import type { SpokenCalls } from './spoken-calls.ts';

export interface SearchWord {
  text: string;
  /** The word as a query of the transcripts' search index; null when there is nothing in it to look for. */
  match: string | null;
}

/**
 * All given criteria must hold. An empty list of choices restricts nothing; an empty list of `ids` names no
 * recording at all.
 */
export interface RecordingCriteria {
  /** Must all be found: in the agent's initials, name or 工号, phone number's end, file name or transcript. */
  words?: readonly SearchWord[] | undefined;
  /** What was said in the call. */
  spoken?: SpokenCalls | undefined;
  /** Business dates, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** The same days as instants of import (end exclusive), for recordings without a business date. */
  importedFrom?: number | undefined;
  importedBefore?: number | undefined;
  /** '' = without an agent. */
  agentIds?: readonly string[] | undefined;
  /** Names or ids; '' = without a team. */
  teams?: readonly string[] | undefined;
  directions?: readonly ('inbound' | 'outbound')[] | undefined;
  reviewStates?: readonly ('none' | 'draft' | 'submitted' | 'skipped')[] | undefined;
  statuses?: readonly ('imported' | 'analysed' | 'failed')[] | undefined;
  /** With at least one open finding of these kinds. */
  findings?: readonly ('fatal' | 'serious' | 'minor' | 'unknown' | 'mark')[] | undefined;
  business?: readonly string[] | undefined;
  minDurationMs?: number | undefined;
  maxDurationMs?: number | undefined;
  lostItem?: string | undefined;
  /** Of the submitted review. */
  templateId?: string | undefined;
  /** Of that template; an empty list restricts nothing. */
  templateVersions?: readonly number[] | undefined;
  fatal?: boolean | undefined;
  /** Hundredths, both included. */
  minScore?: number | undefined;
  maxScore?: number | undefined;
  outcome?: 'passed' | 'failed' | 'fatal' | undefined;
  ids?: readonly string[] | undefined;
}

type Builder = ExpressionBuilder<Database, 'recordings'>;
type Condition = Expression<SqlBool>;

export function hasCriteria(criteria: RecordingCriteria): boolean {
  return conditions(expressionBuilder<Database, 'recordings'>(), criteria).length > 0;
}

/** The recordings that meet the criteria, ready for a select list. */
export function matching(db: Db, criteria: RecordingCriteria) {
  return db.selectFrom('recordings').where((eb) => eb.and(conditions(eb, criteria)));
}

/**
 * An expression that equals the column but on which no index is used: the scan then stays on the one index that
 * holds every filtered column, which beats an index on this column plus 100,000 look-ups of whole rows.
 */
const plain = (column: 'business_date' | 'team_id' | 'duration_ms' | 'score' | 'passed', absent: string | number) =>
  sql<string | number>`coalesce(${sql.ref(column)}, ${sql.lit(absent)})`;

function conditions(eb: Builder, criteria: RecordingCriteria): Condition[] {
  const all: Condition[] = [];
  const { minDurationMs, maxDurationMs, minScore, maxScore, outcome, lostItem, templateId, fatal } = criteria;
  if (criteria.from !== undefined || criteria.to !== undefined) all.push(inDays(eb, criteria));
  if (criteria.agentIds?.length) all.push(eb(sql<string>`coalesce(agent_no, '')`, 'in', criteria.agentIds));
  if (criteria.teams?.length) {
    const teams = criteria.teams;
    const meant = eb
      .selectFrom('teams')
      .select('teams.id')
      .where((team) => team.or([team('teams.name', 'in', teams), team('teams.id', 'in', teams)]));
    const among = eb(plain('team_id', ''), 'in', meant);
    all.push(teams.includes('') ? eb.or([among, eb('team_id', 'is', null)]) : among);
  }
  if (criteria.directions?.length) all.push(eb('direction', 'in', criteria.directions));
  if (criteria.reviewStates?.length) all.push(eb('review_state', 'in', criteria.reviewStates));
  if (criteria.statuses?.length) all.push(eb('status', 'in', criteria.statuses));
  if (criteria.business?.length) all.push(eb('business', 'in', criteria.business));
  if (criteria.findings?.length)
    all.push(eb.or(criteria.findings.map((kind) => eb(plainCount(`open_${kind}`), '>', 0))));
  if (minDurationMs !== undefined) all.push(eb(plain('duration_ms', -1), '>=', minDurationMs));
  if (maxDurationMs !== undefined)
    all.push(eb('duration_ms', 'is not', null), eb(plain('duration_ms', -1), '<=', maxDurationMs));
  if (outcome === 'fatal') all.push(eb('review_fatal', '>', 0));
  else if (outcome !== undefined) all.push(eb('passed', '=', outcome === 'passed' ? 1 : 0));
  if (lostItem !== undefined) all.push(eb('recordings.id', 'in', lostOn(eb, lostItem)));
  if (templateId !== undefined)
    all.push(eb('recordings.id', 'in', reviewedBy(eb, templateId, criteria.templateVersions ?? [])));
  if (fatal !== undefined) all.push(eb('review_state', '=', 'submitted'), eb('review_fatal', fatal ? '>' : '=', 0));
  if (minScore !== undefined) all.push(eb('score', 'is not', null), eb(plain('score', 0), '>=', minScore));
  if (maxScore !== undefined) all.push(eb('score', 'is not', null), eb(plain('score', 0), '<=', maxScore));
  if (criteria.ids) all.push(criteria.ids.length ? eb('recordings.id', 'in', criteria.ids) : sql<boolean>`1 = 0`);
  for (const word of criteria.words ?? []) all.push(foundIn(eb, word));
  if (criteria.spoken)
    all.push(eb('recordings.id', 'in', sql<string>`(SELECT value FROM json_each(${criteria.spoken.ids}))`));
  return all;
}

/** Of these business days, or without a business date and imported on one of them. */
function inDays(eb: Builder, { from, to, importedFrom, importedBefore }: RecordingCriteria): Condition {
  const dated: Condition[] = [eb('business_date', 'is not', null)];
  if (from !== undefined) dated.push(eb(plain('business_date', ''), '>=', from));
  if (to !== undefined) dated.push(eb(plain('business_date', ''), '<=', to));
  if (importedFrom === undefined && importedBefore === undefined) return eb.and(dated);
  const undated: Condition[] = [eb('business_date', 'is', null)];
  if (importedFrom !== undefined) undated.push(eb('imported_at', '>=', importedFrom));
  if (importedBefore !== undefined) undated.push(eb('imported_at', '<', importedBefore));
  return eb.or([eb.and(dated), eb.and(undated)]);
}

const plainCount = (column: `open_${'fatal' | 'serious' | 'minor' | 'unknown' | 'mark'}`) =>
  sql<number>`+${sql.ref(column)}`;

function lostOn(eb: Builder, item: string) {
  return eb
    .selectFrom('review_lines')
    .innerJoin('reviews', 'reviews.id', 'review_lines.review_id')
    .select('reviews.recording_id')
    .where('review_lines.item_id', '=', item)
    .where(({ or, eb: line }) => or([line('review_lines.lost', '>', 0), line('review_lines.effect', '<>', 'none')]))
    .where('reviews.state', '=', 'submitted');
}

function reviewedBy(eb: Builder, templateId: string, versions: readonly number[]) {
  const reviewed = eb
    .selectFrom('reviews')
    .select('reviews.recording_id')
    .where('reviews.template_id', '=', templateId)
    .where('reviews.state', '=', 'submitted');
  return versions.length === 0 ? reviewed : reviewed.where('reviews.template_version', 'in', versions);
}

function foundIn(eb: Builder, { text: word, match }: SearchWord): Condition {
  const agents = eb
    .selectFrom('agents')
    .select('agents.agent_no')
    .where(({ or }) =>
      or([
        like('agents.initials', '', word, '%'),
        // Where several people bore the number, each call tells whose it was.
        sql<boolean>`agents.passed_on = 0 AND ${like('agents.name', '%', word, '%')}`,
        like('agents.agent_no', '', word, '%'),
      ]),
    );
  const named = eb
    .selectFrom('recordings as named')
    .innerJoin('agents as holders', 'holders.agent_no', 'named.agent_no')
    .select('named.id')
    .where('holders.passed_on', '=', 1)
    .where(like('named.agent_name', '%', word, '%'));
  const places: Condition[] = [
    eb('recordings.agent_no', 'in', agents),
    eb('recordings.id', 'in', named),
    like('recordings.file', '%', word, '%'),
  ];
  if (/^\d{3,}$/.test(word)) {
    const numbers = eb.selectFrom('recordings as numbered').select('numbered.id');
    const ends = [like('numbered.phone', '%', word, ''), like('numbered.phone', '%', `${word}/`, '%')];
    places.push(
      eb(
        'recordings.id',
        'in',
        numbers.where(({ or }) => or(ends)),
      ),
    );
  }
  if (match !== null) {
    const spoken = sql<string>`(SELECT t.recording_id FROM segment_search f
      JOIN transcript_segments s ON s.id = f.rowid JOIN transcripts t ON t.id = s.transcript_id
      WHERE f.segment_search MATCH ${match})`;
    places.push(eb('recordings.id', 'in', spoken));
  }
  return eb.or(places);
}

function like(column: string, before: '' | '%', word: string, after: '' | '%') {
  const pattern = `${before}${word.replace(/[\\%_]/g, '\\$&')}${after}`;
  return sql<boolean>`${sql.ref(column)} LIKE ${pattern} ESCAPE '\\'`;
}
