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

export interface ClipExportOptions {
  /** The caller's folder; undefined = the library's exports. */
  dir: string | undefined;
  language: Language;
  zone: string;
  /** Called after each clip. @param count clips so far */
  done?: (count: number) => void;
}

/**
 * Two files per clip, `20260302_8012_24.14 等待_0105.wav` and the same as `.txt`. The customer's number is in
 * neither name nor text.
 * @throws DomainError RECORDING_FILE_MISSING, OUTPUT_NOT_WRITABLE, DISK_FULL, CANCELLED and what cutting may throw
 */
export async function exportClips(
  context: CoreContext,
  clips: readonly ClipToExport[],
  options: ClipExportOptions,
  signal: AbortSignal | undefined,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const write = (name: string, fill: (path: string) => Promise<unknown>) =>
    writeOutput(context.dirs, options.dir, name, async (target) => {
      await fill(target);
    });
  for (const { base, cut, text } of await namedClips(context, clips, options)) {
    files.push(await write(safeFileName(base, '.wav'), (outPath) => cut(outPath, signal)));
    files.push(await write(safeFileName(base, '.txt'), async (target) => writeFile(target, await text())));
    options.done?.(files.length / 2);
  }
  return files;
}

/** A clip with its name in the export, and the ways to its sound and words. */
export interface NamedClip {
  /** Without extension; of no other clip of this export. */
  base: string;
  cut(outPath: string, signal: AbortSignal | undefined): Promise<unknown>;
  text(): Promise<string>;
}

/** @throws DomainError RECORDING_FILE_MISSING before anything is written: no half of an export is left */
export async function namedClips(
  context: CoreContext,
  clips: readonly ClipToExport[],
  options: ClipExportOptions,
): Promise<NamedClip[]> {
  for (const { row } of clips) await checkPresent(row);
  const taken = new Set<string>();
  return clips.map((clip) => {
    const { path, startMs, endMs } = clip.row;
    const span = { start: startMs / 1000, end: endMs / 1000 };
    return {
      base: freeName(fileBase(clip, options), taken),
      cut: (outPath, signal) => context.media.cut({ path, span, outPath }, signal),
      text: () => clipSheet(context, clip, options),
    };
  });
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
