/** What the machine measured and found, and by which rules. */
import type { Generated } from 'kysely';

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
