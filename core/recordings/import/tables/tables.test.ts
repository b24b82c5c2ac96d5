import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guessMapping } from '../cdr-headers.ts';
import { createRowReader, orderOf } from '../cdr-row.ts';
import { readCdrTable } from '../cdr-table.ts';
import { bareBiff, biff8, compoundFile, type Value } from './test-xls.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(dir, { recursive: true }));
let made = 0;
const read = async (content: string | Uint8Array, name = 'x.xls') => {
  const path = join(dir, `${made++}-${name}`);
  writeFileSync(path, content);
  return readCdrTable(path);
};
const calls = async (content: string | Uint8Array, name?: string) => {
  const table = await read(content, name);
  const cells = table.rows.map((row) => row.cells);
  const mapping = table.guessed ?? guessMapping(table.headers);
  const reader = createRowReader(table.headers, mapping, orderOf(mapping, cells), 'Asia/Shanghai');
  return cells.map((row) => {
    const result = reader(row);
    return 'row' in result ? result.row : result;
  });
};
const headers = ['录音文件名称', '坐席工号', '客户号码', '开始时间'];
const startedAt = Date.UTC(2026, 4, 6, 2, 7, 8);
const call = { fileKey: 'b1', agentNo: '0071', phone: '13655557777', startedAt };
/** 6 May 2026, 10:07:08. */
const days = 46148 + (10 * 3600 + 7 * 60 + 8) / 86_400;
const book: Value[][] = [headers, ['b1.wav', 71, 13655557777, { days }]];

describe('old workbooks', () => {
  it('give texts over record ends, whole numbers, formats of zeros and dates', async () => {
    expect(await calls(compoundFile('Workbook', biff8([{ name: '五月', rows: book }])))).toMatchObject([call]);
  });
  it('give what formulas resulted in', async () => {
    const rows = [headers, [{ formula: 'b1.wav' }, 71, '13655557777', '2026-05-06 10:07:08']];
    expect(await calls(compoundFile('Workbook', biff8([{ name: 'a', rows }])))).toMatchObject([call]);
  });
  it('give all their sheets, each row with its place, and name those that hold no calls', async () => {
    const notes = [
      ['导出说明', '仅供内部使用'],
      ['导出人', '王倩'],
    ];
    const sheets = [
      { name: '说明', rows: notes },
      { name: '一', rows: book },
      { name: '二', rows: book },
    ];
    const table = await read(compoundFile('Workbook', biff8(sheets)));
    expect(table.rows.map(({ sheet, line }) => [sheet, line])).toEqual([
      ['一', 2],
      ['二', 2],
    ]);
    expect(table.leftSheets).toEqual([{ name: '说明', rows: 2 }]);
  });
  it.each(['utf-8', 'gbk'] as const)('may be bare records of a script, in %s', async (encoding) => {
    const gbk = {
      录音文件名称: 'c2bcd2f4cec4bcfec3fbb3c6',
      坐席工号: 'd7f8cfafb9a4bac5',
      客户号码: 'bfcdbba7bac5c2eb',
      开始时间: 'bfaacabccab1bce4',
    };
    const text = (value: string) =>
      encoding === 'gbk'
        ? Buffer.from(gbk[value as keyof typeof gbk] ?? Buffer.from(value).toString('hex'), 'hex')
        : Buffer.from(value);
    const rows = [headers.map(text), [text('b1.wav'), text('0071'), 13655557777, text('2026-05-06 10:07:08')]];
    expect(await calls(bareBiff(rows))).toMatchObject([call]);
  });
  it.each([
    ['old', compoundFile('Workbook', biff8([{ name: 'a', rows: book }], { encrypted: true }))],
    ['new', compoundFile('EncryptedPackage', Buffer.alloc(5000, 7))],
  ])('that are encrypted, %s ones, are named so', async (_kind, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'CDR_ENCRYPTED' });
  });
  it('whose sectors lead in a circle, or that stop anywhere, are refused and never hang', async () => {
    const whole = compoundFile('Workbook', biff8([{ name: 'a', rows: book }]));
    const circle = Buffer.from(whole);
    circle.writeUInt32LE(2, 512 + 4 * 9);
    for (const bytes of [circle, ...[20, 511, 600, 1300, 1800, 2200].map((end) => whole.subarray(0, end))])
      await read(bytes).then(
        (table) => expect(table.rows.length).toBeLessThan(3),
        (error) => expect(error).toMatchObject({ code: 'CDR_UNREADABLE' }),
      );
  });
});

