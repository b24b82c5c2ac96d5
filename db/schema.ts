/** Row types of every table, as Kysely sees them. Times: epoch ms UTC. Points: hundredths. Flags: 0/1. */
import type { ColumnType, Generated } from 'kysely';

export interface TeamsTable {
  id: string;
  name: string;
}
export interface AgentsTable {
  /** 工号, text: leading zeros count. */
  agent_no: string;
  name: string | null;
  /** Pinyin initials of the name, lower case (张敏 = zm), for search. */
  initials: string | null;
  team_id: string | null;
  /** Start of the call that told the name last; null where none did. */
  told_at: Generated<number | null>;
  /** 1: the number belonged to more than one person; each call then has its own name or none. */
  passed_on: Generated<number>;
}
export interface RecordingsTable {
  id: string;
  path: string;
  file: string;
  origin: 'referenced' | 'copied';
  size_bytes: number;
  mtime_ms: number;
  sha256: string;
  codec: string | null;
  container: string | null;
  sample_rate: number | null;
  channels: number | null;
  duration_ms: number | null;
  status: 'imported' | 'analysed' | 'failed';
  agent_no: string | null;
  /** The agent's name at the time of the call, where that was told. */
  agent_name: Generated<string | null>;
  /** Team at the time of the call. */
  team_id: string | null;
  agent_channel: number | null;
  /** How the agent's channel is known, as the contract's AgentChannelFrom; null where the voices share one channel. */
  agent_channel_from: Generated<AgentChannelFrom | null>;
  phone: string | null;
  direction: 'inbound' | 'outbound' | null;
  started_at: number | null;
  business_date: string | null;
  business: string | null;
  playback: 'original' | 'proxy';
  /** File names below media/: peaks in audiowaveform .dat v2, and the playback proxy. */
  peaks_file: string | null;
  proxy_file: string | null;
  imported_at: number;
  /** `file` in the form that names are compared by: lower case, without extension. */
  file_key: Generated<string | null>;
  /** `file_key` without what copying and downloading add to names. */
  near_key: Generated<string | null>;
  /** JSON list of what is to be known about it, as the contract's RecordingRemark. */
  remarks: Generated<string>;
  /** JSON list of the facts that a person corrected, as the contract's CallFact. */
  by_hand: Generated<string>;
  /** From here on: kept by triggers for the library list, never written by queries. */
  has_transcript: ColumnType<number, never, never>;
  review_id: ColumnType<string | null, never, never>;
  review_state: ColumnType<'none' | 'draft' | 'submitted' | 'skipped', never, never>;
  /** Of the submitted review: score, passed and the one-vote veto. */
  score: ColumnType<number | null, never, never>;
  passed: ColumnType<number | null, never, never>;
  review_fatal: ColumnType<number, never, never>;
  /** Findings not met and not called a false alarm, by severity; and those the machine could not tell. */
  open_fatal: ColumnType<number, never, never>;
  open_serious: ColumnType<number, never, never>;
  open_minor: ColumnType<number, never, never>;
  open_unknown: ColumnType<number, never, never>;
  /** Marks: findings that only pick calls. */
  open_mark: ColumnType<number, never, never>;
}
/** By the file's name, by one that is nearly it, by the system's name of the call, or by the time with number or agent. */
export type MatchRule = 'file' | 'near-file' | 'call-id' | 'number' | 'agent';
export interface CallRecordsTable {
  id: string;
  recording_id: string | null;
  /** Base name of the audio file that the row names, or null when matched otherwise. */
  file: string | null;
  source_file: string;
  ring_seconds: number | null;
  talk_seconds: number | null;
  hangup_by: 'agent' | 'customer' | null;
  hangup_raw: string | null;
  satisfaction: string | null;
  /** The whole row as read, JSON object by header. */
  raw: string;
  imported_at: number;
  /** Identity of the call among all rows ever imported; null for rows stored before there was one. */
  row_key: Generated<string | null>;
  /** `file` in compared form, and the folder that the row names before it. */
  file_key: Generated<string | null>;
  folder: Generated<string>;
  agent_no: Generated<string | null>;
  agent_name: Generated<string | null>;
  team: Generated<string | null>;
  phone: Generated<string | null>;
  direction: Generated<'inbound' | 'outbound' | null>;
  started_at: Generated<number | null>;
  business: Generated<string | null>;
  near_key: Generated<string | null>;
  /** The phone system's name of the call, lower case. */
  call_id: Generated<string | null>;
  answered: Generated<0 | 1 | null>;
  /** The rule by which it was tied to its recording. */
  matched_by: Generated<MatchRule | null>;
  /** The import that read the row last, and the one that read it first (null where that was not kept). */
  job_id: Generated<string | null>;
  brought_by: Generated<string | null>;
}
export interface ImportChangesTable {
  job_id: string;
  /** One of the two. */
  recording_id: string | null;
  call_record_id: string | null;
  /** JSON object of columns, as they were before the import. */
  before: string;
}
/** The contract's AgentChannelFrom. */
export type AgentChannelFrom =
  | 'person'
  | 'call-record'
  | 'transcript'
  | 'words'
  | 'assumed'
  | 'unclear'
  | 'contradicted';
