/** The lines of the key-figure table: value, what it was made of, and how it moved. */
import type { Figures, FormFigures, Language, Rate } from '../../contract/index.ts';
import { noScores, scoreFigures } from '../figures.ts';
import { agentsColumn } from '../tables/group-table.ts';
import { reviewsColumn } from '../tables/reviews-table.ts';
import { type Words, words } from '../words/index.ts';
import type { CellKind } from './styles.ts';
import type { Overview } from './summary-lines.ts';
import type { CellValue, Formula } from './workbook-writer.ts';

export interface MetricRow {
  /** Unique among the rows of one form, and among those of all calls. */
  id: string;
  kind: CellKind;
  /** Cells of the row with this number. */
  values(row: number): CellValue[];
}

type Compared<T> = { now: T; previous: T; yearAgo: T };

function countRow(id: 'recordings' | 'reviewed', at: Compared<number>, current: CellValue, w: Words) {
  const { now, previous, yearAgo } = at;
  const changes = [previous, countChange(now, previous, w), yearAgo, countChange(now, yearAgo, w)];
  return { id, kind: 'count', values: () => [w.columns[id], current, null, null, ...changes] } satisfies MetricRow;
}

function rateRow(
  id: 'coverage' | 'agentCoverage' | 'passRate' | 'excellentRate' | 'fatalRate',
  { now, previous, yearAgo }: Compared<Rate>,
  numerator: CellValue,
  denominator: CellValue,
  w: Words,
): MetricRow {
  return {
    id,
    kind: 'rate',
    values: (row) => [
      w.columns[id],
      { formula: `IF(D${row}=0,"",C${row}/D${row})`, result: now.value },
      numerator,
      denominator,
      previous.value,
      rateChange(now, previous, w),
      yearAgo.value,
      rateChange(now, yearAgo, w),
    ],
  };
}

function compared<T>({ figures, previous, yearAgo }: Overview, pick: (figures: Figures) => T): Compared<T> {
  return { now: pick(figures), previous: pick(previous), yearAgo: pick(yearAgo) };
}

/** What is counted over all forms. */
export function callRows(report: Overview, language: Language): MetricRow[] {
  const w = words[language];
  const { figures } = report;
  const recordings = agentsColumn('recordings');
  const all = { formula: `SUM('${w.sheets.agents}'!$${recordings}:$${recordings})`, result: figures.recordings };
  const reviewed = { formula: `COUNT(${reviewsRange('submittedAt', w)})`, result: figures.reviewed };
  const { numerator, denominator } = figures.agentCoverage;
  return [
    countRow(
      'recordings',
      compared(report, (own) => own.recordings),
      all,
      w,
    ),
    countRow(
      'reviewed',
      compared(report, (own) => own.reviewed),
      reviewed,
      w,
    ),
    rateRow(
      'coverage',
      compared(report, (own) => own.coverage),
      reviewed,
      all,
      w,
    ),
    rateRow(
      'agentCoverage',
      compared(report, (own) => own.agentCoverage),
      numerator,
      denominator,
      w,
    ),
  ];
}

/** What the scores of one form say. @param index the form's place in the report */
export function scoreRows(report: Overview, index: number, language: Language): MetricRow[] {
  const w = words[language];
  const { now, previous, yearAgo } = compared(report, (figures) => figures.forms[index] ?? noForm);
  const form = report.forms.length > 1 ? report.forms[index]! : null;
  const source = formFormulas(now, form?.title[language] ?? null, w);
  const rates = (id: 'passRate' | 'excellentRate' | 'fatalRate', numerator: CellValue, denominator: CellValue) =>
    rateRow(id, { now: now[id], previous: previous[id], yearAgo: yearAgo[id] }, numerator, denominator, w);
  const average: MetricRow = {
    id: 'average',
    kind: 'score',
    values: () => [
      w.columns.average,
      source.average,
      null,
      source.scored,
      previous.average,
      scoreChange(now.average, previous.average, w),
      yearAgo.average,
      scoreChange(now.average, yearAgo.average, w),
    ],
  };
  const reviewed = { now: now.reviewed, previous: previous.reviewed, yearAgo: yearAgo.reviewed };
  return [
    ...(form ? [countRow('reviewed', reviewed, source.reviewed, w)] : []),
    average,
    rates('passRate', source.passed, source.scored),
    rates('excellentRate', source.excellent, source.scored),
    rates('fatalRate', source.fatal, source.reviewed),
  ];
}

