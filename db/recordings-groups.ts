/** The library list by agent, team or kind of business: sorted as people read the names. */
import { sql } from 'kysely';
import type { LibraryDb } from './open.ts';
import { hasCriteria, matching, type RecordingCriteria } from './recordings-filter.ts';
import type { Page } from './recordings-list.ts';
import { whileUnchanged } from './unchanged-memo.ts';

type GroupColumn = 'agent_no' | 'team_id' | 'business';
export interface Grouping {
  column: GroupColumn;
  /** What people read for a value, when it is not the value itself. */
  labels(library: LibraryDb): Promise<Map<string, string>>;
}

export const groupings: Record<'agent' | 'team' | 'business', Grouping> = {
  agent: {
    column: 'agent_no',
    async labels({ db }) {
      const rows = await db.selectFrom('agents').select(['agent_no', 'name']).execute();
      return new Map(rows.map((row) => [row.agent_no, row.name ?? row.agent_no]));
    },
  },
  team: {
    column: 'team_id',
    async labels({ db }) {
      const rows = await db.selectFrom('teams').selectAll().execute();
      return new Map(rows.map((row) => [row.id, row.name]));
    },
  },
  business: { column: 'business', labels: async () => new Map() },
};

/** Chinese by pinyin; digits by their value (2组 before 10组). */
export const byReading = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/**
 * SQL cannot sort Chinese by pinyin. There are few agents, teams and kinds of business, so: count each, order
 * them here, and ask only for the calls of those on the page. Within one, the newest call stands first.
 */
export async function groupedIds(
  library: LibraryDb,
  criteria: RecordingCriteria,
  grouping: Grouping,
  descending: boolean,
  page: Page,
): Promise<string[]> {
  const slices = slicesOf(await orderedGroups(library, criteria, grouping, descending), page);
  const isLong = (slice: Slice) => slice.take < slice.count && slice.count > longGroup;
  const short = await idsByGroup(
    library,
    criteria,
    grouping.column,
    slices.filter((slice) => !isLong(slice)),
  );
  const ids: string[] = [];
  for (const slice of slices) {
    const found = isLong(slice) ? await idsOfLong(library, criteria, grouping.column, slice) : short.get(slice.value);
    ids.push(...(found ?? []));
  }
  return ids;
}

/** From this many calls on, a part of a group is asked for by itself: SQL then stops where the part ends. */
const longGroup = 500;

interface Group {
  value: string | null;
  count: number;
}
/** The part of a group that lies on the page. */
interface Slice extends Group {
  skip: number;
  take: number;
}

function slicesOf(groups: readonly Group[], { offset, limit }: Page): Slice[] {
  const slices: Slice[] = [];
  let before = 0;
  for (const group of groups) {
    const skip = Math.max(0, offset - before);
    const take = Math.min(group.count, offset + limit - before) - skip;
    if (take > 0) slices.push({ ...group, skip, take });
    before += group.count;
  }
  return slices;
}

/** Walks along the calls by time, past those of other groups. */
async function idsOfLong(
  library: LibraryDb,
  criteria: RecordingCriteria,
  column: GroupColumn,
  { value, skip, take }: Slice,
): Promise<string[]> {
  const rows = await matching(library.db, criteria)
    .select('recordings.id as id')
    .where(sql`coalesce(${sql.ref(column)}, '')`, '=', value ?? '')
    .orderBy(sql`started_at desc nulls last`)
    .orderBy('id', 'desc')
    .limit(take)
    .offset(skip)
    .execute();
  return rows.map((row) => row.id);
}

async function idsByGroup(
  library: LibraryDb,
  criteria: RecordingCriteria,
  column: GroupColumn,
  slices: readonly Slice[],
): Promise<Map<string | null, string[]>> {
  if (slices.length === 0) return new Map();
  const rows = await matching(library.db, criteria)
    .select(['recordings.id as id', `recordings.${column} as value`])
    .where((eb) => {
      const named = slices.flatMap((slice) => slice.value ?? []);
      const absent = slices.some((slice) => slice.value === null) ? [eb(column, 'is', null), eb(column, '=', '')] : [];
      return eb.or(named.length > 0 ? [eb(column, 'in', named), ...absent] : absent);
    })
    .orderBy(sql`started_at desc nulls last`)
    .orderBy('id', 'desc')
    .execute();
  const byValue = Map.groupBy(rows, (row) => row.value || null);
  const idsOf = ({ value, skip, take }: Slice) =>
    (byValue.get(value) ?? []).slice(skip, skip + take).map((row) => row.id);
  return new Map(slices.map((slice) => [slice.value, idsOf(slice)]));
}

function orderedGroups(
  library: LibraryDb,
  criteria: RecordingCriteria,
  { column, labels }: Grouping,
  descending: boolean,
): Promise<Group[]> {
  return whileUnchanged(library, 'groups', { column, descending, criteria }, async () => {
    const names = await labels(library);
    // Plain, the grouping walks along a narrow index; with criteria it must stay on the one that holds them all.
    const value = hasCriteria(criteria)
      ? sql<string | null>`nullif(${sql.ref(column)}, '')`
      : sql.ref<string | null>(column);
    const groups = await matching(library.db, criteria)
      .select((eb) => [value.as('value'), eb.fn.countAll<number>().as('count')])
      .groupBy(value)
      .execute();
    const label = (value: string) => names.get(value) ?? value;
    const named = groups.flatMap(({ value, count }) => (value ? [{ value, count }] : []));
    named.sort((a, b) => byReading.compare(label(a.value), label(b.value)) || byReading.compare(a.value, b.value));
    if (descending) named.reverse();
    // An empty text is no value either.
    const rest = groups.reduce((sum, { value, count }) => (value ? sum : sum + count), 0);
    return [...named, { value: null, count: rest }];
  });
}
