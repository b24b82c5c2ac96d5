/** The frame of every detector: what it is called, what it needs, its parameters, and the check that the needs are met. */
import { z } from 'zod';
import type { Bilingual, RuleInput, Severity } from '../contract/index.ts';
import { toldAsAssumed } from './agent-side/told-as-assumed.ts';
import { type Call, isStereo, sentencesOf, sidesOpen, whyNoSides } from './call.ts';
import { labelsDoubted } from './labels-doubted.ts';
import { cannotTell, noOccasion, type Outcome } from './outcome.ts';
import type { PhraseGroup } from './phrases/phrase-list.ts';

/** A name, or how it follows from the parameters where a limit is part of it. */
type Name<Params extends z.ZodObject> = Bilingual | ((params: z.output<Params>) => Bilingual);

interface Definition<Params extends z.ZodObject> {
  /** Kebab-case; the file's name. */
  id: string;
  /** Grows whenever the same call could be judged differently. */
  version: number;
  /** The norm: how the finding is called while it is kept. */
  title: Name<Params>;
  /** How it is called once it is broken. */
  breach: Name<Params>;
  /** Seconds from which on a place of its evidence is too long, where it judges lengths. */
  limitS?(params: z.output<Params>): number;
  severity: Severity;
  /**
   * True: a mark. It picks calls for people to listen to and judges nobody: it proposes no answer, counts as no open
   * fault, and no form may name it. Its severity means nothing.
   */
  mark?: boolean;
  /** What has to happen in a call for the standard to apply, as a noun: named where it did not. */
  situation?: Bilingual;
  /** Without all of these it cannot tell. */
  needs: readonly RuleInput[];
  /** Used when there. */
  helps?: readonly RuleInput[];
  /** Phrases that it looks for, for people to see what a library can leave out. */
  phrases?: readonly PhraseGroup[];
  /** Whether the standard can be broken in such a call at all; default always. */
  occasion?(call: Call): boolean;
  /** Every parameter has a default, and `meta({ label, unit? })` in both languages for the form that is made of it. */
  params: Params;
  detect(call: Call, params: z.output<Params>): Outcome;
}

/** What is known of a rule without its parameters. */
export interface RuleFacts {
  id: string;
  version: number;
  /** The norm, and the name of its breach. */
  title: Bilingual;
  breach: Bilingual;
  severity: Severity;
  /** Picks calls and judges nobody. */
  mark: boolean;
  situation?: Bilingual;
  needs: readonly RuleInput[];
  helps: readonly RuleInput[];
}

/** How a rule is called with certain parameters, and what it measures by. */
export interface RuleNames {
  /** The norm, and the name of its breach. */
  title: Bilingual;
  breach: Bilingual;
  /** Seconds; null when it judges no lengths. */
  limitS: number | null;
}

export type Judge = (call: Call) => Outcome;

export interface Detector {
  rule: RuleFacts;
  phrases: readonly PhraseGroup[];
  /** JSON schema of the parameters. */
  paramsSchema: Record<string, unknown>;
  /**
   * All parameters, defaults filled in.
   * @param params what differs from the defaults
   * @throws ZodError when they do not fit
   */
  fill(params: Record<string, unknown>): Record<string, unknown>;
  /** @param params what differs from the defaults @throws ZodError */
  names(params: Record<string, unknown>): RuleNames;
  /** The rule with these parameters, ready for many calls. @throws ZodError */
  prepare(params: Record<string, unknown>): Judge;
  /** @throws ZodError */
  detect(call: Call, params?: Record<string, unknown>): Outcome;
}

export function defineDetector<Params extends z.ZodObject>(definition: Definition<Params>): Detector {
  const { id, version, severity, situation, mark = false, needs } = definition;
  const { helps = [], phrases = [], detect, occasion } = definition;
  // A misspelt parameter is an error and not a default.
  const schema = definition.params.strict();
  const restsOnSides = [...needs, ...helps].includes('stereo');
  const prepare = (params: Record<string, unknown>): Judge => {
    const filled = schema.parse(params) as z.output<Params>;
    return (call) => {
      if (occasion && !occasion(call)) return noOccasion();
      const lack = missing(call, needs);
      if (lack) return lack;
      return restsOnSides ? toldAsAssumed(call, detect(call, filled)) : detect(call, filled);
    };
  };
  const names = (params: Record<string, unknown>): RuleNames => {
    const filled = schema.parse(params) as z.output<Params>;
    const nameOf = (name: Name<Params>) => (typeof name === 'function' ? name(filled) : name);
    const { title, breach, limitS } = definition;
    return { title: nameOf(title), breach: nameOf(breach), limitS: limitS?.(filled) ?? null };
  };
  const { title, breach } = names({});
  return {
    rule: { id, version, title, breach, severity, ...(situation && { situation }), mark, needs, helps },
    phrases,
    paramsSchema: z.toJSONSchema(schema, { io: 'input' }),
    fill: (params) => schema.parse(params),
    names,
    prepare,
    detect: (call, params = {}) => prepare(params)(call),
  };
}

/** What a call lacks for a judgement. @returns null when it lacks nothing */
export function missing(call: Call, needs: readonly RuleInput[]): Outcome | null {
  for (const need of needs) {
    const reason = lacks[need](call);
    if (reason) return cannotTell(...reason);
  }
  return null;
}

const lacks: Record<RuleInput, (call: Call) => [zh: string, en: string] | null> = {
  transcript: (call) => {
    if (!call.transcript) return ['没有转写，无法判断。', 'There is no transcript.'];
    if (call.transcript.speakersEstimated)
      return [
        '单声道录音，说话人由声音估计，不作为判断依据。',
        'A mono recording: the speakers are estimated from their voices, which is no ground to judge by.',
      ];
    if (call.transcript.speakersByChannel && sidesOpen(call)) {
      const { zh, en } = whyNoSides(call);
      return [zh, en];
    }
    if (sentencesOf(call, 'agent').length === 0)
      return ['转写中没有标明坐席的话，无法判断。', 'The transcript marks no sentence as the agent’s.'];
    if (labelsDoubted(call))
      return [
        '转写中标为客户的话像是坐席说的，说话人可能标反了，无法判断。请核对转写的说话人。',
        'What is marked as the customer’s sounds like the agent’s: the speakers may be mixed up. Check who speaks in the transcript.',
      ];
    return null;
  },
  measures: (call) =>
    call.measures ? null : ['录音尚未做声音分析，无法判断。', 'The sound has not been measured yet.'],
  'call-record': (call) => (call.callRecord ? null : ['没有话单，无法判断。', 'There is no call record.']),
  stereo: (call) => {
    if (isStereo(call)) return null;
    const { zh, en } = whyNoSides(call);
    return [zh, en];
  },
};