const noForm: FormFigures = { form: '', reviewed: 0, ...scoreFigures(noScores) };

const reviewsRange = (title: Parameters<typeof reviewsColumn>[0], { sheets }: Words): string => {
  const letter = reviewsColumn(title);
  return `'${sheets.reviews}'!$${letter}:$${letter}`;
};

type Source = 'reviewed' | 'scored' | 'average' | 'passed' | 'excellent' | 'fatal';

/**
 * Totals over the sheet of reviews, so that whoever corrects a row there sees them follow.
 * @param title of the form whose rows count; null = all rows
 */
function formFormulas(figures: FormFigures, title: string | null, w: Words): Record<Source, Formula> {
  const { results } = w;
  const scores = reviewsRange('after', w);
  const own = title === null ? null : `${reviewsRange('template', w)},${equals(title)}`;
  const count = (range: string, criterion: string) =>
    own === null ? `COUNTIF(${range},${criterion})` : `COUNTIFS(${own},${range},${criterion})`;
  const resultCount = (result: string) => count(reviewsRange('result', w), `"${result}"`);
  const scored = own === null ? `COUNT(${scores})` : `COUNTIFS(${own},${scores},"<>")`;
  const mean = own === null ? `AVERAGE(${scores})` : `AVERAGEIFS(${scores},${own})`;
  return {
    reviewed: {
      formula: own === null ? `COUNT(${reviewsRange('submittedAt', w)})` : `COUNTIFS(${own})`,
      result: figures.reviewed,
    },
    scored: { formula: scored, result: figures.passRate.denominator },
    average: {
      formula: `IF(${scored}=0,"",ROUND(${mean},2))`,
      result: figures.average === null ? null : figures.average / 100,
    },
    passed: {
      formula: `${resultCount(results.passed)}+${resultCount(results.excellent)}`,
      result: figures.passRate.numerator,
    },
    excellent: { formula: resultCount(results.excellent), result: figures.excellentRate.numerator },
    fatal: { formula: count(reviewsRange('fatalItems', w), '">0"'), result: figures.fatalRate.numerator },
  };
}

/** A criterion that only this text meets: its own * ? ~ stand for themselves, and = in front for no operator. */
function equals(text: string): string {
  return `"=${text.replace(/[*?~]/g, '~$&').replaceAll('"', '""')}"`;
}

/** Arrows and words, never colours: red means a rise on Chinese markets. */
function moved(difference: number, text: string, { summary }: Words): string {
  if (difference === 0) return summary.same;
  return `${difference > 0 ? summary.up : summary.down}${text}`;
}

function countChange(now: number, before: number, w: Words): string {
  if (before === 0) return w.none;
  const share = Math.abs((now - before) / before) * 100;
  return moved(now - before, `${share.toFixed(1)}%`, w);
}

function scoreChange(now: number | null, before: number | null, w: Words): string {
  if (now === null || before === null) return w.none;
  return moved(now - before, `${(Math.abs(now - before) / 100).toFixed(2)}${w.summary.points}`, w);
}

function rateChange(now: Rate, before: Rate, w: Words): string {
  if (now.value === null || before.value === null) return w.none;
  const difference = now.value - before.value;
  return moved(difference, `${(Math.abs(difference) * 100).toFixed(1)}${w.summary.percentagePoints}`, w);
}
