/** A transcript as a document to read and print: whose call it was, and a table of time, speaker and words. */
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Language, Speaker } from '../contract/index.ts';
import type { Sentence } from './sentence.ts';
import { formatTime } from './timestamps.ts';

const words = {
  zh: {
    title: '通话转写',
    headings: ['时间', '说话人', '内容'],
    speakers: { agent: '坐席', customer: '客户', unknown: '未知' },
    note: '客户的电话、证件和卡号已隐藏。仅供内部使用。',
  },
  en: {
    title: 'Call transcript',
    headings: ['Time', 'Speaker', 'Words'],
    speakers: { agent: 'Agent', customer: 'Customer', unknown: 'Unknown' },
    note: 'Customers’ phone, identity and card numbers are hidden. For internal use only.',
  },
} as const satisfies Record<Language, { speakers: Record<Speaker, string> } & Record<string, unknown>>;

/** Twentieths of a point: an A4 page is 9,638 wide between margins of 2 cm. */
const pageMargin = 1134;
const widths = [1400, 1200, 7038];
const colours: Record<Speaker, string> = { agent: '0F5C63', customer: '5B3B8C', unknown: '555555' };
const rule = { style: 'single', size: 4, color: 'D9D5CC' } as const;
const noRule = { style: 'none', size: 0, color: 'auto' } as const;

/**
 * @param about lines below the title: agent, time, masked number
 * @param sentences as they are to be read: what must be hidden is hidden already
 */
export async function writeDocx(
  about: readonly string[],
  sentences: readonly Sentence[],
  language: Language,
): Promise<Uint8Array> {
  const { title, headings, speakers, note } = words[language];
  const hours = sentences.some(({ start }) => start >= 3600);
  const head = headings.map((text, column) => cell(column, text, { bold: true }, 'F3F1EC'));
  const rows = sentences.map(({ speaker, start, text }) => {
    const clock = formatTime(start, '.').slice(hours ? 0 : 3, 8);
    const who = { bold: true, color: colours[speaker] };
    const cells = [cell(0, clock, { color: '555555' }), cell(1, speakers[speaker], who), cell(2, text, {})];
    return new TableRow({ cantSplit: true, children: cells });
  });
  const document = new Document({
    title,
    creator: '听鉴 Tingjian',
    styles: {
      default: {
        document: { run: { size: 21, font: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei' } } },
      },
    },
    sections: [
      {
        properties: {
          page: { margin: { top: pageMargin, bottom: pageMargin, left: pageMargin, right: pageMargin } },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: title, bold: true, size: 32 })] }),
          ...about.map((line) => new Paragraph(printable(line))),
          new Paragraph({
            spacing: { before: 60, after: 200 },
            children: [new TextRun({ text: note, size: 18, color: '555555' })],
          }),
          new Table({
            columnWidths: widths,
            width: { size: 100, type: 'pct' },
            borders: {
              top: rule,
              bottom: rule,
              left: noRule,
              right: noRule,
              insideVertical: noRule,
              insideHorizontal: rule,
            },
            rows: [new TableRow({ tableHeader: true, children: head }), ...rows],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function cell(column: number, text: string, look: { bold?: boolean; color?: string }, fill?: string): TableCell {
  return new TableCell({
    width: { size: widths[column]!, type: 'dxa' },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(fill ? { shading: { type: 'clear', fill } } : {}),
    children: [new Paragraph({ children: [new TextRun({ text: printable(text), ...look })] })],
  });
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 18, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });

/** XML knows no control characters, no halves of pairs and no U+FFFE; names come from outside. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .trim();
