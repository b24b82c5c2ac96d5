/** Series of a trend chart: sums grouped by key and bucket, each with the filter that finds its calls. Pure. */
import type {
  Bilingual,
  Period,
  RecordingFilter,
  Severity,
  TrendPoint,
  TrendQuery,
  TrendSeries,
} from '../contract/index.ts';
import { type DayRange, periodRange } from './calendar.ts';
import { compareNames } from './compare-names.ts';
import { addScores, type FigureCell, groupBy, rate, type ScoreSums, scoreFigures } from './figures.ts';
import type { Forms } from './forms.ts';
import { type ItemCell, itemKey, newestWording } from './lost-items.ts';

export type DatedItemCell = ItemCell & { date: string };

/** What narrows the calls beside the days. */
export type TrendChoice = Pick<TrendQuery, 'teams' | 'agentIds' | 'templateId'>;

/** The reviewed calls of these days within the choice. */
export function callsOf(range: DayRange, choice: TrendChoice): RecordingFilter {
  return {
    from: range.from,
    to: range.to,
    reviewStates: ['submitted'],
    ...(choice.teams?.length ? { teams: choice.teams } : {}),
    ...(choice.agentIds?.length ? { agentIds: choice.agentIds } : {}),
    ...(choice.templateId === undefined ? {} : { templateId: choice.templateId }),
  };
}

interface Group<C> {
  key: string;
  label: { zh: string; en: string };
  severity: Severity | null;
  breachClass: Bilingual | null;
  cells: C[];
  /** What the group adds to the filter of its calls. */
  narrow: Partial<RecordingFilter>;
}

export interface SeriesQuery {
  range: DayRange;
  bucket: Period;
  choice: TrendChoice;
  /** Keys of the forms with reviews in the range, and the one whose scores are compared. */
  inScope: readonly string[];
  form: string | null;
  forms: Forms;
}

type Measure<C> = (cells: readonly C[]) => { sums: ScoreSums; loss: TrendPoint['lossRate'] };

function seriesOf<C extends { date: string }>(group: Group<C>, query: SeriesQuery, measure: Measure<C>): TrendSeries {
  const { range, bucket, choice } = query;
  const figures = (cells: readonly C[], days: DayRange) => {
    const { sums, loss } = measure(cells);
    const { average, passRate, fatalRate } = scoreFigures(sums);
    const calls = { ...callsOf(days, choice), ...group.narrow };
    return { n: sums.reviewed, average, passRate, fatalRate, lossRate: loss, calls };
  };
  const points = [...groupBy(group.cells, (cell) => periodRange(bucket, cell.date).from)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, cells]): TrendPoint => ({ date, ...figures(cells, within(periodRange(bucket, date), range)) }))
    .filter((point) => point.n > 0 || (point.lossRate?.denominator ?? 0) > 0);
  const { key, label, severity, breachClass } = group;
  return { key, label, severity, breachClass, ...figures(group.cells, range), points };
}

/** The part of a week or month that the asked-for range has. */
function within(period: DayRange, range: DayRange): DayRange {
  const [, from] = [period.from, range.from].sort();
  const [to] = [period.to, range.to].sort();
  return { from: from!, to: to! };
}

/**
 * One series for each form; or, grouped, one for each team or agent with calls that the chosen form scored: groups
 * are only compared within one.
 */
export function scoreSeries(
  cells: readonly FigureCell[],
  by: 'all' | 'team' | 'agent',
  query: SeriesQuery,
): TrendSeries[] {
  const measure: Measure<FigureCell> = (own) => ({ sums: addScores(own), loss: null });
  const groups = by === 'all' ? formGroups(cells, query) : groupsOf(cells, by, query);
  return groups.map((group) => seriesOf(group, query, measure)).filter((series) => by === 'all' || series.n > 0);
}

function formGroups(cells: readonly FigureCell[], { inScope, forms }: SeriesQuery): Group<FigureCell>[] {
  const plain = { severity: null, breachClass: null };
  if (inScope.length < 2)
    return [{ ...plain, key: 'all', label: { zh: '全部', en: 'All' }, cells: [...cells], narrow: {} }];
  return inScope.map((form) => ({
    ...plain,
    key: form,
    label: forms.get(form).title,
    cells: cells.filter((cell) => cell.form === form),
    narrow: forms.choiceOf(form),
  }));
}

function groupsOf(cells: readonly FigureCell[], by: 'team' | 'agent', query: SeriesQuery): Group<FigureCell>[] {
  const own = cells.filter((cell) => cell.form === query.form);
  const keyOf = (cell: FigureCell) => (by === 'team' ? cell.team : cell.agentNo) ?? '';
  return [...groupBy(own, keyOf)]
    .map(([key, calls]) => ({
      key,
      label: labelOf(key, by, calls),
      severity: null,
      breachClass: null,
      cells: calls,
      narrow: { ...narrowTo(query), ...(by === 'team' ? { teams: [key] } : { agentIds: [key] }) },
    }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || compareNames(a.label.zh, b.label.zh));
}

/** What finds the calls of the chosen form; nothing where all calls are its own. */
export function narrowTo({ form, inScope, forms }: Pick<SeriesQuery, 'form' | 'inScope' | 'forms'>) {
  return form === null || inScope.length < 2 ? {} : forms.choiceOf(form);
}

function labelOf(key: string, by: 'team' | 'agent', cells: readonly FigureCell[]): { zh: string; en: string } {
  if (key === '') return by === 'team' ? { zh: '未分组', en: 'No team' } : { zh: '未知坐席', en: 'Unknown agent' };
  const name = by === 'agent' ? cells.find((cell) => cell.agentName)?.agentName : null;
  const label = name ? `${name} ${key}` : key;
  return { zh: label, en: label };
}

/**
 * One series per checklist item of the chosen form that applied to a call; its calls are those that lost marks, worst
 * item first.
 */
export function itemSeries(cells: readonly DatedItemCell[], query: SeriesQuery): TrendSeries[] {
  const measure: Measure<DatedItemCell> = (own) => {
    const sums = addScores(own.map((cell) => ({ ...cell, reviewed: cell.lost })));
    const applicable = own.reduce((total, cell) => total + cell.applicable, 0);
    return { sums, loss: rate(sums.reviewed, applicable) };
  };
  const ofForm = cells.filter((cell) => cell.form === query.form);
  return [...groupBy(ofForm, itemKey)]
    .map(([key, own]): Group<DatedItemCell> => {
      const { article, titleZh, titleEn, severity, breachClass, templateId, itemId } = newestWording(own);
      return {
        key,
        label: { zh: `${article} ${titleZh}`, en: `${article} ${titleEn}` },
        severity,
        breachClass,
        cells: own,
        narrow: { templateId, ...narrowTo(query), lostItem: itemId },
      };
    })
    .map((group) => seriesOf(group, query, measure))
    .filter((series) => (series.lossRate?.denominator ?? 0) > 0)
    .sort((a, b) => b.n - a.n || a.label.zh.localeCompare(b.label.zh, 'en', { numeric: true }));
}
