import { z } from 'zod';
import { oc } from './base.ts';
import { Id, Speaker } from './common.ts';
import { RecordingFilter, RecordingRow } from './recordings.ts';
import { SpokenFilter } from './spoken.ts';

/** Which sentences of which calls: any filter of recordings, and what was said. */
export const SearchQuery = RecordingFilter.extend({ spoken: SpokenFilter });
export type SearchQuery = z.infer<typeof SearchQuery>;

const Neighbour = z.object({ speaker: Speaker, text: z.string() });

/** A sentence with numbers hidden, and the ones said before and after it. Times in seconds. */
export const SearchHit = z.object({
  segmentId: z.number().int(),
  speaker: Speaker,
  start: z.number(),
  end: z.number(),
  text: z.string(),
  /** What was looked for: UTF-16 positions in `text`, end exclusive, in order, none overlapping. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  before: Neighbour.nullable(),
  after: Neighbour.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchCall = z.object({
  recording: RecordingRow,
  /** All sentences of the call that count, of which `hits` holds the first ones. */
  hitCount: z.number().int(),
  hits: z.array(SearchHit),
});
export type SearchCall = z.infer<typeof SearchCall>;

export const SearchPage = z.object({
  /** Newest call first. May be fewer than asked for, even none, while `next` says that there is more to look through. */
  calls: z.array(SearchCall),
  /** For the page after this one; null at the end. */
  next: z.string().nullable(),
  /** When the oldest call looked at so far began. */
  reached: z.number().int().nullable(),
  /** With the first page only. `atLeast`: counting all of a common word would take too long; `calls` null: not counted. */
  total: z.object({ hits: z.number().int(), calls: z.number().int().nullable(), atLeast: z.boolean() }).nullable(),
});
export type SearchPage = z.infer<typeof SearchPage>;

export const SavedSearch = z.object({ id: Id, name: z.string(), query: SearchQuery, createdAt: z.number().int() });
export type SavedSearch = z.infer<typeof SavedSearch>;
const Name = z.string().trim().min(1).max(100);

/** Most clips that are made at once. */
export const CLIPS_AT_ONCE = 200;

export const search = {
  find: oc
    .input(
      z.object({
        query: SearchQuery,
        cursor: z.string().max(200).nullable().optional(),
        /** Calls. */
        limit: z.number().int().min(1).max(100).default(20),
        /** Sentences shown of each call. */
        perCall: z.number().int().min(1).max(1000).default(3),
      }),
    )
    .output(SearchPage),
  /** Agents whose name, pinyin initials or 工号 begins so; at most eight. */
  suggestAgents: oc
    .input(z.object({ text: z.string().max(50) }))
    .output(z.array(z.object({ agentId: z.string(), agentName: z.string().nullable(), team: z.string().nullable() }))),
  /**
   * Clips for training of these sentences, or of the first `CLIPS_AT_ONCE` that the query finds; each with a little
   * room around it. `left` counts the sentences found beyond that.
   */
  makeClips: oc
    .input(
      z.object({
        query: SearchQuery,
        segmentIds: z.array(z.number().int()).min(1).max(CLIPS_AT_ONCE).optional(),
        kind: z.enum(['good', 'bad']),
      }),
    )
    .output(z.object({ ids: z.array(Id), left: z.boolean() })),
  saved: oc.output(z.array(SavedSearch)),
  save: oc.input(z.object({ name: Name, query: SearchQuery })).output(SavedSearch),
  rename: oc.input(z.object({ id: Id, name: Name })).output(SavedSearch),
  /** @returns what was removed, so that `restore` can put it back. */
  remove: oc.input(z.object({ id: Id })).output(SavedSearch),
  restore: oc.input(SavedSearch).output(SavedSearch),
};
