/** What a library list can be narrowed by, and how many recordings each choice would show. */
import { sql } from 'kysely';
import type { LibraryDb } from './open.ts';
import { matching, type RecordingCriteria } from './recordings-filter.ts';
import { byReading } from './recordings-list.ts';
import { whileUnchanged } from './unchanged-memo.ts';

export interface FacetCount {
  value: string;
  label: string;
  count: number;
}
export interface RecordingFacets {
  teams: FacetCount[];
  agents: FacetCount[];
  directions: FacetCount[];
  reviewStates: FacetCount[];
  findings: FacetCount[];
  business: FacetCount[];
  /** Recordings per bin of `binMs`; the last bin is open. */
  durations: number[];
  firstDate: string | null;
  lastDate: string | null;
}

const binMs = 30_000;
const lastBin = 20;
const directions = ['inbound', 'outbound'] as const;
const reviewStates = ['none', 'draft', 'submitted', 'skipped'] as const;
const findingKinds = ['fatal', 'serious', 'minor', 'unknown'] as const;

/** Each dimension is counted without its own criterion, so that another choice of it can be made. */
export function recordingFacets(library: LibraryDb, criteria: RecordingCriteria): Promise<RecordingFacets> {
  return whileUnchanged(library, `facets ${JSON.stringify(criteria)}`, async () => ({
    teams: await teamFacets(library, { ...criteria, teams: undefined }),
    agents: await agentFacets(library, { ...criteria, agentIds: undefined }),
    directions: fixed(directions, await counts(library, { ...criteria, directions: undefined }, 'direction')),
    reviewStates: fixed(reviewStates, await counts(library, { ...criteria, reviewStates: undefined }, 'review_state')),
    findings: fixed(findingKinds, await findingCounts(library, { ...criteria, findings: undefined })),
    business: labelled(await counts(library, { ...criteria, business: undefined }, 'business'), (value) => value),
    durations: await durationBins(library, { ...criteria, minDurationMs: undefined, maxDurationMs: undefined }),
    ...(await dateRange(library, { ...criteria, from: undefined, to: undefined })),
  }));
}

type Counts = Map<string, number>;

async function counts(
  library: LibraryDb,
  criteria: RecordingCriteria,
  column: 'team_id' | 'agent_no' | 'direction' | 'review_state' | 'business',
): Promise<Counts> {
  // Grouping by an expression keeps the scan on the index that holds every filtered column.
  const value = sql<string>`coalesce(${sql.ref(column)}, '')`;
  const rows = await matching(library.db, criteria)
    .select((eb) => [value.as('value'), eb.fn.countAll<number>().as('count')])
    .groupBy(value)
    .execute();
  return new Map(rows.filter((row) => row.value !== '').map((row) => [row.value, row.count]));
}

async function teamFacets(library: LibraryDb, criteria: RecordingCriteria): Promise<FacetCount[]> {
  const teams = await library.db.selectFrom('teams').selectAll().execute();
  const names = new Map(teams.map((team) => [team.id, team.name]));
  const byName: Counts = new Map();
  for (const [id, count] of await counts(library, criteria, 'team_id')) byName.set(names.get(id) ?? id, count);
  return labelled(byName, (name) => name);
}

async function agentFacets(library: LibraryDb, criteria: RecordingCriteria): Promise<FacetCount[]> {
  const agents = await library.db.selectFrom('agents').select(['agent_no', 'name']).execute();
  const names = new Map(agents.map((agent) => [agent.agent_no, agent.name]));
  return labelled(await counts(library, criteria, 'agent_no'), (number) => names.get(number) ?? number);
}

async function findingCounts(library: LibraryDb, criteria: RecordingCriteria): Promise<Counts> {
  const row = await matching(library.db, criteria)
    .select(findingKinds.map((kind) => sql<number>`coalesce(sum(${sql.ref(`open_${kind}`)} > 0), 0)`.as(kind)))
    .executeTakeFirstOrThrow();
  return new Map(Object.entries(row));
}

async function durationBins(library: LibraryDb, criteria: RecordingCriteria): Promise<number[]> {
  const bin = sql<number>`min(duration_ms / ${sql.lit(binMs)}, ${sql.lit(lastBin)})`;
  const rows = await matching(library.db, criteria)
    .where('duration_ms', 'is not', null)
    .select((eb) => [bin.as('bin'), eb.fn.countAll<number>().as('count')])
    .groupBy(bin)
    .execute();
  const bins = new Array<number>(lastBin + 1).fill(0);
  for (const row of rows) bins[row.bin] = row.count;
  return bins;
}

function dateRange(
  library: LibraryDb,
  criteria: RecordingCriteria,
): Promise<{ firstDate: string | null; lastDate: string | null }> {
  return matching(library.db, criteria)
    .select([
      sql<string | null>`min(business_date)`.as('firstDate'),
      sql<string | null>`max(business_date)`.as('lastDate'),
    ])
    .executeTakeFirstOrThrow();
}

function fixed(values: readonly string[], found: Counts): FacetCount[] {
  return values.map((value) => ({ value, label: value, count: found.get(value) ?? 0 }));
}

function labelled(found: Counts, label: (value: string) => string): FacetCount[] {
  return [...found]
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => byReading.compare(a.label, b.label) || byReading.compare(a.value, b.value));
}
