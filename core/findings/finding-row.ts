import type { EvidenceRow, FindingRow, NewFinding } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { type Finding, SilenceCause } from '../contract/index.ts';
import { maskSensitive } from '../text/sensitive.ts';
import { toMs } from '../transcripts/sentence.ts';
import type { RuleFacts } from './define-detector.ts';
import type { Outcome } from './outcome.ts';
import type { NamesOf } from './rules/rule-set.ts';

/** @param params the rule's parameters or definition, JSON */
export function toRow(
  { newId, clock }: Pick<CoreContext, 'newId' | 'clock'>,
  recordingId: string,
  rule: RuleFacts,
  params: string,
  outcome: Outcome,
): NewFinding {
  return {
    id: newId(),
    recording_id: recordingId,
    rule: rule.id,
    rule_version: rule.version,
    params,
    severity: rule.severity,
    mark: Number(rule.mark),
    verdict: outcome.verdict,
    reason_zh: outcome.reason.zh,
    reason_en: outcome.reason.en,
    value: outcome.value,
    occasion: Number(outcome.occasion),
    created_at: clock(),
    evidence: outcome.evidence.map(({ start, end, channel, text, cause = null }, seq) => ({
      seq,
      start_ms: toMs(start),
      end_ms: toMs(end),
      channel,
      // What is quoted is listed, exported and printed: numbers need not be read there.
      text: text === null ? null : maskSensitive(text),
      cause,
    })),
  };
}

/** A rule that is no more is called by its id; a mark has one name. */
export function toFinding(row: FindingRow & { evidence: EvidenceRow[] }, namesOf: NamesOf): Finding {
  const names = namesOf(row.rule, row.params);
  const title = row.verdict === 'not_met' || row.mark === 1 ? names?.breach : names?.title;
  return {
    id: row.id,
    recordingId: row.recording_id,
    file: row.file,
    rule: row.rule,
    ruleVersion: row.rule_version,
    title: title ?? { zh: row.rule, en: row.rule },
    severity: row.severity,
    mark: row.mark === 1,
    verdict: row.verdict,
    reason: { zh: row.reason_zh, en: row.reason_en },
    evidence: row.evidence.map(({ start_ms, end_ms, channel, text, cause }) => ({
      start: start_ms / 1000,
      end: end_ms / 1000,
      channel,
      text,
      cause: SilenceCause.nullable().catch(null).parse(cause),
    })),
    value: row.value,
    limitS: names?.limitS ?? null,
    occasion: row.occasion === 1,
    decision: row.decision === null ? null : row.decision === 1,
  };
}
