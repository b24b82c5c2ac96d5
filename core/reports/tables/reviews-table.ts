/** One row per reviewed call. */
import type { Form, Language, ReviewLine } from '../../contract/index.ts';
import { wallClockIn } from '../wall-clock.ts';
import { type Words, words } from '../words/index.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import type { CellValue } from '../xlsx/workbook-writer.ts';
import type { Column, Table } from './table.ts';

type Title = keyof Words['columns'];
const shape: [Title, Column['kind']][] = [
  ['callDate', 'date'],
  ['startedAt', 'moment'],
  ['agentId', 'text'],
  ['agentName', 'text'],
  ['team', 'text'],
  ['phone', 'text'],
  ['direction', 'text'],
  ['business', 'text'],
  ['duration', 'duration'],
  ['template', 'text'],
  ['templateVersion', 'count'],
  ['inspector', 'text'],
  ['before', 'score'],
  ['after', 'score'],
  ['result', 'text'],
  ['fatalItems', 'count'],
  ['breachClasses', 'text'],
  ['comment', 'text'],
  ['submittedAt', 'moment'],
  ['file', 'text'],
];

/** Letter of a column of this table, for formulas on other sheets. */
export function reviewsColumn(title: Title): string {
  return columnLetter(shape.findIndex(([name]) => name === title));
}

/** @param forms the forms of the lines: the template's column names them, so that formulas can tell them apart */
export function reviewsTable(
  lines: AsyncIterable<ReviewLine>,
  forms: readonly Form[],
  language: Language,
  zone: string,
): Table {
  const { columns, sheets } = words[language];
  return {
    name: sheets.reviews,
    columns: shape.map(([title, kind]) => ({
      title: columns[title],
      kind,
    })),
    rows: toRows(lines, forms, language, zone),
  };
}

async function* toRows(
  lines: AsyncIterable<ReviewLine>,
  forms: readonly Form[],
  language: Language,
  zone: string,
): AsyncGenerator<CellValue[]> {
  const wallClock = wallClockIn(zone);
  const titles = new Map(forms.map((form) => [form.key, form.title[language]]));
  for await (const line of lines) {
    yield [
      line.businessDate,
      line.startedAt === null ? null : wallClock(line.startedAt),
      line.agentId,
      line.agentName,
      line.team,
      line.phoneMasked,
      line.direction === null ? null : (words[language].directions[line.direction] ?? line.direction),
      line.business,
      line.durationMs === null ? null : line.durationMs / 1000,
      titles.get(line.form) ?? line.templateTitle[language],
      line.templateVersion,
      line.inspector,
      line.before,
      line.after,
      resultOf(line, words[language]),
      line.fatal,
      classesOf(line, language),
      line.comment || null,
      wallClock(line.submittedAt),
      line.file,
    ];
  }
}

/** 较严重 2、一般 1 */
function classesOf({ breachClasses }: ReviewLine, language: Language): string | null {
  if (breachClasses.length === 0) return null;
  return breachClasses.map(({ title, count }) => `${title[language]} ${count}`).join(words[language].listed);
}

function resultOf(line: ReviewLine, { results }: Words): string {
  if (line.passed === null) return results.none;
  if (!line.passed) return results.failed;
  return line.excellent ? results.excellent : results.passed;
}
