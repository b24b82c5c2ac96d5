/** The parts of the summary sheet that speak of scores: one block for each form. */
import type { Language } from '../../contract/index.ts';
import { words } from '../words/index.ts';
import { callRows, type MetricRow, scoreRows } from './metric-rows.ts';
import type { CellKind } from './styles.ts';
import { formCaption, type Lines, type Overview } from './summary-lines.ts';
import type { CellValue } from './workbook-writer.ts';

const topItems = 5;

/** Numbers of the rows of one form's figures, by their names. */
type MetricPlaces = ReadonlyMap<string, number>;

/** @returns for each form where its figures stand */
export async function writeMetrics(lines: Lines, report: Overview, language: Language): Promise<MetricPlaces[]> {
  const { summary } = words[language];
  const { period } = report.query;
  await lines.text(summary.metrics, 'section');
  await lines.header([
    summary.metric,
    summary.current,
    summary.numerator,
    summary.denominator,
    summary.previous,
    summary.change,
    summary.comparable[period],
    summary.comparableChange[period],
  ]);
  const write = async (metrics: readonly MetricRow[]): Promise<MetricPlaces> => {
    const places = new Map<string, number>();
    for (const metric of metrics) {
      const at = lines.next;
      const { kind } = metric;
      await lines.row(metric.values(at), ['text', kind, 'count', 'count', kind, 'text', kind, 'text']);
      places.set(metric.id, at);
    }
    return places;
  };
  await write(callRows(report, language));
  // Without reviews the rows stay, empty.
  if (report.forms.length === 0) return [await write(scoreRows(report, 0, language))];
  const places: MetricPlaces[] = [];
  for (const [index, form] of report.forms.entries()) {
    await formCaption(lines, report, form, language);
    places.push(await write(scoreRows(report, index, language)));
  }
  return places;
}

const coverage = (row: number, result: number | null): CellValue => ({
  formula: `IF(B${row}=0,"",C${row}/B${row})`,
  result,
});

const sumOf = (column: string, first: number, next: number, result: number): CellValue => ({
  formula: `SUM(${column}${first}:${column}${next - 1})`,
  result,
});

/** Averages and rates of the whole come from the calls, never from the teams' own. */
const whole = (places: MetricPlaces | undefined, metric: string, result: number | null): CellValue => ({
  formula: `B${places?.get(metric)}`,
  result,
});

export async function writeTeams(
  lines: Lines,
  report: Overview,
  places: readonly MetricPlaces[],
  language: Language,
): Promise<void> {
  await lines.text(words[language].summary.teams, 'section');
  if (report.forms.length < 2) return writeOnlyForm(lines, report, places[0], language);
  await writeTeamCounts(lines, report, language);
  for (const [index, form] of report.forms.entries()) {
    await formCaption(lines, report, form, language);
    await writeTeamScores(lines, report, index, places[index], language);
  }
}

/** Counts and scores in one table. */
async function writeOnlyForm(lines: Lines, report: Overview, places: MetricPlaces | undefined, language: Language) {
  const { columns, noTeam, total } = words[language];
  const kinds: CellKind[] = ['text', 'count', 'count', 'rate', 'score', 'rate', 'rate', 'count'];
  await lines.header([
    columns.team,
    columns.recordings,
    columns.reviewed,
    columns.coverage,
    columns.average,
    columns.passRate,
    columns.excellentRate,
    columns.fatalCalls,
  ]);
  const first = lines.next;
  for (const team of report.teams) {
    await lines.row(
      [
        team.key || noTeam,
        team.recordings,
        team.reviewed,
        coverage(lines.next, team.coverage.value),
        team.average,
        team.passRate?.value ?? null,
        team.excellentRate?.value ?? null,
        team.fatal,
      ],
      kinds,
    );
  }
  if (report.teams.length === 0) return;
  const { figures } = report;
  const sum = (column: string, result: number) => sumOf(column, first, lines.next, result);
  await lines.row(
    [
      total,
      sum('B', figures.recordings),
      sum('C', figures.reviewed),
      coverage(lines.next, figures.coverage.value),
      whole(places, 'average', figures.average === null ? null : figures.average / 100),
      whole(places, 'passRate', figures.passRate?.value ?? null),
      whole(places, 'excellentRate', figures.excellentRate?.value ?? null),
      sum('H', figures.fatal),
    ],
    kinds,
    'total',
  );
}

