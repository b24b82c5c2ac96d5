import Sqlite from 'better-sqlite3';
import { migrations } from '../migrations/index.ts';

/** What people had stored, table by table, with the schema version from which the table exists. */
const fixtures: readonly { since: number; sql: string }[] = [
  {
    since: 10,
    sql: `
      INSERT INTO teams VALUES ('t1', '一组');
      INSERT INTO agents (agent_no, name, initials, team_id) VALUES ('0812', '张敏', 'zm', 't1');
      INSERT INTO recordings (id, path, file, origin, size_bytes, mtime_ms, sha256, status, agent_no, team_id, phone,
        started_at, business_date, duration_ms, playback, imported_at)
        VALUES ('r1', '/calls/a.wav', 'a.wav', 'referenced', 10, 1, 'aa', 'analysed', '0812', 't1', '13800138001',
          1000, '2026-03-02', 60000, 'original', 5),
        ('r2', '/calls/b.wav', 'b.wav', 'referenced', 10, 1, 'bb', 'imported', NULL, NULL, NULL,
          NULL, NULL, NULL, 'original', 6);
      INSERT INTO call_records (id, recording_id, file, source_file, ring_seconds, talk_seconds, hangup_by, hangup_raw,
        satisfaction, raw, imported_at)
        VALUES ('c1', 'r1', 'a.wav', 'cdr.csv', 2, 60, 'customer', '客户', NULL, '{}', 5);`,
  },
  {
    since: 20,
    sql: `
      INSERT INTO transcripts (id, recording_id, source, engine, model_sha256, source_file, created_at)
        VALUES ('x1', 'r1', 'import', NULL, NULL, 'a.json', 7);
      INSERT INTO transcript_segments (id, transcript_id, seq, speaker, start_ms, end_ms, text, words)
        VALUES (1, 'x1', 0, 'agent', 0, 1000, '您好', NULL);
      INSERT INTO segment_search(rowid, grams) VALUES (1, '您好');`,
  },
  {
    since: 30,
    sql: `
      INSERT INTO measures VALUES ('r1', 1, '{}', 8);
      INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict, reason_zh, reason_en,
        value, decision, decided_by, decided_at, created_at) VALUES ('f1', 'r1', 'greeting', 1, '{}', 'serious', 'not_met', '无', 'none', NULL, NULL, NULL, NULL, 9);
      INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict, reason_zh, reason_en,
        value, decision, decided_by, decided_at, created_at) VALUES ('f2', 'r1', 'closing', 1, '{}', 'minor', 'not_met', '无', 'none', NULL, 0, '王', 9, 9);
      INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict, reason_zh, reason_en,
        value, decision, decided_by, decided_at, created_at) VALUES ('f3', 'r1', 'hold-thanks', 1, '{}', 'minor', 'cannot_tell', '无', 'none', NULL, NULL, NULL, NULL, 9);
      INSERT INTO finding_evidence (finding_id, seq, start_ms, end_ms, channel, text) VALUES ('f1', 0, 0, 1000, 0, '喂');`,
  },
  {
    since: 40,
    sql: `
      INSERT INTO template_versions VALUES ('service-standard', 1, '标准', 'Standard', 'percentage', '{}', 'cc', 1);
      INSERT INTO reviews (id, recording_id, template_id, template_version, inspector, state, before, after, passed,
        created_at, updated_at, submitted_at)
        VALUES ('v1', 'r1', 'service-standard', 1, '王', 'submitted', 9250, 9250, 1, 10, 11, 12);
      INSERT INTO review_answers VALUES ('v1', 'i1', 'no', NULL, NULL, 1, 11);
      INSERT INTO review_lines VALUES ('v1', 'i1', 's1', '1', '态度', 'Attitude', 'minor', 'no', NULL, 1, 750, 0, 750, 'none', NULL);
      INSERT INTO review_comments VALUES ('m1', 'v1', 'i1', 100, NULL, '备注', NULL, 11, 11);`,
  },
  {
    since: 50,
    sql: `
      INSERT INTO jobs (id, kind, state, label, payload, result, created_at, updated_at) VALUES ('j1', 'import', 'done', '录音', '{}', NULL, 1, 2);
      INSERT INTO job_items (id, job_id, seq, path, state, code, params, recording_id)
        VALUES ('ji1', 'j1', 0, '/calls/a.wav', 'done', NULL, NULL, 'r1');
      INSERT INTO clips VALUES ('k1', 'r1', 0, 500, '片段', 'bad', NULL, NULL, '', '您好', 3);
      INSERT INTO settings VALUES ('inspector', '"王"');
      INSERT INTO audit_log VALUES (1, 1, '王', 'recording.reveal-phone', 'r1', '{}', '', 'hash');`,
  },
  { since: 70, sql: `INSERT INTO leases VALUES ('job:j1', 'p1', 99);` },
  {
    since: 110,
    sql: `
      INSERT INTO rule_revisions VALUES ('greeting', 1, 2, 'params', 1, 0, '{}', NULL, '', '王', 9);
      INSERT INTO kept_decisions VALUES ('r1', 'own-1', 1, '王', 9);`,
  },
  {
    since: 140,
    sql: `
      INSERT INTO original_segments VALUES (1, 'x1', 'agent', 0, 1000, '你好', NULL, '王', 9);
      INSERT INTO transcript_edits VALUES ('e1', 'x1', 1, 'text', '王', 9, 0, '{}');
      INSERT INTO replaced_transcripts VALUES ('rt1', 'r1', 9, '王', '{}');`,
  },
  {
    since: 201,
    sql: `
      INSERT INTO set_aside_answers VALUES ('v1', 'conduct', 1, 'i2', 'no', 2, 'care', 1, 11);
      INSERT INTO set_aside_comment_items VALUES ('m1', 'conduct', 'i2');`,
  },
  {
    since: 150,
    sql: `INSERT INTO saved_searches VALUES ('s1', '退款', '{"spoken":{"text":"退款"}}', 9);`,
  },
  {
    since: 301,
    sql: `INSERT INTO import_changes SELECT j.id, 'r1', NULL, '{"direction":"inbound"}' FROM jobs AS j LIMIT 1;`,
  },
];

/** A library as a program with schema `version` left it: every table it knew holds rows. */
export function writeOldLibrary(file: string, version: number): void {
  const raw = new Sqlite(file);
  raw.pragma('journal_mode = WAL');
  for (const migration of migrations.filter((each) => each.version <= version)) raw.exec(migration.sql);
  raw.pragma(`user_version = ${version}`);
  for (const fixture of fixtures.filter((each) => each.since <= version)) raw.exec(fixture.sql);
  raw.close();
}

/** All rows of all ordinary tables, as they are stored. */
export function allRows(raw: Sqlite.Database): Record<string, Record<string, unknown>[]> {
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'segment_search%'",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((name) => [name, raw.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]]),
  );
}
