/** Findings of the machine, their evidence, and what people decided about them. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db, LibraryDb } from './open.ts';
import type { FindingEvidenceTable, FindingsTable } from './schema.ts';

export type FindingRow = Selectable<FindingsTable> & { file: string };
export type EvidenceRow = Selectable<FindingEvidenceTable>;
export type NewFinding = Omit<Insertable<FindingsTable>, 'decision' | 'decided_by' | 'decided_at'> & {
  evidence: Omit<Insertable<FindingEvidenceTable>, 'finding_id'>[];
};

export interface CallFactsRow {
  id: string;
  file: string;
  duration_ms: number | null;
  channels: number | null;
  agent_channel: number | null;
  agent_no: string | null;
  direction: 'inbound' | 'outbound' | null;
  call_record_id: string | null;
  ring_seconds: number | null;
  hangup_by: 'agent' | 'customer' | null;
}

/** What a detector may know of a recording and its call record. */
export function findCallFacts(library: LibraryDb, recordingId: string): Promise<CallFactsRow | undefined> {
  return library.db
    .selectFrom('recordings as r')
    .leftJoin('call_records as c', 'c.recording_id', 'r.id')
    .select([
      ...(['r.id', 'r.file', 'r.duration_ms', 'r.channels', 'r.agent_channel', 'r.agent_no', 'r.direction'] as const),
      ...(['c.id as call_record_id', 'c.ring_seconds', 'c.hangup_by'] as const),
    ])
    .where('r.id', '=', recordingId)
    .executeTakeFirst();
}

/**
 * Stores what the machine says now, in place of what it said; rules that are no more go, what is as it was is not
 * written again. A person's decision stays: it is about the breach, so that it turns round when the machine's
 * verdict changes to or from `met`.
 */
export async function saveFindings(library: LibraryDb, recordingId: string, findings: NewFinding[]): Promise<void> {
  await library.db.transaction().execute(async (trx) => {
    const stored = await storedFindings(trx, recordingId);
    const rules = new Set(findings.map(({ rule }) => rule));
    const gone = [...stored].filter(([rule]) => !rules.has(rule)).map(([, { id }]) => id);
    const changed = findings.filter((finding) => stored.get(finding.rule)?.content !== contentOf(finding));
    if (gone.length > 0) await trx.deleteFrom('findings').where('id', 'in', gone).execute();
    if (changed.length > 0) await replaceFindings(trx, changed);
    if (changed.length < findings.length) await touch(trx, recordingId, findings[0]!.created_at);
    await trx
      .updateTable('recordings')
      .set({ status: 'analysed' })
      .where('id', '=', recordingId)
      .where('status', '=', 'imported')
      .execute();
  });
}

async function storedFindings(trx: Db, recordingId: string): Promise<Map<string, { id: string; content: string }>> {
  const rows = await trx.selectFrom('findings').selectAll().where('recording_id', '=', recordingId).execute();
  if (rows.length === 0) return new Map();
  const pieces = await trx
    .selectFrom('finding_evidence as e')
    .innerJoin('findings as f', 'f.id', 'e.finding_id')
    .selectAll('e')
    .where('f.recording_id', '=', recordingId)
    .orderBy('e.seq')
    .execute();
  const evidence = Map.groupBy(pieces, (piece) => piece.finding_id);
  const content = (row: (typeof rows)[number]) => contentOf({ ...row, evidence: evidence.get(row.id) ?? [] });
  return new Map(rows.map((row) => [row.rule, { id: row.id, content: content(row) }]));
}

/** Everything that the machine says, in a form to compare. */
function contentOf(finding: NewFinding): string {
  const { rule_version, params, severity, verdict, reason_zh, reason_en, value, evidence } = finding;
  const pieces = evidence.map(({ start_ms, end_ms, channel, text }) => [start_ms, end_ms, channel, text]);
  return JSON.stringify([rule_version, params, severity, verdict, reason_zh, reason_en, value, pieces]);
}

/** The machine has looked again and seen the same. */
async function touch(trx: Db, recordingId: string, at: number): Promise<void> {
  await trx.updateTable('findings').set({ created_at: at }).where('recording_id', '=', recordingId).execute();
}

async function replaceFindings(trx: Db, findings: NewFinding[]): Promise<void> {
  const ids = await upsert(trx, findings);
  await trx
    .deleteFrom('finding_evidence')
    .where('finding_id', 'in', [...ids.values()])
    .execute();
  const evidence = findings.flatMap((finding) =>
    finding.evidence.map((piece) => ({ ...piece, finding_id: ids.get(finding.rule)! })),
  );
  for (let from = 0; from < evidence.length; from += 500)
    await trx
      .insertInto('finding_evidence')
      .values(evidence.slice(from, from + 500))
      .execute();
}

