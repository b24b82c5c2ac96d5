/** What every operator of an own rule is: data in, hits or a reason out. */
import type { Bilingual, Evidence, Operator, Role, RuleInput } from '../../../contract/index.ts';
import { type Call, quote, type SpokenSentence, sentencesOf } from '../../call.ts';

/** A sentence with its place in the transcript. */
export interface Said {
  sentence: SpokenSentence;
  index: number;
}

/** Where a condition looks. */
export interface Scope {
  /** Sentences of the condition's role. */
  sentences: readonly Said[];
  /** Seconds. */
  from: number;
  to: number;
}

export interface Hit {
  start: number;
  end: number;
  /** Place in the transcript, where the hit is words. */
  index: number | null;
  evidence: Evidence;
}

export type Answer =
  | { state: 'holds'; hits: Hit[] }
  | { state: 'fails' }
  /** What it needs is missing. */
  | { state: 'unknown'; reason: Bilingual };

export type OperatorOf<Kind extends Operator['kind']> = Extract<Operator, { kind: Kind }>;

export interface OperatorKind<Kind extends Operator['kind']> {
  kind: Kind;
  /** What it rests on. */
  inputs: readonly RuleInput[];
  /** Whether its hits are sentences, or words in them. */
  ofText: boolean;
  /** Whether other conditions may look before or after its hits. */
  hasPlaces(operator: OperatorOf<Kind>): boolean;
  /** In the words of a reason: says 投诉. */
  describe(operator: OperatorOf<Kind>): Bilingual;
  /** Ready for many calls. @throws PatternError */
  prepare(operator: OperatorOf<Kind>, role: Role): (call: Call, scope: Scope) => Answer;
}

export const defineOperator = <Kind extends Operator['kind']>(kind: OperatorKind<Kind>): OperatorKind<Kind> => kind;

export const fails: Answer = { state: 'fails' };
export const unknown = (zh: string, en: string): Answer => ({ state: 'unknown', reason: { zh, en } });
/** Holds when there is a hit. */
export const anyOf = (hits: Hit[]): Answer => (hits.length > 0 ? { state: 'holds', hits } : fails);

export function hitIn(call: Call, { sentence, index }: Said, start?: number, end?: number): Hit {
  const evidence = quote(call, sentence, start, end);
  return { start: sentence.start, end: sentence.end, index, evidence };
}

export const hitAt = (evidence: Evidence): Hit => ({
  start: evidence.start,
  end: evidence.end,
  index: null,
  evidence,
});

/** Whether a second of a span, or half of a shorter one, lies in the scope. */
export const within = ({ from, to }: Scope, { start, end }: { start: number; end: number }): boolean =>
  Math.min(end, to) - Math.max(start, from) >= Math.min(1, (end - start) / 2);

/** Why nothing can be said of the words of a role; null when something can. */
export function lacksWords(call: Call, role: Role): Answer | null {
  if (!call.transcript) return unknown('没有转写，无法判断。', 'There is no transcript.');
  if (role === 'any' || call.transcript.sentences.some(({ speaker }) => speaker === role)) return null;
  // One side only, and no sentence that could be the other's: it said nothing.
  const other = role === 'agent' ? 'customer' : 'agent';
  const labelled = call.transcript.sentences.every(({ speaker }) => speaker !== 'unknown');
  if (labelled && sentencesOf(call, other).length > 0) return null;
  return unknown('转写中没有标明说话人，无法判断。', 'The transcript does not say who speaks.');
}
