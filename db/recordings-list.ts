/** Pages of the library list: which recordings in which order, and how many there are. */
import { sql } from 'kysely';
import type { LibraryDb } from './open.ts';
import { hasCriteria, matching, type RecordingCriteria } from './recordings-filter.ts';
import { whileUnchanged } from './unchanged-memo.ts';

export interface RecordingOrder {
  by: 'startedAt' | 'agent' | 'team' | 'duration' | 'business' | 'score' | 'file' | 'findings';
  descending: boolean;
}
export interface Page {
  offset: number;
  limit: number;
}

/** How many recordings meet the criteria, and how long they are together in milliseconds. */
export function recordingTotals(
  library: LibraryDb,
  criteria: RecordingCriteria,
): Promise<{ total: number; totalDurationMs: number }> {
  return whileUnchanged(library, 'totals', criteria, () =>
    matching(library.db, criteria)
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        sql<number>`coalesce(sum(duration_ms), 0)`.as('totalDurationMs'),
      ])
      .executeTakeFirstOrThrow(),
  );
}

/**
 * Ids of one page in list order. What has no value to sort by stands last in both directions; ties stand by the
 * time of the call.
 */
export async function recordingIds(
  library: LibraryDb,
  criteria: RecordingCriteria,
  order: RecordingOrder,
  page: Page,
): Promise<string[]> {
  const grouping = groupings[order.by as keyof typeof groupings];
  if (grouping) return groupedIds(library, criteria, grouping, order.descending, page);
  const ask = (part: Page) => sortedIds(library, criteria, order, part);
  // Near the top SQL stops early. Further down it would sort everything again for each page: sorted once, then cut.
  if (page.offset + page.limit <= nearTop || isStored(criteria, order)) return ask(page);
  const all = await whileUnchanged(library, 'order', { criteria, order }, () => ask({ offset: 0, limit: everything }));
  return all.slice(page.offset, page.offset + page.limit);
}

const nearTop = 1000;
const everything = 1_000_000_000;

/** Whether an index holds the recordings in this order, so that any page is found by walking along it. */
function isStored(criteria: RecordingCriteria, { by }: RecordingOrder): boolean {
  return by === 'startedAt' || !hasCriteria(criteria);
}

async function sortedIds(
  library: LibraryDb,
  criteria: RecordingCriteria,
  order: RecordingOrder,
  page: Page,
): Promise<string[]> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const stored = isStored(criteria, order);
  let query = matching(library.db, criteria).select('recordings.id as id');
  for (const { column, absent } of orderColumns[order.by as keyof typeof orderColumns]) {
    // Not stored: the scan stays on the index that holds every filtered column (see recordings-filter.ts).
    const none = sql.lit(absent);
    const term = stored ? sql.ref(column) : sql`nullif(coalesce(${sql.ref(column)}, ${none}), ${none})`;
    query = query.orderBy(sql`${term} ${direction} nulls last`);
  }
  // "nulls last" on these would keep SQLite from walking along the index.
  const ties = order.by === 'startedAt' || order.by === 'file' ? ['id'] : ['started_at', 'id'];
  for (const tie of ties) query = query.orderBy(sql`${sql.ref(tie)} ${direction}`);
  const rows = await query.limit(page.limit).offset(page.offset).execute();
  return rows.map((row) => row.id);
}

/** `absent`: a value that no row has, standing for "none". */
const orderColumns = {
  startedAt: [{ column: 'started_at', absent: -1 }],
  duration: [{ column: 'duration_ms', absent: -1 }],
  score: [{ column: 'score', absent: -1 }],
  file: [{ column: 'file', absent: '' }],
  findings: [
    { column: 'open_fatal', absent: -1 },
    { column: 'open_serious', absent: -1 },
    { column: 'open_minor', absent: -1 },
  ],
} as const;

type GroupColumn = 'agent_no' | 'team_id' | 'business';
interface Grouping {
  column: GroupColumn;
  /** What people read for a value, when it is not the value itself. */
  labels(library: LibraryDb): Promise<Map<string, string>>;
}

const groupings: Record<'agent' | 'team' | 'business', Grouping> = {
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
async function groupedIds(
  library: LibraryDb,
  criteria: RecordingCriteria,
  grouping: Grouping,
  descending: boolean,
  page: Page,
): Promise<string[]> {
  const groups = await orderedGroups(library, criteria, grouping, descending);
  const covered: (string | null)[] = [];
  let before = 0;
  let skipped = 0;
  for (const { value, count } of groups) {
    if (before + count <= page.offset) skipped += count;
    else if (before < page.offset + page.limit) covered.push(value);
    before += count;
  }
  if (covered.length === 0) return [];
  const { column } = grouping;
  const rows = await matching(library.db, criteria)
    .select(['recordings.id as id', `recordings.${column} as value`])
    .where((eb) => {
      const named = covered.filter((value) => value !== null);
      const absent = covered.includes(null) ? [eb(column, 'is', null)] : [];
      return eb.or(named.length > 0 ? [eb(column, 'in', named), ...absent] : absent);
    })
    .orderBy(sql`started_at desc nulls last`)
    .orderBy('id', 'desc')
    .execute();
  const byValue = Map.groupBy(rows, (row) => row.value);
  const ids = covered.flatMap((value) => (byValue.get(value) ?? []).map((row) => row.id));
  return ids.slice(page.offset - skipped, page.offset - skipped + page.limit);
}

function orderedGroups(
  library: LibraryDb,
  criteria: RecordingCriteria,
  { column, labels }: Grouping,
  descending: boolean,
): Promise<{ value: string | null; count: number }[]> {
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
    const named = groups.filter((group) => group.value !== null) as { value: string; count: number }[];
    named.sort((a, b) => byReading.compare(label(a.value), label(b.value)) || byReading.compare(a.value, b.value));
    if (descending) named.reverse();
    return [...named, ...groups.filter((group) => group.value === null)];
  });
}