async function upsert(trx: Db, findings: NewFinding[]): Promise<Map<string, string>> {
  const rows = await trx
    .insertInto('findings')
    .values(findings.map(({ evidence: _evidence, ...finding }) => finding))
    .onConflict((conflict) =>
      conflict.columns(['recording_id', 'rule']).doUpdateSet((eb) => ({
        rule_version: eb.ref('excluded.rule_version'),
        params: eb.ref('excluded.params'),
        severity: eb.ref('excluded.severity'),
        verdict: eb.ref('excluded.verdict'),
        reason_zh: eb.ref('excluded.reason_zh'),
        reason_en: eb.ref('excluded.reason_en'),
        value: eb.ref('excluded.value'),
        created_at: eb.ref('excluded.created_at'),
        decision: sql<number | null>`CASE WHEN (findings.verdict = 'met') <> (excluded.verdict = 'met')
          THEN 1 - findings.decision ELSE findings.decision END`,
      })),
    )
    .returning(['id', 'rule'])
    .execute();
  return new Map(rows.map(({ id, rule }) => [rule, id]));
}

/** Newest calls first. @param recordingIds all recordings when left out */
export async function listFindings(
  library: LibraryDb,
  recordingIds?: readonly string[],
): Promise<(FindingRow & { evidence: EvidenceRow[] })[]> {
  const chosen = recordingIds && JSON.stringify(recordingIds);
  let query = library.db
    .selectFrom('findings as f')
    .innerJoin('recordings as r', 'r.id', 'f.recording_id')
    .selectAll('f')
    .select('r.file')
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id');
  let pieces = library.db.selectFrom('finding_evidence as e').selectAll('e').orderBy('e.finding_id').orderBy('e.seq');
  if (chosen !== undefined) {
    query = query.where(sql<boolean>`f.recording_id IN (SELECT value FROM json_each(${chosen}))`);
    pieces = pieces
      .innerJoin('findings as f', 'f.id', 'e.finding_id')
      .where(sql<boolean>`f.recording_id IN (SELECT value FROM json_each(${chosen}))`);
  }
  const byFinding = Map.groupBy(await pieces.execute(), (piece) => piece.finding_id);
  return (await query.execute()).map((row) => ({ ...row, evidence: byFinding.get(row.id) ?? [] }));
}

/** Decisions on a recording's findings as they stand inside a transaction, by finding: 1, 0 or none yet. */
export async function findingDecisions(db: Db, recordingId: string): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('findings')
    .select(['id', 'decision'])
    .where('recording_id', '=', recordingId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.decision]));
}

/** @returns false when there is no such finding */
export async function decideFinding(
  db: Db,
  id: string,
  decision: { decision: number | null; decided_by: string | null; decided_at: number | null },
): Promise<boolean> {
  const result = await db.updateTable('findings').set(decision).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Recordings to look at, in order of their calls.
 * @param current `rule:version` of every rule; when given, only those recordings that lack one of them, or got a
 *   transcript, call record or measures since
 * @param recordingIds all recordings when left out
 */
export async function recordingsToAnalyse(
  library: LibraryDb,
  recordingIds: readonly string[] | undefined,
  current: { rules: readonly string[]; measures: number } | null,
): Promise<{ id: string; file: string }[]> {
  let query = library.db
    .selectFrom('recordings as r')
    .select(['r.id', 'r.file'])
    .orderBy('r.started_at')
    .orderBy('r.id');
  if (recordingIds)
    query = query.where(sql<boolean>`r.id IN (SELECT value FROM json_each(${JSON.stringify(recordingIds)}))`);
  if (current)
    query = query.where(sql<boolean>`(
      (SELECT count(*) FROM findings f WHERE f.recording_id = r.id
        AND f.rule || ':' || f.rule_version IN (SELECT value FROM json_each(${JSON.stringify(current.rules)}))) < ${current.rules.length}
      OR NOT EXISTS (SELECT 1 FROM measures m WHERE m.recording_id = r.id AND m.version = ${current.measures})
      OR max(
        coalesce((SELECT created_at FROM transcripts t WHERE t.recording_id = r.id), 0),
        coalesce((SELECT imported_at FROM call_records c WHERE c.recording_id = r.id), 0),
        coalesce((SELECT created_at FROM measures m WHERE m.recording_id = r.id), 0)
      ) > (SELECT min(created_at) FROM findings f WHERE f.recording_id = r.id))`);
  return query.execute();
}
