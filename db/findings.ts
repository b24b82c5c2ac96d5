/** Findings of the machine, their evidence, and what people decided about them. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db, LibraryDb } from './open.ts';
import { matching, type RecordingCriteria } from './recordings-filter.ts';
import type { FindingEvidenceTable, FindingsTable } from './schema.ts';

export type FindingRow = Selectable<FindingsTable> & { file: string };
export type EvidenceRow = Selectable<FindingEvidenceTable>;
export type NewFinding = Omit<Insertable<FindingsTable>, 'decision' | 'decided_by' | 'decided_at' | 'occasion'> & {
  occasion: number;
  evidence: Omit<Insertable<FindingEvidenceTable>, 'finding_id'>[];
};

/** What the machine says of one call: by every rule that judged it. */
export interface CallFindings {
  recordingId: string;
  findings: NewFinding[];
}

/**
 * Stores what the machine says now of calls, in place of what it said; what is as it was is not written again.
 * Findings of other rules in `scope` go. A person's decision stays: it is about the breach, so that it turns round
 * when the machine's verdict changes to or from `met`; when its finding goes it waits for the rule to come back.
 * @param trx a transaction
 * @param scope the rules that were asked, or `all`: the calls are then analysed
 */
export async function saveFindings(
  trx: Db,
  calls: readonly CallFindings[],
  scope: 'all' | readonly string[],
): Promise<void> {
  const ids = JSON.stringify(calls.map(({ recordingId }) => recordingId));
  const stored = await storedFindings(trx, ids, scope);
  const judged = new Set(calls.flatMap(({ findings }) => findings.map(keyOf)));
  const gone = [...stored].filter(([key]) => !judged.has(key)).map(([, { id }]) => id);
  const all = calls.flatMap(({ findings }) => findings);
  const same = (finding: NewFinding) => stored.get(keyOf(finding))?.content === contentOf(finding);
  const changed = all.filter((finding) => !same(finding));
  if (gone.length > 0) await removeFindings(trx, gone);
  if (changed.length > 0) await replaceFindings(trx, changed, stored.size > 0);
  const unchanged = all.filter(same).map((finding) => stored.get(keyOf(finding))!.id);
  if (unchanged.length > 0) await touch(trx, unchanged, all[0]!.created_at);
  await restoreDecisions(trx, changed);
  if (scope === 'all')
    await sql`UPDATE recordings SET status = 'analysed'
      WHERE status = 'imported' AND id IN (SELECT value FROM json_each(${ids}))`.execute(trx);
}

const keyOf = ({ recording_id, rule }: { recording_id: string; rule: string }) => `${recording_id} ${rule}`;

async function storedFindings(
  trx: Db,
  recordingIds: string,
  scope: 'all' | readonly string[],
): Promise<Map<string, { id: string; content: string }>> {
  const among = scope === 'all' ? sql`1` : sql`f.rule IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`;
  const { rows } = await sql<Selectable<FindingsTable>>`
    SELECT f.* FROM json_each(${recordingIds}) w JOIN findings f ON f.recording_id = w.value WHERE ${among}`.execute(
    trx,
  );
  if (rows.length === 0) return new Map();
  const { rows: pieces } = await sql<EvidenceRow>`
    SELECT e.* FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}) w
    JOIN finding_evidence e ON e.finding_id = w.value ORDER BY w.key, e.seq`.execute(trx);
  const evidence = Map.groupBy(pieces, (piece) => piece.finding_id);
  const content = (row: (typeof rows)[number]) => contentOf({ ...row, evidence: evidence.get(row.id) ?? [] });
  return new Map(rows.map((row) => [keyOf(row), { id: row.id, content: content(row) }]));
}

/** Everything that the machine says, in a form to compare. */
function contentOf(finding: NewFinding): string {
  const { rule_version, params, severity, mark = 0, occasion, verdict, value, evidence } = finding;
  const pieces = evidence.map(({ start_ms, end_ms, channel, text, cause = null }) => [
    ...[start_ms, end_ms, channel, text, cause],
  ]);
  const reason = [finding.reason_zh, finding.reason_en];
  return JSON.stringify([rule_version, params, severity, mark, occasion, verdict, ...reason, value, pieces]);
}

