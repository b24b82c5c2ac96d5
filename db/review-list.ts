/** Lists and counts of reviews, and the recordings that they are about. */
import { nameAtTheTime } from './agents.ts';
import type { LibraryDb } from './open.ts';

export interface ReviewListRow {
  id: string;
  recordingId: string;
  file: string;
  agentId: string | null;
  agentName: string | null;
  team: string | null;
  businessDate: string | null;
  startedAt: number | null;
  templateId: string;
  templateVersion: number;
  inspector: string;
  state: 'draft' | 'submitted' | 'skipped';
  before: number | null;
  after: number | null;
  passed: number | null;
  fatal: number;
  submittedAt: number | null;
}

/** Last changed first. `from` and `to` are business dates of the call, both included. */
export async function listReviews(
  library: LibraryDb,
  filter: { from?: string; to?: string; states?: readonly ReviewListRow['state'][]; limit: number },
): Promise<ReviewListRow[]> {
  let query = library.db
    .selectFrom('reviews as v')
    .innerJoin('recordings as r', 'r.id', 'v.recording_id')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .select([
      'v.id as id',
      'r.id as recordingId',
      'r.file as file',
      'r.agent_no as agentId',
      nameAtTheTime.as('agentName'),
      't.name as team',
      'r.business_date as businessDate',
      'r.started_at as startedAt',
      'v.template_id as templateId',
      'v.template_version as templateVersion',
      'v.inspector as inspector',
      'v.state as state',
      'v.before as before',
      'v.after as after',
      'v.passed as passed',
      'v.fatal as fatal',
      'v.submitted_at as submittedAt',
    ]);
  if (filter.from !== undefined) query = query.where('r.business_date', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('r.business_date', '<=', filter.to);
  // A draft that nobody began is a call that was only looked at.
  query = query.where((eb) => eb.or([eb('v.state', '!=', 'draft'), eb('v.begun', '=', 1)]));
  if (filter.states !== undefined) query = query.where('v.state', 'in', [...filter.states]);
  return query.orderBy('v.updated_at', 'desc').orderBy('v.id', 'desc').limit(filter.limit).execute();
}

/** Submitted in [from, until), open drafts, and recordings that nobody has begun to review yet. */
export async function reviewCounts(
  library: LibraryDb,
  from: number,
  until: number,
): Promise<{ submitted: number; drafts: number; pending: number }> {
  const counts = await library.db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('reviews')
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('state', '=', 'submitted')
        .where('submitted_at', '>=', from)
        .where('submitted_at', '<', until)
        .as('submitted'),
      eb
        .selectFrom('reviews')
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('state', '=', 'draft')
        .where('begun', '=', 1)
        .as('drafts'),
      eb
        .selectFrom('recordings')
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('review_state', '=', 'none')
        .as('pending'),
    ])
    .executeTakeFirstOrThrow();
  return {
    submitted: counts.submitted ?? 0,
    drafts: counts.drafts ?? 0,
    pending: counts.pending ?? 0,
  };
}

export interface ReviewedRecording {
  id: string;
  file: string;
  durationMs: number | null;
}

/** @param key a recording's id or the base name of its file; of several that share a name the first twenty */
export async function recordingsNamed(library: LibraryDb, key: string): Promise<ReviewedRecording[]> {
  return library.db
    .selectFrom('recordings')
    .select(['id', 'file', 'duration_ms as durationMs'])
    .where((eb) => eb.or([eb('id', '=', key), eb('file', '=', key)]))
    .limit(20)
    .execute();
}
