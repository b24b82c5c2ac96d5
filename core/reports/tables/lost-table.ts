/** One row per deduction: where in the call, the words, why. */
import type { Language, LostLine } from '../../contract/index.ts';
import { type Words, words } from '../words/index.ts';
import type { CellValue } from '../xlsx/workbook-writer.ts';
import type { Column, Table } from './table.ts';

const shape: [keyof Words['columns'], Column['kind']][] = [
  ['callDate', 'date'],
  ['agentId', 'text'],
  ['agentName', 'text'],
  ['team', 'text'],
  ['article', 'text'],
  ['item', 'text'],
  ['severity', 'text'],
  ['breachClass', 'text'],
  ['count', 'count'],
  ['lost', 'score'],
  ['at', 'duration'],
  ['quote', 'text'],
  ['note', 'text'],
  ['cause', 'text'],
  ['file', 'text'],
];

export function lostTable(lines: AsyncIterable<LostLine>, language: Language): Table {
  const { columns, sheets } = words[language];
  return {
    name: sheets.lost,
    columns: shape.map(([title, kind]) => ({
      title: columns[title],
      kind,
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
