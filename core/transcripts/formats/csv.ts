import Papa from 'papaparse';
import { withoutFormulaQuote } from '../../text/formula.ts';
import { normaliseHeader } from '../../text/header.ts';
import { parseTime } from '../timestamps.ts';
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelOf, splitLabel } from './labelled-text.ts';
import { type NumberUnit, unitOfNumbers } from './number-unit.ts';

type Meaning = 'text' | 'speaker' | 'channel' | 'start' | 'end' | 'duration';
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** How services and people head the columns, the surest first; compared without case, spaces, marks and units. */
const headings: Record<Meaning, readonly string[]> = {
  text: words(`
    内容 文本 文字 转写内容 转写文本 转写结果 转写 识别结果 识别文本 识别内容 对话内容 通话内容 说话内容 讲话内容
    发言内容 话术内容 语句 句子 原文 text sentence utterance transcript transcription content asrtext asrresult
    recognizedtext message words
  `),
  speaker: words(`
    说话人 讲话人 发言人 说话者 说话方 讲话方 发言方 对话角色 角色 身份 speaker speakername speakerlabel speakerid spk
    role speakerrole party who
  `),
  channel: words('声道 通道 声道号 通道号 channel channelid channelno track'),
  start: words(`
    开始时间 开始 起始时间 起始 开始时刻 开始秒 起点 时间点 时间戳 时间 start starttime startat begin begintime
    startseconds startms beginms from offset timestamp time
  `),
  end: words('结束时间 结束 终止时间 结束时刻 结束秒 终点 end endtime endat stop stoptime endseconds endms to finish'),
  duration: words('时长 持续时间 持续时长 duration length'),
};

/** Tables may open with a title; the headings are looked for in so many rows. */
const headingsWithin = 10;
/** Characters; what is longer heads no column. */
const longestHeading = 60;
const delimiters = [',', '\t', ';', '|'];

/** A table of sentences: a column of text, and one that says who speaks or when. */
export const csv: TranscriptReader = {
  id: 'csv',
  extensions: ['.csv', '.tsv'],
  read(text) {
    for (const delimiter of delimiters) {
      const head = Papa.parse<string[]>(text, { delimiter, preview: headingsWithin }).data;
      const at = head.findIndex((cells) => isHeading(meaningsOf(cells)));
      if (at < 0) continue;
      const columns = meaningsOf(head[at]!);
      const rows = Papa.parse<string[]>(text, { delimiter }).data.slice(at + 1);
      return sentencesOf(rows, columns, head[at]!);
    }
    return null;
  },
};

type Columns = Partial<Record<Meaning, number>>;

function meaningsOf(cells: readonly string[]): Columns {
  const names = cells.map((cell) => (cell.length > longestHeading ? '' : normaliseHeader(cell)));
  const columns: Columns = {};
  for (const meaning of Object.keys(headings) as Meaning[]) {
    const heading = headings[meaning].find((word) => names.includes(word));
    if (heading !== undefined) columns[meaning] = names.indexOf(heading);
  }
  return columns;
}

function isHeading({ text, speaker, channel, start }: Columns): boolean {
  return text !== undefined && (speaker !== undefined || channel !== undefined || start !== undefined);
}

function sentencesOf(rows: readonly string[][], columns: Columns, headers: readonly string[]): RawSentence[] {
  const cellOf = (row: readonly string[], meaning: Meaning) => {
    const column = columns[meaning];
    return column === undefined ? '' : withoutFormulaQuote(row[column] ?? '').trim();
  };
  const spans = rows.map((row) => ({ start: parseTime(cellOf(row, 'start')), end: parseTime(cellOf(row, 'end')) }));
  const bare = rows.every((row) => (['start', 'end'] as const).every((one) => /^\d*$/.test(cellOf(row, one))));
  const unit = (meaning: Meaning): NumberUnit => {
    const header = headers[columns[meaning] ?? -1] ?? '';
    if (/毫秒|\bms\b|[(_\s]ms|ms$|millis/i.test(header)) return 'ms';
    return bare && !/秒|seconds?|secs?\b/i.test(header) ? unitOfNumbers(spans) : 's';
  };
  const units = { start: unit('start'), end: unit('end'), duration: unit('duration') };
  return rows.flatMap((row): RawSentence[] => {
    const text = cellOf(row, 'text');
    if (text === '') return [];
    const time = (meaning: keyof typeof units) => scaled(cellOf(row, meaning), units[meaning]);
    const start = time('start');
    const duration = time('duration');
    const channel = cellOf(row, 'channel');
    const label = labelOf(cellOf(row, 'speaker'));
    // Where no column names the speaker, the text may.
    const said = label === null && channel === '' ? splitLabel(text) : { label, text };
    return [
      {
        ...said,
        channel: /^\d$/.test(channel) ? Number(channel) : null,
        start,
        end: time('end') ?? (start !== null && duration !== null ? start + duration : null),
      },
    ];
  });
}

/** @param unit of a number that stands alone */
function scaled(cell: string, unit: NumberUnit): number | null {
  const seconds = parseTime(cell);
  return seconds !== null && unit === 'ms' && /^\d+(\.\d+)?$/.test(cell) ? seconds / 1000 : seconds;
}