async function writeTeamCounts(lines: Lines, { teams, figures }: Overview, language: Language) {
  const { columns, noTeam, total } = words[language];
  const kinds: CellKind[] = ['text', 'count', 'count', 'rate', 'count'];
  await lines.header([columns.team, columns.recordings, columns.reviewed, columns.coverage, columns.fatalCalls]);
  const first = lines.next;
  for (const team of teams) {
    const share = coverage(lines.next, team.coverage.value);
    await lines.row([team.key || noTeam, team.recordings, team.reviewed, share, team.fatal], kinds);
  }
  const sum = (column: string, result: number) => sumOf(column, first, lines.next, result);
  await lines.row(
    [
      total,
      sum('B', figures.recordings),
      sum('C', figures.reviewed),
      coverage(lines.next, figures.coverage.value),
      sum('E', figures.fatal),
    ],
    kinds,
    'total',
  );
}

/** Teams with a review by the form; the last row is of all its calls. */
async function writeTeamScores(
  lines: Lines,
  report: Overview,
  index: number,
  places: MetricPlaces | undefined,
  language: Language,
) {
  const { columns, noTeam, total } = words[language];
  const kinds: CellKind[] = ['text', 'count', 'count', 'score', 'rate', 'rate', 'count'];
  await lines.header([
    columns.team,
    columns.reviewed,
    columns.scored,
    columns.average,
    columns.passRate,
    columns.excellentRate,
    columns.fatalCalls,
  ]);
  const first = lines.next;
  for (const team of report.teams) {
    const own = team.forms[index]!;
    if (own.reviewed === 0) continue;
    await lines.row(
      [
        team.key || noTeam,
        own.reviewed,
        own.passRate.denominator,
        own.average,
        own.passRate.value,
        own.excellentRate.value,
        own.fatalRate.numerator,
      ],
      kinds,
    );
  }
  // Without reviews in this period the form is there for the sake of an earlier one.
  if (lines.next === first) return;
  const all = report.figures.forms[index]!;
  const sum = (column: string, result: number) => sumOf(column, first, lines.next, result);
  await lines.row(
    [
      total,
      sum('B', all.reviewed),
      sum('C', all.passRate.denominator),
      whole(places, 'average', all.average === null ? null : all.average / 100),
      whole(places, 'passRate', all.passRate.value),
      whole(places, 'excellentRate', all.excellentRate.value),
      sum('G', all.fatalRate.numerator),
    ],
    kinds,
    'total',
  );
}

/** The dearest items of each form. */
export async function writeTop(lines: Lines, report: Overview, language: Language): Promise<void> {
  const { summary, columns, severities, none } = words[language];
  await lines.text(summary.top, 'section');
  await lines.header([
    columns.item,
    summary.rank,
    columns.article,
    columns.severity,
    summary.times,
    summary.share,
    summary.hitRate,
    summary.cumulative,
    summary.mainCause,
    columns.breachClass,
  ]);
  for (const form of report.forms) {
    const items = report.lostItems.filter((item) => item.form === form.key).slice(0, topItems);
    if (items.length > 0) await formCaption(lines, report, form, language);
    for (const [index, item] of items.entries()) {
      await lines.row(
        [
          item.title[language],
          index + 1,
          item.article,
          severities[item.severity],
          item.count,
          item.share.value,
          item.applicable.value,
          item.cumulative,
          item.causes[0]?.title[language] ?? none,
          item.breachClass?.[language] ?? null,
        ],
        ['text', 'count', 'text', 'text', 'count', 'rate', 'rate', 'rate', 'text', 'text'],
      );
    }
  }
}
