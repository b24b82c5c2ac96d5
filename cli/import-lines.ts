/** What became of call records and of files that were not taken, as lines for people. */
import { type ImportResult, type Language, leftOutText } from '../core/contract/index.ts';
import { choose, shownText } from './text.ts';

type CallRecords = NonNullable<ImportResult['cdr']>;
const namesShown = 5;
const kindsShown = 20;

const ruleNames: Record<string, { zh: string; en: string }> = {
  file: { zh: '文件名', en: 'file name' },
  'near-file': { zh: '相近的文件名', en: 'nearly the file name' },
  'call-id': { zh: '通话编号', en: 'call id' },
  number: { zh: '时间和号码', en: 'time and number' },
  agent: { zh: '时间和工号', en: 'time and agent' },
};

/** How many rows were used and by which rule, and the places of what was not understood. */
export function callRecordLines(cdr: CallRecords, language: Language): string[] {
  const zh = language === 'zh';
  if (cdr.error) return [`  ${cdr.error.code}  ${shownText(choose(cdr.error.message, language))}`];
  const { rows, matched, waiting, further, repeated, failed } = cdr;
  const rules = Object.entries(cdr.rules)
    .filter(([, count]) => (count ?? 0) > 0)
    .map(([rule, count]) => `${ruleNames[rule]![language]} ${count}`);
  const by = rules.length > 0 ? (zh ? `（${rules.join('，')}）` : ` (${rules.join(', ')})`) : '';
  const { cells, leftSheets, problems } = cdr;
  return [
    zh
      ? `话单 ${rows} 行：匹配 ${matched}${by}，暂无录音 ${waiting}，同一通话的其他行 ${further}，无法使用 ${failed}；其中以前已有 ${repeated}`
      : `call records, ${rows} rows: ${matched} matched${by}, ${waiting} without a recording, ${further} further rows of a call, ${failed} unusable; ${repeated} known before`,
    ...leftSheets.map(({ name, rows: count }) =>
      zh
        ? `  工作表“${shownText(name)}”没有话单列，${count} 行未用`
        : `  sheet "${shownText(name)}" has no columns of call records: ${count} rows left out`,
    ),
    ...problems.map(
      ({ sheet, line, reason }) => `  ${place(sheet, line, language)}  ${shownText(choose(reason, language))}`,
    ),
    ...(cells.count > 0 ? [zh ? `无法识别的单元格 ${cells.count}：` : `${cells.count} cells not understood:`] : []),
    ...cells.kinds.slice(0, kindsShown).map(({ column, value, count, places }) => {
      const at = places[0] ? place(places[0].sheet, places[0].line, language) : '';
      return `  ${shownText(column)}  “${shownText(value)}”  ${zh ? `${count} 处` : `${count}×`}  ${at}${count > 1 ? ' …' : ''}`;
    }),
  ];
}

function place(sheet: string | null, line: number, language: Language): string {
  const row = language === 'zh' ? `第 ${line} 行` : `row ${line}`;
  return sheet === null ? row : `${shownText(sheet)} ${row}`;
}

/** Files by the reason why they were left out. */
export function leftOutLines({ filesFound, leftOut }: ImportResult, language: Language): string[] {
  const zh = language === 'zh';
  const count = leftOut.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return [];
  return [
    zh ? `找到文件 ${filesFound}，未导入 ${count}：` : `${filesFound} files found, ${count} not taken:`,
    ...leftOut.map((one) => {
      const names = one.files
        .slice(0, namesShown)
        .map(shownText)
        .join(zh ? '、' : ', ');
      const more = one.count > namesShown ? ' …' : '';
      return `  ${one.count}  ${leftOutText(one.kind, language)}${zh ? '：' : ': '}${names}${more}`;
    }),
  ];
}
