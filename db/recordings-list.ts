/** Pages of the library list: which recordings in which order, and how many there are. */
import { sql } from 'kysely';
import type { LibraryDb } from './open.ts';
import { hasCriteria, matching, type RecordingCriteria } from './recordings-filter.ts';
import { groupedIds, groupings } from './recordings-groups.ts';
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
