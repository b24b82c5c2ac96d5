import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Id, Severity, Span, Verdict } from './common.ts';

/** Why nobody speaks to the customer. */
export const SilenceCause = z.enum([
  /** The agent's side is mute, or simply quiet, while the customer waits. */
  'mute',
  'music',
  /** The customer went to look for something. */
  'customer-away',
  /** An announcement or prompt of the system. */
  'system',
  /** Before an agent has answered: queue, IVR, ringing. */
  'queue',
  /** Nobody came back until the call ended. */
  'abandoned',
  /** A pause between two who talk. */
  'thinking',
]);
export type SilenceCause = z.infer<typeof SilenceCause>;

export const Evidence = z.object({
  /** Seconds. */
  start: z.number(),
  end: z.number(),
  channel: z.number().int().nullable(),
  /** The exact words, when the evidence is words. */
  text: z.string().nullable(),
  /** Of a wait or silence: why nobody speaks, where that can be told. */
  cause: SilenceCause.nullable().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Finding = z.object({
  id: Id,
  recordingId: Id,
  file: z.string(),
  rule: z.string(),
  ruleVersion: z.number().int(),
  /** The breach where the standard is broken, else the norm; with the limits that the call was judged by. */
  title: Bilingual,
  severity: Severity,
  /** Picks calls (such as those of dissatisfied customers) and judges nobody: no answer, no open fault, no deduction. */
  mark: z.boolean(),
  verdict: Verdict,
  /** Why, in both languages: what was seen, or what was missing to tell. */
  reason: Bilingual,
  evidence: z.array(Evidence),
  /** The measured figure the verdict rests on (seconds, rings, count …), if there is one. */
  value: z.number().nullable(),
  /** Seconds from which on a place of the evidence was too long; null for a rule that judges no lengths. */
  limitS: z.number().nullable(),
  /** False: what the rule is about did not happen in the call, so that the standard was neither kept nor broken. */
  occasion: z.boolean(),
  /** What a person said of it: true = it is so (属实), false = false alarm (误报). */
  decision: z.boolean().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** What the signal says of who sounds when, all channels together. */
export const Heard = z.object({
  /** Somebody speaks: on the call or out of the system; music and tones are not speech. */
  speech: z.array(Span),
  /** Hold music or noise that lasts, where nobody speaks. */
  music: z.array(Span),
  /** Where the agent does not speak to the customer, and why. */
  waits: z.array(Span.extend({ cause: SilenceCause.nullable() })),
});
export type Heard = z.infer<typeof Heard>;

/** What a rule may rest on. */
export const RuleInput = z.enum(['transcript', 'measures', 'call-record', 'stereo']);
export type RuleInput = z.infer<typeof RuleInput>;

export const findings = {
  list: oc.input(z.object({ recordingIds: z.array(Id).max(10_000).optional() })).output(z.array(Finding)),
  /** What the signal says of one recording, as stored. */
  measures: oc.input(z.object({ recordingId: Id })).output(z.record(z.string(), z.unknown()).nullable()),
  /** Null: not measured yet. */
  heard: oc.input(z.object({ recordingId: Id })).output(Heard.nullable()),
  /** Measure and detect again in the background. */
  analyze: oc
    .input(z.object({ recordingIds: z.array(Id).optional(), force: z.boolean().default(false) }))
    .output(z.object({ jobId: Id, total: z.number().int() })),
};
