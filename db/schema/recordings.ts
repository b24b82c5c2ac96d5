/** Recordings, the agents and teams they belong to, and the call records that tell of them. */
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
