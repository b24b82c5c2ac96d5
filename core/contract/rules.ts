/** Rules of a library: built-in detectors with the library's parameters and own rules made of operators, alike. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Id, Severity, Verdict } from './common.ts';
import { RuleInput } from './findings.ts';
import { RecordingFilter } from './recordings.ts';
import { Rate } from './reports.ts';
import { RuleDefinition } from './rule-definition.ts';

const RuleId = z.string().min(1).max(64);
const Params = z.record(z.string(), z.unknown());
const Note = z.string().trim().max(500).default('');

/**
 * The machine against people, over calls of which a person said whether the standard was broken: by a decision on
 * the finding, or, where there is none, by an answer that a person gave in a submitted review to an item that
 * names the rule.
 */
export const Agreement = z.object({
  /** Calls of which a person said so. */
  decided: z.number().int(),
  /** Broken, and the machine found it. */
  confirmed: z.number().int(),
  /** The machine saw a breach where there is none. */
  refused: z.number().int(),
  /** Broken, and the machine did not find it; of these `unknown` is where it could not tell. */
  missed: z.number().int(),
  unknown: z.number().int(),
  /** confirmed / (confirmed + refused). */
  precision: Rate,
  /** confirmed / (confirmed + missed). */
  recall: Rate,
  /** Harmonic mean of both; null when one of them is. */
  f1: z.number().nullable(),
});
export type Agreement = z.infer<typeof Agreement>;

export const VerdictCounts = z.object({
  met: z.number().int(),
  not_met: z.number().int(),
  cannot_tell: z.number().int(),
});
export type VerdictCounts = z.infer<typeof VerdictCounts>;

export const Rule = z.object({
  id: RuleId,
  /** The norm, and what a finding is called where it is broken, with the parameters in force. */
  title: Bilingual,
  breach: Bilingual,
  severity: Severity,
  /** Picks calls and judges nobody: no form may name it. Its severity means nothing. */
  mark: z.boolean(),
  kind: z.enum(['built-in', 'own']),
  enabled: z.boolean(),
  /** Grows with every change of the library and of the program that may judge a call differently. */
  version: z.number().int(),
  /** Without all of these it cannot tell. */
  needs: z.array(RuleInput),
  /** It tells from what is there of these. */
  helps: z.array(RuleInput),
  /**
   * JSON schema of the parameters of a built-in rule; a property may carry `label: {zh,en}` and `unit: {zh,en}`.
   * Null for an own rule.
   */
  paramsSchema: z.record(z.string(), z.unknown()).nullable(),
  /** All parameters as in force, defaults filled in; empty for an own rule. */
  params: Params,
  /** Stored findings by verdict. */
  counts: VerdictCounts,
  agreement: Agreement,
});
export type Rule = z.infer<typeof Rule>;

/** A group of phrases that a built-in rule looks for: what a library can leave out or add to. */
export const BuiltInPhrases = z.object({
  id: z.string(),
  title: Bilingual,
  phrases: z.array(z.string()),
  /** Regular expressions, for show: the phrases with many forms, and where a hit does not count. */
  patterns: z.array(z.string()),
  exceptions: z.array(z.string()),
});
export type BuiltInPhrases = z.infer<typeof BuiltInPhrases>;

export const RuleDetail = Rule.extend({
  /** Parameters that differ from the defaults. */
  changed: Params,
  /** Null for a built-in rule. */
  definition: RuleDefinition.nullable(),
  /** Groups that come with the program; empty for rules that look for no phrases. */
  phrases: z.array(BuiltInPhrases),
});
export type RuleDetail = z.infer<typeof RuleDetail>;