describe('what is only called .xls', () => {
  const cell = (text: string) => `<td class=xl24>${text}</td>`;
  it('may be a web page, with cells that reach over rows', async () => {
    const page = `<html><meta charset="utf-8"><table><tr><td colspan=4><b>通话&nbsp;清单</b></td></tr><tr>${headers.map(cell).join('')}</tr>
      <tr>${cell('b1.wav')}<td rowspan="2">0071</td>${cell('136&#53;5557777')}${cell('2026-05-06<br>10:07:08')}</tr>
      <tr>${cell('b2.wav')}${cell('13655557778')}${cell('2026-05-06 10:07:08')}</tr></table>`;
    expect(await calls(page)).toMatchObject([call, { ...call, fileKey: 'b2', phone: '13655557778' }]);
  });
  it('may be a web page without a closing tag anywhere', async () => {
    const page = `<TABLE><TR>${headers.map((header) => `<TH>${header}`).join('')}<TR><TD>b1.wav<TD>0071<TD>13655557777<TD>2026/5/6 10:07:08`;
    expect(await calls(page)).toMatchObject([call]);
  });
  it('may be a table of tabs, in UTF-16 as Excel saves Unicode text', async () => {
    const text = `${headers.join('\t')}\r\nb1.wav\t0071\t13655557777\t2026-05-06 10:07:08\r\n`;
    expect(await calls(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject([call]);
    expect(await calls(Buffer.from(text, 'utf16le'))).toMatchObject([call]);
  });
  it('may be an XML workbook, with places left out and dates as instants', async () => {
    const xml = `<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="A &amp; B"><ss:Table>
      <ss:Row>${[...headers, '通话时长'].map((text) => `<ss:Cell><ss:Data ss:Type="String">${text}</ss:Data></ss:Cell>`).join('')}</ss:Row>
      <ss:Row ss:Index="5"><ss:Cell><ss:Data ss:Type="String">b1.wav</ss:Data></ss:Cell><ss:Cell ss:Index="3"><ss:Data ss:Type="Number">13655557777</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="DateTime">2026-05-06T10:07:08.000</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="DateTime">1899-12-31T00:01:27.000</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>`;
    expect(await calls(xml)).toMatchObject([{ ...call, agentNo: null, talkSeconds: 87 }]);
    expect((await read(xml)).rows[0]?.line).toBe(5);
  });
  it('may be Taiwan’s text, whose bytes are as good in the mainland’s encoding', async () => {
    const big5 = Buffer.from('bffdadb5c0c9a657', 'hex');
    const agent = Buffer.from('abc8aa41a475b8b9', 'hex');
    const row = Buffer.concat([big5, Buffer.from(','), agent, Buffer.from('\r\nb1.wav,0071\r\n')]);
    const table = await read(row, 'x.csv');
    expect(table).toMatchObject({ encoding: 'big5', headers: ['錄音檔名', '客服工號'] });
  });
});

describe('new workbooks', () => {
  it('join sheets whose columns stand in another order, or that go on without a header', async () => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet('1日').addRows([headers, ['b1.wav', '0071', '13655557777', '2026-05-06 10:07:08']]);
    workbook.addWorksheet('2日').addRows([
      [headers[3], '班组', headers[0], headers[1]],
      ['2026-05-07 10:07:08', '一组', 'b2.wav', '0072'],
    ]);
    workbook.addWorksheet('3日').addRows([['b3.wav', '0073', '13655557779', '2026-05-08 10:07:08']]);
    workbook.addWorksheet('空');
    const rows = await calls(Buffer.from(await workbook.xlsx.writeBuffer()), 'y.xlsx');
    expect(rows).toMatchObject([
      call,
      { fileKey: 'b2', agentNo: '0072', team: '一组', phone: null, startedAt: startedAt + 86_400_000 },
      { fileKey: 'b3', agentNo: '0073', phone: '13655557779', startedAt: startedAt + 2 * 86_400_000 },
    ]);
  });
});

describe('tables without a header', () => {
  it('have the columns that their values show', async () => {
    const rows = await calls(
      '2026-05-06 10:07:08,0071,张敏,13655557777,呼入,00:01:27,b1.wav\n2026-05-06 10:09:08,0072,李强,13655557778,呼出,00:00:09,b2.wav\n',
      'z.csv',
    );
    expect(rows).toMatchObject([
      { ...call, agentName: '张敏', direction: 'inbound', talkSeconds: 87 },
      { fileKey: 'b2', agentNo: '0072', direction: 'outbound', talkSeconds: 9 },
    ]);
  });
  it('tell caller and callee where customers and agents change places', async () => {
    const rows = await calls('13655557777,0071,2026-05-06 10:07:08\n0072,13655557778,2026-05-06 10:07:08\n', 'z.csv');
    expect(rows).toMatchObject([
      { agentNo: '0071', phone: '13655557777', direction: 'inbound' },
      { agentNo: '0072', phone: '13655557778', direction: 'outbound' },
    ]);
  });
  it('of Asterisk are known by their shape, and the channel names the agent where a queue was dialled', async () => {
    const row = (dst: string, channel: string, how: string) =>
      `"","13655557777","${dst}","ext-queues","x","PJSIP/trunk-1","${channel}","Queue","t","2026-05-06 10:07:08","","2026-05-06 10:08:08",60,50,"${how}","DOCUMENTATION","1778033228.7",""`;
    expect(
      await calls(
        `${row('600', 'PJSIP/0071-00000a', 'ANSWERED')}\n${row('0072', 'PJSIP/0072-00000b', 'NO ANSWER')}\n`,
        'Master.csv',
      ),
    ).toMatchObject([
      { agentNo: '0071', phone: '13655557777', answered: true, callId: '1778033228.7', startedAt },
      { agentNo: '0072', answered: false },
    ]);
  });
});
