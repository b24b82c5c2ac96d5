/** Every table, as Kysely sees it. Times: epoch ms UTC. Points: hundredths. Flags: 0/1. */

import type {
  FindingEvidenceTable,
  FindingsTable,
  KeptDecisionsTable,
  MeasuresTable,
  RuleRevisionsTable,
} from './schema/findings.ts';
import type {
  AgentsTable,
  CallRecordsTable,
  ImportChangesTable,
  RecordingsTable,
  TeamsTable,
} from './schema/recordings.ts';
import type {
  ReviewAnswersTable,
  ReviewCommentsTable,
  ReviewLinesTable,
  ReviewsTable,
  SetAsideAnswersTable,
  SetAsideCommentItemsTable,
  TemplateVersionsTable,
} from './schema/reviews.ts';
import type {
  OriginalSegmentsTable,
  ReplacedTranscriptsTable,
  TranscriptEditsTable,
  TranscriptSegmentsTable,
  TranscriptsTable,
} from './schema/transcripts.ts';
import type {
  AuditLogTable,
  ClipsTable,
  JobItemsTable,
  JobsTable,
  LeasesTable,
  SavedSearchesTable,
  SettingsTable,
} from './schema/work.ts';

export type * from './schema/findings.ts';
export type * from './schema/recordings.ts';
export type * from './schema/reviews.ts';
export type * from './schema/transcripts.ts';
export type * from './schema/work.ts';

export interface Database {
  teams: TeamsTable;
  agents: AgentsTable;
  recordings: RecordingsTable;
  call_records: CallRecordsTable;
  import_changes: ImportChangesTable;
  transcripts: TranscriptsTable;
  transcript_segments: TranscriptSegmentsTable;
  original_segments: OriginalSegmentsTable;
  transcript_edits: TranscriptEditsTable;
  replaced_transcripts: ReplacedTranscriptsTable;
  findings: FindingsTable;
  finding_evidence: FindingEvidenceTable;
  measures: MeasuresTable;
  rule_revisions: RuleRevisionsTable;
  kept_decisions: KeptDecisionsTable;
  template_versions: TemplateVersionsTable;
  reviews: ReviewsTable;
  review_answers: ReviewAnswersTable;
  set_aside_answers: SetAsideAnswersTable;
  set_aside_comment_items: SetAsideCommentItemsTable;
  review_lines: ReviewLinesTable;
  review_comments: ReviewCommentsTable;
  clips: ClipsTable;
  jobs: JobsTable;
  job_items: JobItemsTable;
  settings: SettingsTable;
  audit_log: AuditLogTable;
  leases: LeasesTable;
  saved_searches: SavedSearchesTable;
}
