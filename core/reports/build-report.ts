/** Everything a report shows, from the reviews of its period. */
import {
  causeCounts,
  exampleReviewIds,
  fatalReviewIds,
  figureCells,
  itemCells,
  type ReportScope,
  reviewIdsInScope,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Report, ReportQuery } from '../contract/index.ts';
import { comparablePeriod, type DayRange, daysOf, periodRange, previousPeriod } from './calendar.ts';
import { agentFigures, dayFigures, dayOf, type FigureCell, figuresOf, formsIn, teamFigures } from './figures.ts';
import { giveWay } from './give-way.ts';
import { describedItems, lostItems, type NamedCause } from './lost-items.ts';
import { collect, lostLines, type RowReader, reviewLines } from './rows.ts';
import { piecesOf, scopeOf } from './scope.ts';
import { summaryLine } from './summary-line.ts';

type Library = Pick<CoreContext, 'library' | 'clock'>;

/** A report without its long lists, which are read by the ids of their reviews. */
export interface ReportOverview {
  report: Omit<Report, 'reviews' | 'lost'>;
  reviewIds: string[];
}

/** How many model calls and how many weak ones a report names of each form. */
const examples = 3;

export async function readCells(
  library: CoreContext['library'],
  scope: ReportScope,
  { zone, forms }: Pick<RowReader, 'zone' | 'forms'>,
): Promise<FigureCell[]> {
  const rows = await figureCells(library, scope);
  return rows.map(({ templateId, templateVersion, ...row }) => ({
    ...row,
    date: dayOf(row, zone),
    form: templateId === null ? null : forms.keyOf(templateId, templateVersion!),
  }));
}

/** @throws INPUT_INVALID when the date does not exist */
export async function buildOverview(
  { library, clock }: Library,
  reader: RowReader,
  query: ReportQuery,
): Promise<ReportOverview> {
  const { zone } = reader;
  const range = periodRange(query.period, query.date);
  const scope = scopeOf(range, zone, query);
  // The database holds up everybody while it answers: after each of these, others have their turn.
  const found = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    await giveWay(reader.signal);
    return value;
  };
  const cellsIn = async (other: DayRange) => {
    const cells: FigureCell[] = [];
    for (const piece of piecesOf(scopeOf(other, zone, query)))
      for (const cell of await found(readCells(library, piece, reader))) cells.push(cell);
    return cells;
  };
  const cells = await cellsIn(range);
  const previous = await cellsIn(previousPeriod(query.period, query.date));
  const yearAgo = await cellsIn(comparablePeriod(query.period, query.date));
  const keys = [cells, previous, yearAgo].map(formsIn).find((found) => found.length > 0) ?? [];
  const forms = keys.map(reader.forms.get);
  const reviewIds = await found(reviewIdsInScope(library, scope));
  const fatalIds = await found(fatalReviewIds(library, scope));
  const best: string[] = [];
  const worst: string[] = [];
  for (const { templateId, versions } of forms) {
    const own = { ...scope, templateId, templateVersions: versions };
    best.push(...(await found(exampleReviewIds(library, own, 'best', examples))));
    worst.push(...(await found(exampleReviewIds(library, own, 'worst', examples))));
  }
  const sums = await describedItems(await found(itemCells(library, scope)), reader.forms, reader.templates);
  const items = lostItems(sums, await found(namedCauses(library, reader, scope)), keys);
  const compared = { figures: figuresOf(cells, keys), previous: figuresOf(previous, keys) };
  return {
    reviewIds,
    report: {
      query,
      ...range,
      generatedAt: clock(),
      forms,
      ...compared,
      yearAgo: figuresOf(yearAgo, keys),
      teams: teamFigures(cells, keys),
      agents: agentFigures(cells, keys),
      days: dayFigures(cells, daysOf(range), keys),
      lostItems: items,
      fatal: await collect(lostLines(reader, fatalIds, { onlyFatal: true })),
      best: await collect(reviewLines(reader, best)),
      worst: await collect(reviewLines(reader, worst)),
      summary: summaryLine({ period: query.period, range, forms, ...compared, lostItems: items, teams: query.teams }),
    },
  };
}

export async function buildReport(context: Library, reader: RowReader, query: ReportQuery): Promise<Report> {
  const { report, reviewIds } = await buildOverview(context, reader, query);
  return {
    ...report,
    reviews: await collect(reviewLines(reader, reviewIds)),
    lost: await collect(lostLines(reader, reviewIds)),
  };
}

async function namedCauses(
  library: CoreContext['library'],
  reader: RowReader,
  scope: ReportScope,
): Promise<NamedCause[]> {
  const named: NamedCause[] = [];
  for (const row of await causeCounts(library, scope)) {
    const title = await reader.templates.causeTitle(row.templateId, row.templateVersion, row.cause);
    named.push({ ...row, form: reader.forms.keyOf(row.templateId, row.templateVersion), title });
  }
  return named;
}
