/** One row per deduction: where in the call, the words, why. */
import type { Language, LostLine } from '../../contract/index.ts';
import { type Words, words } from '../words/index.ts';
import type { CellValue } from '../xlsx/workbook-writer.ts';
import type { Column, Table } from './table.ts';

const shape: [keyof Words['columns'], Column['kind'], number][] = [
  ['callDate', 'date', 12],
  ['agentId', 'text', 9],
  ['agentName', 'text', 10],
  ['team', 'text', 12],
  ['article', 'text', 8],
  ['item', 'text', 26],
  ['severity', 'text', 8],
  ['breachClass', 'text', 10],
  ['count', 'count', 7],
  ['lost', 'score', 8],
  ['at', 'duration', 8],
  ['quote', 'text', 30],
  ['note', 'text', 30],
  ['cause', 'text', 14],
  ['file', 'text', 36],
];

export function lostTable(lines: AsyncIterable<LostLine>, language: Language): Table {
  const { columns, sheets } = words[language];
  return {
    name: sheets.lost,
    columns: shape.map(([title, kind, width]) => ({
      title: columns[title],
      kind,
      width,
      wrap: title === 'quote' || title === 'note',
    })),
    rows: toRows(lines, language),
  };
}

async function* toRows(lines: AsyncIterable<LostLine>, language: Language): AsyncGenerator<CellValue[]> {
  for await (const line of lines) {
    yield [
      line.businessDate,
      line.agentId,
      line.agentName,
      line.team,
      line.article,
      line.itemTitle[language],
      words[language].severities[line.severity],
      line.breachClass?.[language] ?? null,
      line.count,
      line.lost,
      line.at,
      line.quote,
      line.comment,
      line.causeTitle?.[language] ?? null,
      line.file,
    ];
  }
}