export interface TranscriptsTable {
  id: string;
  recording_id: string;
  source: 'import' | 'engine';
  engine: string | null;
  model_sha256: string | null;
  source_file: string | null;
  created_at: number;
  timing: Generated<'exact' | 'starts' | 'estimated'>;
  /** Name of the model's file, of an engine's transcript. */
  model_file: Generated<string | null>;
  /** When a person changed it last. */
  edited_at: Generated<number | null>;
  /** 1: the speakers were told apart by their voices only. */
  speakers_estimated: Generated<number>;
  /** How the speakers are known: by labels that name roles, by numbered labels, or by the channel they are heard on. */
  speakers_by: Generated<'labels' | 'numbers' | 'channels'>;
  /** Of speakers by channels: the agent's channel for which they were named. */
  agent_channel: Generated<number | null>;
}
export interface TranscriptSegmentsTable {
  id: Generated<number>;
  transcript_id: string;
  seq: number;
  speaker: 'agent' | 'customer' | 'unknown';
  start_ms: number;
  end_ms: number;
  text: string;
  /** JSON [{text,start,end}] in seconds, or null. */
  words: string | null;
  /** JSON: ids of the originals that a corrected sentence came from; null where it is as it came. */
  origins: Generated<string | null>;
}
/** A sentence as the engine or the file gave it, of those that a person touched. Its id is the sentence's own. */
export interface OriginalSegmentsTable {
  id: number;
  transcript_id: string;
  speaker: 'agent' | 'customer' | 'unknown';
  start_ms: number;
  end_ms: number;
  text: string;
  words: string | null;
  corrected_by: string;
  corrected_at: number;
}
/** What a person did to a transcript, to be undone and redone. */
export interface TranscriptEditsTable {
  id: string;
  transcript_id: string;
  /** From 1; what was undone and then overtaken is gone. */
  number: number;
  kind: string;
  who: string;
  at: number;
  undone: Generated<number>;
  /** JSON: sentences and originals before and after. */
  changes: string;
}
/** A transcript that gave way to another one, whole, with its corrections. */
export interface ReplacedTranscriptsTable {
  id: string;
  recording_id: string;
  replaced_at: number;
  who: string;
  /** JSON: rows of the transcript, its sentences and originals. */
  content: string;
}
export interface FindingsTable {
  id: string;
  recording_id: string;
  rule: string;
  rule_version: number;
  params: string;
  severity: 'fatal' | 'serious' | 'minor';
  verdict: 'met' | 'not_met' | 'cannot_tell';
  /** 1: of a rule that only picks calls. */
  mark: Generated<number>;
  reason_zh: string;
  reason_en: string;
  value: number | null;
  decision: number | null;
  decided_by: string | null;
  decided_at: number | null;
  created_at: number;
  /** 0: what the rule is about did not happen in the call. */
  occasion: Generated<number>;
}
export interface FindingEvidenceTable {
  finding_id: string;
  seq: number;
  start_ms: number;
  end_ms: number;
  channel: number | null;
  text: string | null;
  /** Of a wait or silence: why nobody speaks. */
  cause: string | null;
}
/** A change of a rule: its whole state after it. */
export interface RuleRevisionsTable {
  rule: string;
  /** From 1, without gaps. */
  revision: number;
  /** Version that the rule had with it when it was made. */
  version: number;
  action: 'params' | 'enabled' | 'disabled' | 'definition' | 'removed' | 'reverted';
  enabled: number;
  removed: number;
  /** JSON: what differs from the defaults of a built-in rule. */
  params: string;
  /** JSON of an own rule. */
  definition: string | null;
  note: string;
  who: string;
  at: number;
}
/** What a person decided on a finding whose rule judges the call no more. */
export interface KeptDecisionsTable {
  recording_id: string;
  rule: string;
  /** 1 = the standard was broken. */
  broken: number;
  decided_by: string | null;
  decided_at: number | null;
}
export interface MeasuresTable {
  recording_id: string;
  version: number;
  data: string;
  created_at: number;
}
export interface TemplateVersionsTable {
  template_id: string;
  version: number;
  title_zh: string;
  title_en: string;
  mode: 'percentage' | 'deduction';
  /** The whole template as JSON; immutable once stored. */
  content: string;
  sha256: string;
  published_at: number;
}
export interface ReviewsTable {
  id: string;
  recording_id: string;
  template_id: string;
  template_version: number;
  inspector: string;
  state: 'draft' | 'submitted' | 'skipped';
  /** 1 from the first answer, comment or change of template on: before that the call was only looked at. */
  begun: Generated<number>;
  before: number | null;
  after: number | null;
  raw: number | null;
  passed: number | null;
  excellent: number;
  fatal: number;
  machine_score: number | null;
  /** JSON [[start,end],…] in seconds, merged. */
  heard: string;
  heard_ratio: number;
  work_ms: number;
  skip_reason: string | null;
  created_at: number;
  updated_at: number;
  submitted_at: number | null;
}
export interface ReviewAnswersTable {
  review_id: string;
  item_id: string;
  answer: 'yes' | 'partly' | 'no' | 'na';
  count: number | null;
  cause: string | null;
  /** 1 = a person gave it, 0 = filled by "the rest is fine" at submission. */
  by_person: number;
  updated_at: number;
}
/** An answer under a template that the draft had before. */
export interface SetAsideAnswersTable extends ReviewAnswersTable {
  template_id: string;
  template_version: number;
}
/** Which item a comment stood at, under a template that the draft had before. */
export interface SetAsideCommentItemsTable {
  comment_id: string;
  template_id: string;
  item_id: string;
}
/** The arithmetic of a submitted review, line by line, with the weights that were applied. */
export interface ReviewLinesTable {
  review_id: string;
  item_id: string;
  section_id: string;
  article: string;
  title_zh: string;
  title_en: string;
  severity: 'fatal' | 'serious' | 'minor';
  answer: string | null;
  count: number | null;
  applicable: number;
  possible: number;
  earned: number;
  lost: number;
  effect: 'none' | 'fail-section' | 'fail-form';
  cause: string | null;
}
export interface ReviewCommentsTable {
  id: string;
  review_id: string;
  item_id: string | null;
  at_ms: number;
  end_ms: number | null;
  text: string;
  quote: string | null;
  created_at: number;
  updated_at: number;
}
export interface ClipsTable {
  id: string;
  recording_id: string;
  start_ms: number;
  end_ms: number;
  title: string;
  kind: 'good' | 'bad';
  template_id: string | null;
  item_id: string | null;
  note: string;
  text: string;
  created_at: number;
}
export interface JobsTable {
  id: string;
  kind: 'import' | 'analyze' | 'export' | 'transcribe' | 'download' | 'build' | 'reindex';
  state: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  label: string;
  /** JSON: what to do, so that a killed job can go on. */
  payload: string;
  /** JSON: figures of the finished part that items do not carry. */
  result: string | null;
  /** JSON error code and params of what stopped it as a whole. */
  stopped: Generated<string | null>;
  created_at: number;
  updated_at: number;
}
export interface JobItemsTable {
  id: string;
  job_id: string;
  seq: number;
  path: string;
  state: 'pending' | 'done' | 'duplicate' | 'failed' | 'dismissed';
  code: string | null;
  /** JSON error params. */
  params: string | null;
  recording_id: string | null;
  /** Higher goes first; else in the order of seq. */
  priority: Generated<number>;
  /** 1: in work, while it is pending; left behind by a process that died. */
  claimed: Generated<number>;
}
export interface SettingsTable {
  key: string;
  value: string;
}
export interface AuditLogTable {
  seq: Generated<number>;
  at: number;
  who: string;
  action: string;
  subject: string | null;
  detail: string;
  prev_hash: string;
  hash: string;
}
/** `query`: JSON of the search as the contract has it. */
export interface SavedSearchesTable {
  id: string;
  name: string;
  query: string;
  created_at: number;
}
export interface LeasesTable {
  name: string;
  holder: string;
  expires_at: number;
}
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
