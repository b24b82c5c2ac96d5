/** Changes of rules, how often each rule says what, and what people say against it. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from './open.ts';
import type { FindingsTable, ReviewAnswersTable, RuleRevisionsTable } from './schema.ts';

export type RuleRevisionRow = Selectable<RuleRevisionsTable>;
export type StoredVerdict = FindingsTable['verdict'];

/** The newest revision of every rule that was ever changed, the rules changed first first. */
export async function currentRevisions(db: Db): Promise<RuleRevisionRow[]> {
  return db
    .selectFrom('rule_revisions as r')
    .selectAll()
    .where('r.revision', '=', (eb) =>
      eb
        .selectFrom('rule_revisions as n')
        .select((n) => n.fn.max('n.revision').as('newest'))
        .whereRef('n.rule', '=', 'r.rule'),
    )
    .orderBy(sql`(SELECT min(at) FROM rule_revisions f WHERE f.rule = r.rule)`)
    .orderBy('r.rule')
    .execute();
}

/** Newest first. */
export async function revisionsOf(db: Db, rule: string): Promise<RuleRevisionRow[]> {
  return db.selectFrom('rule_revisions').selectAll().where('rule', '=', rule).orderBy('revision', 'desc').execute();
}

export async function addRevision(db: Db, row: Insertable<RuleRevisionsTable>): Promise<void> {
  await db.insertInto('rule_revisions').values(row).execute();
}

/** Stored findings by rule and verdict. @param rule all rules when left out */
export async function verdictCounts(
  db: Db,
  rule?: string,
): Promise<{ rule: string; verdict: StoredVerdict; count: number }[]> {
  let query = db
    .selectFrom('findings')
    .select((eb) => ['rule', 'verdict', eb.fn.countAll<number>().as('count')])
    .groupBy(['rule', 'verdict']);
  if (rule !== undefined) query = query.where('rule', '=', rule);
  return query.execute();
}

export interface PersonSays {
  rule: string;
  recording_id: string;
  /** 1 = the standard was broken. */
  broken: number;
}

/** Decisions on findings, also on those of rules that are switched off. @param rule all rules when left out */
export async function decisions(db: Db, rule?: string): Promise<PersonSays[]> {
  const { rows } = await sql<PersonSays>`
    SELECT rule, recording_id, (verdict <> 'met') = decision AS broken FROM findings
      WHERE decision IS NOT NULL AND ${rule === undefined ? sql`1` : sql`rule = ${rule}`}
    UNION ALL
    SELECT rule, recording_id, broken FROM kept_decisions WHERE ${rule === undefined ? sql`1` : sql`rule = ${rule}`}
  `.execute(db);
  return rows;
}

export interface PersonAnswer {
  recording_id: string;
  template_id: string;
  template_version: number;
  item_id: string;
  answer: ReviewAnswersTable['answer'];
}

/** Plain answers that persons gave to these items in submitted reviews. */
export async function personAnswers(
  db: Db,
  items: readonly { templateId: string; version: number; itemId: string }[],
): Promise<PersonAnswer[]> {
  const wanted = JSON.stringify(items.map(({ templateId, version, itemId }) => [templateId, version, itemId]));
  const { rows } = await sql<PersonAnswer>`
    SELECT r.recording_id, r.template_id, r.template_version, a.item_id, a.answer
    FROM json_each(${wanted}) w
    JOIN reviews r ON r.template_id = w.value ->> 0 AND r.template_version = w.value ->> 1 AND r.state = 'submitted'
    JOIN review_answers a ON a.review_id = r.id AND a.item_id = w.value ->> 2
    WHERE a.by_person = 1 AND a.answer IN ('yes', 'no')
  `.execute(db);
  return rows;
}

/** What the machine says now of the given calls, by recording. */
export async function storedVerdicts(
  db: Db,
  rule: string,
  recordingIds: readonly string[],
): Promise<Map<string, StoredVerdict>> {
  const rows = await db
    .selectFrom('findings')
    .select(['recording_id', 'verdict'])
    .where('rule', '=', rule)
    .where(sql<boolean>`recording_id IN (SELECT value FROM json_each(${JSON.stringify(recordingIds)}))`)
    .execute();
  return new Map(rows.map((row) => [row.recording_id, row.verdict]));
}

/** Template versions that submitted reviews used, as stored. */
export async function reviewedTemplates(db: Db): Promise<{ template_id: string; version: number; content: string }[]> {
  return db
    .selectFrom('template_versions as t')
    .select(['t.template_id', 't.version', 't.content'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('reviews as r')
          .select('r.id')
          .whereRef('r.template_id', '=', 't.template_id')
          .whereRef('r.template_version', '=', 't.version')
          .where('r.state', '=', 'submitted'),
      ),
    )
    .execute();
}
