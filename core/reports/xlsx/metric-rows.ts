/** The lines of the key-figure table: value, what it was made of, and how it moved. */
import type { Figures, Language, Rate } from '../../contract/index.ts';
import { agentsColumn } from '../tables/group-table.ts';
import { reviewsColumn } from '../tables/reviews-table.ts';
import { type Words, words } from '../words/index.ts';
import type { CellKind } from './styles.ts';
import type { Overview } from './summary-sheet.ts';
import type { CellValue, Formula } from './workbook-writer.ts';

export interface MetricRow {
  id: string;
  kind: CellKind;
  /** Cells of the row with this number. */
  values(row: number): CellValue[];
}

type RateKey = 'coverage' | 'agentCoverage' | 'passRate' | 'excellentRate' | 'fatalRate';

export function metricRows({ figures, previous, yearAgo }: Overview, language: Language): MetricRow[] {
  const w = words[language];
  const count = (id: 'recordings' | 'reviewed', current: CellValue): MetricRow => ({
    id,
    kind: 'count',
    values: () => [
      w.columns[id],
      current,
      null,
      null,
      previous[id],
      countChange(figures[id], previous[id], w),
      yearAgo[id],
      countChange(figures[id], yearAgo[id], w),
    ],
  });
  const rate = (id: RateKey, numerator: CellValue, denominator: CellValue): MetricRow => ({
    id,
    kind: 'rate',
    values: (row) => [
      w.columns[id],
      { formula: `IF(D${row}=0,"",C${row}/D${row})`, result: figures[id].value },
      numerator,
      denominator,
      previous[id].value,
      rateChange(figures[id], previous[id], w),
      yearAgo[id].value,
      rateChange(figures[id], yearAgo[id], w),
    ],
  });
  const source = sheetFormulas(figures, w);
  return [
    count('recordings', source.recordings),
    count('reviewed', source.reviewed),
    rate('coverage', source.reviewed, source.recordings),
    rate('agentCoverage', figures.agentCoverage.numerator, figures.agentCoverage.denominator),
    {
      id: 'average',
      kind: 'score',
      values: () => [
        w.columns.average,
        source.average,
        null,
        source.scored,
        previous.average,
        scoreChange(figures.average, previous.average, w),
        yearAgo.average,
        scoreChange(figures.average, yearAgo.average, w),
      ],
    },
    rate('passRate', source.passed, source.scored),
    rate('excellentRate', source.excellent, source.scored),
    rate('fatalRate', source.fatal, source.reviewed),
  ];
}

type Source = 'recordings' | 'reviewed' | 'scored' | 'average' | 'passed' | 'excellent' | 'fatal';

/** Totals over the data sheets, so that whoever corrects a row there sees them follow. */
function sheetFormulas(figures: Figures, { sheets, results }: Words): Record<Source, Formula> {
  const column = (title: Parameters<typeof reviewsColumn>[0]) => {
    const letter = reviewsColumn(title);
    return `'${sheets.reviews}'!$${letter}:$${letter}`;
  };
  const scores = column('after');
  const resultCount = (result: string) => `COUNTIF(${column('result')},"${result}")`;
  const recordings = agentsColumn('recordings');
  return {
    recordings: { formula: `SUM('${sheets.agents}'!$${recordings}:$${recordings})`, result: figures.recordings },
    reviewed: { formula: `COUNT(${column('submittedAt')})`, result: figures.reviewed },
    scored: { formula: `COUNT(${scores})`, result: figures.passRate.denominator },
    average: {
      formula: `IF(COUNT(${scores})=0,"",ROUND(AVERAGE(${scores}),2))`,
      result: figures.average === null ? null : figures.average / 100,
    },
    passed: {
      formula: `${resultCount(results.passed)}+${resultCount(results.excellent)}`,
      result: figures.passRate.numerator,
    },
    excellent: { formula: resultCount(results.excellent), result: figures.excellentRate.numerator },
    fatal: { formula: `COUNTIF(${column('fatalItems')},">0")`, result: figures.fatalRate.numerator },
  };
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