/** One state of a rule. The first one, as it comes with the program, has nobody and no time. */
export const RuleVersion = z.object({
  version: z.number().int(),
  at: z.number().int().nullable(),
  who: z.string().nullable(),
  action: z.enum(['built-in', 'params', 'enabled', 'disabled', 'definition', 'removed', 'reverted']),
  note: z.string(),
  enabled: z.boolean(),
  /** Parameters that differ from the defaults. */
  params: Params,
  definition: RuleDefinition.nullable(),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

/** The rule as it stands, and the background job that judges the library by it; null when nothing changed, or there is no call. */
export const AppliedRule = z.object({ rule: RuleDetail, jobId: Id.nullable() });
export type AppliedRule = z.infer<typeof AppliedRule>;

export const Flip = z.object({
  recordingId: Id,
  file: z.string(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  startedAt: z.number().int().nullable(),
  /** Null: the rule does not judge calls yet. */
  before: Verdict.nullable(),
  after: Verdict,
  reason: Bilingual,
  /** Seconds and words of the first place, of the new verdict or, where that has none, of the old one. */
  at: z.number().nullable(),
  quote: z.string().nullable(),
  /** What a person said of the call: broken or not; null: nobody said. */
  broken: z.boolean().nullable(),
});
export type Flip = z.infer<typeof Flip>;

export const BacktestResult = z.object({
  /** Calls looked at. */
  calls: z.number().int(),
  milliseconds: z.number().int(),
  before: VerdictCounts.nullable(),
  after: VerdictCounts,
  /** How many calls went from which verdict to which; `from` null: the rule does not judge calls yet. */
  matrix: z.array(z.object({ from: Verdict.nullable(), to: Verdict, count: z.number().int() })),
  /** How many calls change, and the first 1,000 of them: breaches first, newest calls first. A new rule's `met` is no change. */
  flipped: z.number().int(),
  flips: z.array(Flip),
  /** Over the calls looked at. */
  agreement: z.object({ before: Agreement.nullable(), after: Agreement }),
});
export type BacktestResult = z.infer<typeof BacktestResult>;

export const BacktestEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('result'), result: BacktestResult }),
]);
export type BacktestEvent = z.infer<typeof BacktestEvent>;

export const BacktestInput = z.object({
  /** All recordings when left out. */
  filter: RecordingFilter.optional(),
  subject: z.union([
    /** A built-in rule with other parameters (only what differs from the defaults need be given). */
    z.strictObject({ ruleId: RuleId, params: Params }),
    /** An own rule: changed when `ruleId` names one, else new. */
    z.strictObject({ ruleId: RuleId.optional(), definition: RuleDefinition }),
  ]),
});

export const rules = {
  /** In the order of a call, own rules after the built-in ones. */
  list: oc.output(z.array(Rule)),
  get: oc.input(z.object({ id: RuleId })).output(RuleDetail),
  /** Parameters of a built-in rule, as a new version that is applied in the background; what is left out is the default. */
  saveParams: oc.input(z.object({ id: RuleId, params: Params, note: Note })).output(AppliedRule),
  /** A rule that is off judges no call: its findings go; decisions of people are kept for when it is on again. */
  setEnabled: oc.input(z.object({ id: RuleId, enabled: z.boolean(), note: Note })).output(AppliedRule),
  /** Adds an own rule, or changes the one with this id. */
  saveOwn: oc.input(z.object({ id: RuleId.optional(), definition: RuleDefinition, note: Note })).output(AppliedRule),
  /** Takes an own rule out of the list, as a version of it: `revert` brings it back. */
  removeOwn: oc.input(z.object({ id: RuleId, note: Note })).output(z.object({ jobId: Id.nullable() })),
  /** Newest first. */
  history: oc.input(z.object({ id: RuleId })).output(z.array(RuleVersion)),
  /** An earlier version again, as a new version. */
  revert: oc.input(z.object({ id: RuleId, version: z.number().int(), note: Note })).output(AppliedRule),
  /** Tries a rule on stored calls and stores nothing. Progress as it comes, the result last. Stops when the caller leaves. */
  backtest: oc.input(BacktestInput).output(eventIterator(BacktestEvent)),
};
