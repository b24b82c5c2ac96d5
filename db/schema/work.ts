/** Clips, jobs, settings, the audit log, and what else the library keeps. */
import type { Generated } from 'kysely';

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
