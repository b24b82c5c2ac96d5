/** What a library list can be narrowed by, and how many recordings each choice would show. */
import { type RawBuilder, sql } from 'kysely';
import type { LibraryDb } from './open.ts';
import { hasCriteria, matching, type RecordingCriteria } from './recordings-filter.ts';
import { byReading } from './recordings-groups.ts';
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
const findingKinds = ['fatal', 'serious', 'minor', 'unknown', 'mark'] as const;

/** Each dimension is counted without its own criterion, so that another choice of it can be made. */
export function recordingFacets(library: LibraryDb, criteria: RecordingCriteria): Promise<RecordingFacets> {
  return whileUnchanged(library, 'facets', criteria, async () => {
    const sums = await oneScanPerCriteria(library, [
      { where: { ...criteria, directions: undefined }, columns: countsOf('direction', directions) },
      { where: { ...criteria, reviewStates: undefined }, columns: countsOf('review_state', reviewStates) },
      { where: { ...criteria, findings: undefined }, columns: findingCounts },
      { where: { ...criteria, from: undefined, to: undefined }, columns: dateRange },
    ]);
    const fixed = (values: readonly string[]) =>
      values.map((value) => ({ value, label: value, count: Number(sums[value]) }));
    return {
      teams: await teamFacets(library, { ...criteria, teams: undefined }),
      agents: await agentFacets(library, { ...criteria, agentIds: undefined }),
      directions: fixed(directions),
      reviewStates: fixed(reviewStates),
      findings: fixed(findingKinds),
      business: labelled(await counts(library, { ...criteria, business: undefined }, 'business'), (value) => value),
      durations: await durationBins(library, { ...criteria, minDurationMs: undefined, maxDurationMs: undefined }),
      firstDate: sums.firstDate as string | null,
      lastDate: sums.lastDate as string | null,
    };
  });
}

type Columns = Record<string, RawBuilder<unknown>>;

const findingCounts: Columns = Object.fromEntries(
  findingKinds.map((kind) => [kind, sql`coalesce(sum(${sql.ref(`open_${kind}`)} > 0), 0)`]),
);
const dateRange: Columns = { firstDate: sql`min(business_date)`, lastDate: sql`max(business_date)` };

function countsOf(column: 'direction' | 'review_state', values: readonly string[]): Columns {
  const count = (value: string) => sql`coalesce(sum(${sql.ref(column)} = ${sql.lit(value)}), 0)`;
  return Object.fromEntries(values.map((value) => [value, count(value)]));
}

/** Figures under the same criteria are taken in the same pass over the recordings. */
async function oneScanPerCriteria(
  library: LibraryDb,
  asked: readonly { where: RecordingCriteria; columns: Columns }[],
): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const same of Map.groupBy(asked, ({ where }) => JSON.stringify(where)).values()) {
    const columns = Object.entries(Object.assign({}, ...same.map((each) => each.columns)) as Columns);
    const row = await matching(library.db, same[0]!.where)
      .select(columns.map(([name, column]) => column.as(name)))
      .executeTakeFirstOrThrow();
    Object.assign(figures, row);
  }
  return figures;
}

type Counts = Map<string, number>;

async function counts(
  library: LibraryDb,
  criteria: RecordingCriteria,
  column: 'team_id' | 'agent_no' | 'business',
): Promise<Counts> {
  // Plain, the grouping walks along a narrow index; with criteria it must stay on the one that holds them all.
  const value = hasCriteria(criteria)
    ? sql<string | null>`nullif(${sql.ref(column)}, '')`
    : sql.ref<string | null>(column);
  const rows = await matching(library.db, criteria)
    .select((eb) => [value.as('value'), eb.fn.countAll<number>().as('count')])
    .groupBy(value)
    .execute();
  return new Map(rows.flatMap((row) => (row.value ? [[row.value, row.count] as const] : [])));
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

function labelled(found: Counts, label: (value: string) => string): FacetCount[] {
  return [...found]
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => byReading.compare(a.label, b.label) || byReading.compare(a.value, b.value));
}