/** The machine has looked again and seen the same. */
async function touch(trx: Db, ids: readonly string[], at: number): Promise<void> {
  await sql`UPDATE findings SET created_at = ${at}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(trx);
}

async function removeFindings(trx: Db, ids: readonly string[]): Promise<void> {
  const gone = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  await sql`INSERT OR REPLACE INTO kept_decisions (recording_id, rule, broken, decided_by, decided_at)
    SELECT recording_id, rule, (verdict <> 'met') = decision, decided_by, decided_at FROM findings
    WHERE id IN ${gone} AND decision IS NOT NULL`.execute(trx);
  await sql`DELETE FROM findings WHERE id IN ${gone}`.execute(trx);
}

/** Gives findings of a rule that came back what people had decided. */
async function restoreDecisions(trx: Db, findings: readonly NewFinding[]): Promise<void> {
  const ids = JSON.stringify([...new Set(findings.map(({ recording_id }) => recording_id))]);
  const rules = JSON.stringify([...new Set(findings.map(({ rule }) => rule))]);
  const kept = sql`recording_id IN (SELECT value FROM json_each(${ids})) AND rule IN (SELECT value FROM json_each(${rules}))`;
  const { rows } = await sql`SELECT 1 FROM kept_decisions WHERE ${kept} LIMIT 1`.execute(trx);
  if (rows.length === 0) return;
  await sql`UPDATE findings SET decision = (findings.verdict <> 'met') = k.broken,
      decided_by = k.decided_by, decided_at = k.decided_at
    FROM (SELECT * FROM kept_decisions WHERE ${kept}) k
    WHERE findings.recording_id = k.recording_id AND findings.rule = k.rule AND findings.decision IS NULL`.execute(trx);
  await sql`DELETE FROM kept_decisions WHERE ${kept}`.execute(trx);
}

/** One statement each for all findings and all evidence: rows travel as JSON. */
async function replaceFindings(trx: Db, findings: readonly NewFinding[], someStored: boolean): Promise<void> {
  const rows = findings.map((each) => [
    ...[each.id, each.recording_id, each.rule, each.rule_version, each.params, each.severity, each.verdict],
    ...[each.reason_zh, each.reason_en, each.value, each.created_at, each.mark ?? 0],
    each.occasion,
  ]);
  const { rows: written } = await sql<{ id: string; recording_id: string; rule: string }>`
    INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict, reason_zh, reason_en,
      value, created_at, mark, occasion)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8, value ->> 9, value ->> 10, value ->> 11,
      value ->> 12 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (recording_id, rule) DO UPDATE SET rule_version = excluded.rule_version, params = excluded.params,
      severity = excluded.severity, verdict = excluded.verdict, reason_zh = excluded.reason_zh,
      reason_en = excluded.reason_en, value = excluded.value, created_at = excluded.created_at, mark = excluded.mark,
      occasion = excluded.occasion,
      decision = CASE WHEN (findings.verdict = 'met') <> (excluded.verdict = 'met')
        THEN 1 - findings.decision ELSE findings.decision END
    RETURNING id, recording_id, rule`.execute(trx);
  const ids = new Map(written.map((row) => [keyOf(row), row.id]));
  if (someStored)
    await sql`DELETE FROM finding_evidence
      WHERE finding_id IN (SELECT value FROM json_each(${JSON.stringify([...ids.values()])}))`.execute(trx);
  const evidence = findings.flatMap((finding) =>
    finding.evidence.map((piece) => [
      ...[ids.get(keyOf(finding)), piece.seq, piece.start_ms, piece.end_ms, piece.channel, piece.text, piece.cause],
    ]),
  );
  if (evidence.length > 0)
    await sql`INSERT INTO finding_evidence (finding_id, seq, start_ms, end_ms, channel, text, cause)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
        value ->> 6 FROM json_each(${JSON.stringify(evidence)})`.execute(trx);
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

/** Recordings to look at, in order of their calls. @param criteria all recordings when left out */
export async function recordingsToJudge(
  library: LibraryDb,
  criteria: RecordingCriteria = {},
): Promise<{ id: string; file: string }[]> {
  return matching(library.db, criteria)
    .select(['recordings.id', 'recordings.file'])
    .orderBy('recordings.started_at')
    .orderBy('recordings.id')
    .execute();
}

/**
 * Recordings to look at, in order of their calls.
 * @param current `rule:version` of every rule; when given, only those recordings that lack one of them, have one of
 *   another rule or version, or got a transcript, call record or measures since
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
      OR (SELECT count(*) FROM findings f WHERE f.recording_id = r.id) > ${current.rules.length}
      OR NOT EXISTS (SELECT 1 FROM measures m WHERE m.recording_id = r.id AND m.version = ${current.measures})
      OR max(
        coalesce((SELECT max(created_at, coalesce(edited_at, 0)) FROM transcripts t WHERE t.recording_id = r.id), 0),
        coalesce((SELECT imported_at FROM call_records c WHERE c.recording_id = r.id), 0),
        coalesce((SELECT created_at FROM measures m WHERE m.recording_id = r.id), 0)
      ) > (SELECT min(created_at) FROM findings f WHERE f.recording_id = r.id))`);
  return query.execute();
}
