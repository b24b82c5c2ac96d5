/** Clips as files to take away: the sound cut to the millisecond, and what is said in it. */
import { stat, writeFile } from 'node:fs/promises';
import type { ClipRow } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Language } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { safeFileName } from '../output/safe-file-name.ts';
import { type OutputFile, writeOutput } from '../output/write-output.ts';
import { toBusinessDate } from '../recordings/time-zone.ts';
import { hideNumber } from '../text/hide-number.ts';
import type { ClipItem } from './clip-items.ts';
import { clock, maskedSentences, sentenceLine } from './clip-text.ts';

export interface ClipToExport {
  row: ClipRow;
  item: ClipItem | null;
}

/**
 * Two files per clip, `20260302_8012_24.14 等待_0105.wav` and the same as `.txt`. The customer's number is in
 * neither name nor text.
 * @throws DomainError RECORDING_FILE_MISSING, OUTPUT_NOT_WRITABLE, DISK_FULL, CANCELLED and what cutting may throw
 */
export async function exportClips(
  context: CoreContext,
  clips: readonly ClipToExport[],
  options: { dir: string | undefined; language: Language; zone: string },
  signal: AbortSignal | undefined,
): Promise<OutputFile[]> {
  // Looked at first, so that a missing recording leaves no half of an export.
  for (const { row } of clips) await checkPresent(row);
  const taken = new Set<string>();
  const files: OutputFile[] = [];
  for (const clip of clips) {
    const base = freeName(fileBase(clip, options), taken);
    const { path, startMs, endMs } = clip.row;
    const span = { start: startMs / 1000, end: endMs / 1000 };
    const write = (extension: string, fill: (path: string) => Promise<unknown>) =>
      writeOutput(context.dirs, options.dir, safeFileName(base, extension), async (target) => {
        await fill(target);
      });
    files.push(await write('.wav', (outPath) => context.media.cut({ path, span, outPath }, signal)));
    const text = await clipSheet(context, clip, options);
    files.push(await write('.txt', (target) => writeFile(target, text)));
  }
  return files;
}

async function checkPresent(row: ClipRow): Promise<void> {
  const info = await stat(row.path).catch(() => null);
  if (!info?.isFile()) throw new DomainError('RECORDING_FILE_MISSING', { file: hideNumber(row.file, row.phone) });
}

const dayOf = (row: ClipRow, zone: string): string => row.businessDate ?? toBusinessDate(row.importedAt, zone);

function fileBase({ row, item }: ClipToExport, { language, zone }: { language: Language; zone: string }): string {
  const about = item ? `${item.article} ${item.title[language]}` : row.title;
  const parts = [dayOf(row, zone).replaceAll('-', ''), row.agentNo ?? '', about, clock(row.startMs).replace(':', '')];
  return hideNumber(parts.filter((part) => part !== '').join('_'), row.phone).replaceAll('*', 'x');
}

function freeName(base: string, taken: Set<string>): string {
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
  taken.add(name.toLowerCase());
  return name;
}

const labels = {
  zh: {
    title: '标题',
    kind: '类型',
    good: '示范',
    bad: '待改进',
    item: '评分项',
    date: '日期',
    agent: '坐席',
    span: '片段',
    note: '点评',
    words: '对话',
  },
  en: {
    title: 'Title',
    kind: 'Kind',
    good: 'Model',
    bad: 'Weak',
    item: 'Item',
    date: 'Date',
    agent: 'Agent',
    span: 'Span',
    note: 'Note',
    words: 'Words',
  },
};

async function clipSheet(
  context: CoreContext,
  { row, item }: ClipToExport,
  { language, zone }: { language: Language; zone: string },
): Promise<string> {
  const l = labels[language];
  const sentences = await maskedSentences(context.library, row.recordingId, row);
  const lines = [
    `${l.title}：${row.title}`,
    `${l.kind}：${l[row.kind]}`,
    ...(item ? [`${l.item}：${item.article} ${item.title[language]}`] : []),
    `${l.date}：${dayOf(row, zone)}`,
    `${l.agent}：${[row.agentNo, row.agentName].filter(Boolean).join(' ')}`,
    `${l.span}：${clock(row.startMs)}–${clock(row.endMs)}`,
    ...(row.note ? [`${l.note}：${row.note}`] : []),
    '',
    `${l.words}：`,
    ...sentences.map((sentence) => `[${clock(sentence.startMs)}] ${sentenceLine(sentence, language)}`),
  ];
  // Windows' own editor of old needs the mark to read UTF-8.
  return `\uFEFF${hideNumber(lines.join('\r\n'), row.phone)}\r\n`;
}
