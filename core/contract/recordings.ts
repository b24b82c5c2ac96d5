import { z } from 'zod';
import { AgentChannelFrom, AgentSideChoice } from './agent-side.ts';
import { oc } from './base.ts';
import { BusinessDate, Direction, Hundredths, Id, Party, Severity } from './common.ts';
import { RecordingRemark } from './remarks.ts';
import { SpokenFilter } from './spoken.ts';

/** Life of a recording as the machine sees it. */
export const RecordingStatus = z.enum(['imported', 'analysed', 'failed']);
/** Where a recording stands in the inspector's work. */
export const ReviewState = z.enum(['none', 'draft', 'submitted', 'skipped']);
export type ReviewState = z.infer<typeof ReviewState>;

export const RecordingRow = z.object({
  id: Id,
  /** Base name of the original file. */
  file: z.string(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  team: z.string().nullable(),
  /** Middle digits hidden: 138****8001. */
  phoneMasked: z.string().nullable(),
  direction: Direction.nullable(),
  /** Epoch milliseconds UTC. */
  startedAt: z.number().int().nullable(),
  businessDate: BusinessDate.nullable(),
  durationMs: z.number().int().nullable(),
  channels: z.number().int().nullable(),
  codec: z.string().nullable(),
  sampleRate: z.number().int().nullable(),
  sha256: z.string(),
  /** Kind of business or skill group, as the call record names it. */
  business: z.string().nullable(),
  hangupBy: Party.nullable(),
  ringSeconds: z.number().nullable(),
  status: RecordingStatus,
  hasTranscript: z.boolean(),
  /** What is to be known about it, such as a file that breaks off. */
  remarks: z.array(RecordingRemark),
  /**
   * Findings with verdict not_met by severity, without those a person called a false alarm, and how many the
   * machine could not tell.
   */
  findings: z.object({
    fatal: z.number().int(),
    serious: z.number().int(),
    minor: z.number().int(),
    unknown: z.number().int(),
    /** Marks, which pick calls and are no faults. */
    mark: z.number().int(),
  }),
  reviewState: ReviewState,
  reviewId: Id.nullable(),
  score: Hundredths.nullable(),
  passed: z.boolean().nullable(),
});
export type RecordingRow = z.infer<typeof RecordingRow>;

/**
 * Which recordings. A recording without a business date counts on the day it was imported. In `teams` and
 * `agentIds` (team names, 工号) an empty text means recordings without one.
 */
export const RecordingFilter = z.object({
  /** Free text: pinyin initials or name of the agent, 工号, last digits of the phone, file name, transcript text. */
  q: z.string().max(200).optional(),
  /** Only calls in which this was said. */
  spoken: SpokenFilter.optional(),
  from: BusinessDate.optional(),
  to: BusinessDate.optional(),
  agentIds: z.array(z.string()).optional(),
  teams: z.array(z.string()).optional(),
  directions: z.array(Direction).optional(),
  reviewStates: z.array(ReviewState).optional(),
  statuses: z.array(RecordingStatus).optional(),
  findings: z.array(z.enum([...Severity.options, 'unknown', 'mark'])).optional(),
  business: z.array(z.string()).optional(),
  minDurationMs: z.number().int().optional(),
  maxDurationMs: z.number().int().optional(),
  /** Only calls whose submitted review lost marks on this checklist item. */
  lostItem: z.string().optional(),
  /** Only calls whose submitted review passed / did not pass / was fatal. */
  outcome: z.enum(['passed', 'failed', 'fatal']).optional(),
  /** Only calls whose submitted review used this template. */
  templateId: z.string().optional(),
  /** With `templateId`: only these versions of it. */
  templateVersions: z.array(z.number().int()).optional(),
  /** Only calls whose submitted review has (true) or has not (false) a fatal item. */
  fatal: z.boolean().optional(),
  /** Only calls whose submitted review scored at least / at most this, both inclusive. */
  minScore: Hundredths.optional(),
  maxScore: Hundredths.optional(),
  ids: z.array(Id).max(5000).optional(),
});
export type RecordingFilter = z.infer<typeof RecordingFilter>;

export const RecordingSort = z.object({
  by: z.enum(['startedAt', 'agent', 'team', 'duration', 'business', 'score', 'file', 'findings']),
  descending: z.boolean(),
});
export type RecordingSort = z.infer<typeof RecordingSort>;

const Facet = z.object({ value: z.string(), label: z.string(), count: z.number().int() });

export const RecordingDetail = RecordingRow.extend({
  path: z.string(),
  sizeBytes: z.number().int(),
  /** False when the original is no longer where it was. */
  present: z.boolean(),
  importedAt: z.number().int(),
  /** Channel that carries the agent; null when the voices share one channel or nothing tells. */
  agentChannel: z.number().int().nullable(),
  /** How that is known; null when the voices share one channel. */
  agentChannelFrom: AgentChannelFrom.nullable(),
  /** What the browser plays: the original itself or a proxy made from it. */
  playback: z.enum(['original', 'proxy']),
  /** Path below the media base (see Host.mediaUrl): audio bytes with ranges, and peaks in audiowaveform .dat v2. */
  audioUrl: z.string(),
  peaksUrl: z.string(),
});
export type RecordingDetail = z.infer<typeof RecordingDetail>;

export const CallFact = z.enum(['agent', 'team', 'direction', 'start']);
export type CallFact = z.infer<typeof CallFact>;

const Name = z.string().max(200);
/** Absent: as it is; null: unknown. */
export const CallCorrection = z.object({
  agentId: Name.nullable().optional(),
  /** Changes wherever this person is shown. */
  agentName: Name.nullable().optional(),
  team: Name.nullable().optional(),
  direction: Direction.nullable().optional(),
  /** Day and time in the library's zone, as `2026-03-02 09:15:03` and most other spellings. */
  start: z.string().max(100).nullable().optional(),
});
export type CallCorrection = z.infer<typeof CallCorrection>;

/** What a person can correct of a call, as it was. */
export const CallFacts = z.object({
  id: Id,
  agentId: Name.nullable(),
  agentName: Name.nullable(),
  /** The name that was told with this call, where one was. */
  nameTold: Name.nullable(),
  team: Name.nullable(),
  direction: Direction.nullable(),
  startedAt: z.number().int().nullable(),
  /** Which of these a person corrected. */
  byHand: z.array(CallFact),
});
export type CallFacts = z.infer<typeof CallFacts>;

export const recordings = {
  list: oc
    .input(
      z.object({
        filter: RecordingFilter,
        sort: RecordingSort,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(1000),
      }),
    )
    .output(z.object({ total: z.number().int(), totalDurationMs: z.number().int(), rows: z.array(RecordingRow) })),
  /** Ids in list order, for moving to the previous or next call: at most 5,000, the first ones or those `around` one. */
  ids: oc.input(z.object({ filter: RecordingFilter, sort: RecordingSort, around: Id.optional() })).output(z.array(Id)),
  /** Choices for the filters with how many recordings each has (the filter's own dimension left out). */
  facets: oc.input(z.object({ filter: RecordingFilter })).output(
    z.object({
      teams: z.array(Facet),
      agents: z.array(Facet),
      directions: z.array(Facet),
      reviewStates: z.array(Facet),
      findings: z.array(Facet),
      business: z.array(Facet),
      /** Counts per bin of 30 s; the last bin holds everything from 10 minutes. */
      durations: z.array(z.number().int()),
      firstDate: BusinessDate.nullable(),
      lastDate: BusinessDate.nullable(),
    }),
  ),
  get: oc.input(z.object({ id: Id })).output(RecordingDetail),
  /** The customer's whole number; every reading is written to the audit log. */
  revealPhone: oc.input(z.object({ id: Id })).output(z.object({ phone: z.string().nullable() })),
  /** Whole numbers for a script, by recording id; one entry in the audit log says how many and whose. */
  revealPhones: oc
    .input(z.object({ ids: z.array(Id).max(1_000_000) }))
    .output(z.record(z.string(), z.string().nullable())),
  /** Point a recording at its file's new place; refused when the checksum differs. */
  relocate: oc.input(z.object({ id: Id, path: z.string() })).output(RecordingDetail),
  /**
   * Corrects what files and call records got wrong, for one call or many; they no longer change what a person
   * corrected. The rules judge these calls again. `before` is what `takeBack` asks for to have it as it was.
   */
  correct: oc
    .input(z.object({ ids: z.array(Id).min(1).max(5000), change: CallCorrection }))
    .output(z.object({ changed: z.array(CallFacts) })),
  takeBack: oc
    .input(z.object({ before: z.array(CallFacts).min(1).max(5000) }))
    .output(z.object({ changed: z.array(CallFacts) })),
  /**
   * A person's word on which channel carries the agent; the rules judge these calls again. Recordings whose voices
   * share one channel are left out. `before` gives what to ask for to have it as it was.
   */
  setAgentSide: oc.input(z.object({ ids: z.array(Id).min(1).max(5000), side: AgentSideChoice })).output(
    z.object({
      changed: z.array(
        z.object({ id: Id, agentChannel: z.number().int().nullable(), before: AgentSideChoice.exclude(['swap']) }),
      ),
    }),
  ),
  /** Takes recordings and everything derived from them out of the library; originals stay on disk. */
  remove: oc.input(z.object({ ids: z.array(Id).min(1).max(1000) })).output(z.object({ removed: z.number().int() })),
};
