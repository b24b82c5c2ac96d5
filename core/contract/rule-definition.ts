/**
 * An own rule as data: conditions made of operators, and a small tree that combines them. No expression language.
 *
 * "After the customer says 投诉 the agent must apologise within two sentences":
 * `{ means: 'requirement', when: null, match: { condition: 'sorry' }, conditions: [
 *   { id: 'complaint', role: 'customer', operator: { kind: 'keywords', words: ['投诉'] } },
 *   { id: 'sorry', role: 'agent', operator: { kind: 'keywords', words: ['对不起', '抱歉'] },
 *     anchor: { condition: 'complaint', where: 'after', hit: 'every', within: 2, unit: 'sentences' } } ] }`
 */
import { z } from 'zod';
import { Bilingual, Severity } from './common.ts';

export const ruleLimits = { words: 200, wordLength: 50, patternLength: 200, conditions: 20, treeDepth: 6 } as const;

/** Compared in simplified characters, half-width and lower case. */
const Word = z.string().trim().min(1).max(ruleLimits.wordLength);
/** A regular expression in RE2 syntax: no look-around and no back-references, so that it always ends in linear time. */
export const SafePattern = z.string().min(1).max(ruleLimits.patternLength);

export const Operator = z.discriminatedUnion('kind', [
  /**
   * any: one of the words. all: every word. at-least: `least` different words. none: not one of them.
   * `within: 'sentence'` wants the words of `all` and `at-least` in one sentence.
   */
  z.strictObject({
    kind: z.literal('keywords'),
    words: z.array(Word).min(1).max(ruleLimits.words),
    match: z.enum(['any', 'all', 'at-least', 'none']).default('any'),
    least: z.number().int().min(1).max(ruleLimits.words).default(1),
    within: z.enum(['range', 'sentence']).default('range'),
  }),
  /** Within one sentence; a hit inside a match of `exclude` does not count. */
  z.strictObject({ kind: z.literal('regex'), pattern: SafePattern, exclude: SafePattern.nullable().default(null) }),
  /** Nobody speaks for so long. With a role: a silence that this role ends, the time it took to answer. */
  z.strictObject({ kind: z.literal('silence'), seconds: z.number().min(0.5).max(3600) }),
  /** The customer is kept waiting for so long, in silence, music or noise; the role does not matter. */
  z.strictObject({ kind: z.literal('hold'), seconds: z.number().min(1).max(3600) }),
  /** Characters a minute: of each sentence with at least `least` characters, or of the whole range on average. */
  z.strictObject({
    kind: z.literal('rate'),
    compare: z.enum(['over', 'under']),
    perMinute: z.number().min(10).max(1000),
    per: z.enum(['sentence', 'range']).default('range'),
    least: z.number().int().min(1).max(50).default(8),
  }),
  /** The role comes in while the other one speaks, for so long and with so many characters, where there is text. */
  z.strictObject({
    kind: z.literal('overlap'),
    seconds: z.number().min(0.3).max(60),
    characters: z.number().int().min(0).max(50).default(0),
  }),
  /** Speech so many decibels above the role's own median, for at least so long. */
  z.strictObject({
    kind: z.literal('level'),
    above: z.number().min(1).max(40),
    seconds: z.number().min(0.1).max(60).default(1),
  }),
  /**
   * A field of the call or its call record; `column`: a column of the call record's table, by its heading.
   * Numbers are compared as numbers where both sides are; texts without regard to case. A field that is empty
   * cannot tell.
   */
  z.strictObject({
    kind: z.literal('record'),
    field: z.enum([
      ...(['agentNo', 'team', 'business', 'direction', 'durationSeconds', 'talkSeconds', 'ringSeconds'] as const),
      ...(['hangupBy', 'satisfaction', 'column'] as const),
    ]),
    column: z.string().trim().max(100).default(''),
    compare: z.enum(['is', 'is-not', 'contains', 'one-of', 'over', 'at-least', 'under', 'at-most']),
    values: z.array(z.string().trim().max(100)).min(1).max(100),
  }),
  /** A whole number of a customer is spoken. */
  z.strictObject({
    kind: z.literal('customer-data'),
    kinds: z.array(z.enum(['bank-card', 'id-card', 'phone'])).min(1),
  }),
]);
export type Operator = z.infer<typeof Operator>;

export const Role = z.enum(['agent', 'customer', 'any']);
export type Role = z.infer<typeof Role>;

/** The first or last so many sentences of the condition's role, or seconds of the call. */
export const Range = z.strictObject({
  from: z.enum(['start', 'end']),
  count: z.number().min(1).max(10_000),
  unit: z.enum(['sentences', 'seconds']),
});
export type Range = z.infer<typeof Range>;

/**
 * Where to look, seen from another condition that stands earlier in the list and is found at a place.
 * `hit`: its n-th hit (from 1), any of its hits, or every one of them: each must then have its own match.
 * `within`: so many sentences of this condition's role, or seconds; null = as far as the call goes.
 * Without a hit of the other condition this one has no occasion and drops out.
 */
export const Anchor = z.strictObject({
  condition: z.string(),
  where: z.enum(['before', 'after', 'around', 'same']),
  hit: z.union([z.number().int().min(1).max(100), z.enum(['any', 'every'])]).default('any'),
  within: z.number().min(0).max(10_000).nullable().default(null),
  unit: z.enum(['sentences', 'seconds']).default('sentences'),
});
export type Anchor = z.infer<typeof Anchor>;

export const Condition = z.strictObject({
  /** Unique in the rule. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** What people call it; empty = described by its operator. */
  label: z.string().trim().max(100).default(''),
  role: Role.default('any'),
  operator: Operator,
  range: Range.nullable().default(null),
  anchor: Anchor.nullable().default(null),
});
export type Condition = z.infer<typeof Condition>;

export type ConditionTree =
  | { condition: string }
  | { not: ConditionTree }
  | { all: ConditionTree[] }
  | { any: ConditionTree[] };
export const ConditionTree: z.ZodType<ConditionTree, ConditionTree> = z.lazy(() =>
  z.union([
    z.strictObject({ condition: z.string() }),
    z.strictObject({ not: ConditionTree }),
    z.strictObject({ all: z.array(ConditionTree).min(1).max(ruleLimits.conditions) }),
    z.strictObject({ any: z.array(ConditionTree).min(1).max(ruleLimits.conditions) }),
  ]),
);

export const RuleDefinition = z.strictObject({
  title: Bilingual.refine(({ zh, en }) => (zh + en).trim() !== '', 'a title is needed'),
  /** How a finding is called where the standard is broken; empty = the title. */
  breach: Bilingual.default({ zh: '', en: '' }),
  severity: Severity,
  /** breach: where it matches the standard is broken. requirement: where it does not. */
  means: z.enum(['breach', 'requirement']),
  conditions: z.array(Condition).min(1).max(ruleLimits.conditions),
  /** Only where this holds is the rule asked at all; null = always. Else the call has no occasion for it. */
  when: ConditionTree.nullable().default(null),
  match: ConditionTree,
});
export type RuleDefinition = z.infer<typeof RuleDefinition>;
/** As a client writes it: what has a default may be left out. */
export type RuleDefinitionInput = z.input<typeof RuleDefinition>;
