import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplesDir } from '../../test-support/test-core.ts';
import { guessMapping } from './cdr-headers.ts';
import { createRowReader, orderOf } from './cdr-row.ts';
import { readCdrTable } from './cdr-table.ts';
import { readXlsx } from './tables/xlsx.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cdr-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const rowsOf = async (path: string) => {
  const table = await readCdrTable(path);
  const mapping = guessMapping(table.headers);
  const cells = table.rows.map((row) => row.cells);
  const read = createRowReader(table.headers, mapping, orderOf(mapping, cells), 'Asia/Shanghai');
  return table.rows.map((row) => read(row.cells));
};
const chinese = '工号,客户号码,开始时间\n8012,13800138001,2026-03-02 09:15:03\n';

describe('call-record files', () => {
  it('in GB18030 are recognised without being told', async () => {
    const table = await readCdrTable(join(samplesDir, 'cdr.csv'));
    expect(table.encoding).toBe('gb18030');
    expect(table.headers[0]).toBe('录音文件');
    expect(table.rows).toHaveLength(10);
  });
  it('show by their text that a wrong encoding was asked for', async () => {
    const table = await readCdrTable(join(samplesDir, 'cdr.csv'), 'utf-8');
    expect(table.headers[0]).toContain('\ufffd');
  });
  it.each([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8', Buffer.from(`\ufeff${chinese}`)],
    ['utf-16le', Buffer.from(`\ufeff${chinese}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${chinese}`, 'utf16le').swap16()],
  ] as const)('in %s keep their headers whole', async (encoding, bytes) => {
    expect(await readCdrTable(file('e.csv', bytes))).toMatchObject({
      encoding,
      headers: ['工号', '客户号码', '开始时间'],
    });
  });
  it.each([
    [
      'a group above its columns',
      '录音文件,坐席,,客户号码,开始\n,工号,姓名,,时间\na.wav,8031,李芳,13900001111,2026-03-02 09:15:03\n',
    ],
    [
      'groups above columns that are named in full',
      '录音,坐席信息,,客户信息,时间信息\n录音文件,坐席工号,坐席姓名,客户号码,开始时间\na.wav,8031,李芳,13900001111,2026-03-02 09:15:03\n',
    ],
  ])('may have headers in two rows: %s', async (_kind, text) => {
    const [row] = await rowsOf(file('two.csv', text));
    expect(row).toMatchObject({
      row: {
        file: 'a.wav',
        agentNo: '8031',
        agentName: '李芳',
        phone: '13900001111',
        startedAt: Date.UTC(2026, 2, 2, 1, 15, 3),
      },
    });
  });
  it('in UTF-16 of either order need no mark, and Big5 is told from GB18030', async () => {
    for (const bytes of [Buffer.from(chinese, 'utf16le'), Buffer.from(chinese, 'utf16le').swap16()])
      expect((await readCdrTable(file('wide.csv', bytes))).headers).toEqual(['工号', '客户号码', '开始时间']);
  });
  it.each([
    ['13900001111', '4001234567', 'inbound', '13900001111'],
    ['95588', '13900001111', 'outbound', '13900001111'],
    ['4001234567', '95588', null, null],
  ])("of a call between %s and %s know which is the company's number", async (caller, callee, direction, phone) => {
    const [row] = await rowsOf(file('two.csv', `录音文件,主叫号码,被叫号码\na.wav,${caller},${callee}\n`));
    expect(row).toMatchObject({ row: { direction, phone } });
  });
  it('without a header are known by the name of the call that a column bears', async () => {
    const table = await readCdrTable(
      file(
        'Master.csv',
        '"x","13900001111","8031","public","2026-03-02 09:15:03","c60a1f09-ce61-47d3-a806-000000000001"\n',
      ),
    );
    expect(table.guessed).toMatchObject({ phone: 1, agentId: 2, startedAt: 4, callId: 5 });
  });
  it.each([';', '\t', '|'])('may part cells with %j', async (mark) => {
    const table = await readCdrTable(file('d.csv', chinese.replaceAll(',', mark)));
    expect(table.rows[0]?.cells).toEqual(['8012', '13800138001', '2026-03-02 09:15:03']);
  });
  it('may open with a title, and keep the row numbers of the file', async () => {
    const table = await readCdrTable(file('t.csv', `通话记录,,\n\n${chinese}`));
    expect(table.headers[0]).toBe('工号');
    expect(table.rows[0]?.line).toBe(4);
  });
  it.each([
    ['empty.csv', '', 'FILE_EMPTY'],
    ['blank.csv', '\n\n', 'CDR_UNREADABLE'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'CDR_UNREADABLE'],
    ['broken.xlsx', Buffer.from('PK\u0003\u0004 not a zip at all'), 'CDR_UNREADABLE'],
  ])('%s is refused by name', async (name, content, code) => {
    await expect(readCdrTable(file(name, content))).rejects.toMatchObject({ code });
  });
  it('that are not there are named', async () => {
    await expect(readCdrTable(join(dir, 'nowhere.csv'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});

describe('workbooks', () => {
  it('give dates, serial numbers, durations and numbers stored as numbers', async () => {
    const book = new excel.Workbook();
    const sheet = book.addWorksheet('话单');
    sheet.addRow(['坐席工号', '客户号码', '开始时间', '通话时长', '挂机方', '呼叫方向']);
    sheet.addRow(['0812', 13800138001, new Date(Date.UTC(2026, 2, 2, 9, 15, 3)), 87 / 86_400, '被叫', '呼入']);
    sheet.addRow([
      8013,
      '13800138002',
      46083.385451388887,
      87,
      { richText: [{ text: '客' }, { text: '户' }] },
      { formula: '1+0', result: '呼出' },
    ]);
    sheet.getCell('C2').numFmt = 'yyyy-mm-dd hh:mm:ss';
    sheet.getCell('D2').numFmt = '[h]:mm:ss';
    const path = join(dir, 'book.xlsx');
    await book.xlsx.writeFile(path);
    const call = { startedAt: Date.UTC(2026, 2, 2, 1, 15, 3), talkSeconds: 87 };
    expect(await rowsOf(path)).toMatchObject([
      { row: { ...call, agentNo: '0812', phone: '13800138001', hangupBy: 'agent', direction: 'inbound' } },
      { row: { ...call, agentNo: '8013', phone: '13800138002', hangupBy: 'customer', direction: 'outbound' } },
    ]);
  });
  it('that unpack to more than is allowed are refused, whatever their directory says', async () => {
    const path = file('bomb.xlsx', zipSync({ 'xl/sharedStrings.xml': new Uint8Array(5_000_000) }));
    await expect(readXlsx(path, { unpackedBytes: 1_000_000, rows: 10, columns: 10 })).rejects.toThrow(
      'unpacks to more',
    );
  });
});

describe('rows', () => {
  const rows = async (text: string) => rowsOf(file('r.csv', text));
  it('find customer, direction and agent between caller and callee', async () => {
    expect(
      await rows(
        'calldate,src,dst,billsec,recordingfile\n2026-03-02 09:15:03,13800138001,8012,87,in.wav\n2026-03-02 09:15:03,8012,013800138001,87,out.wav\n',
      ),
    ).toMatchObject([
      { row: { direction: 'inbound', phone: '13800138001', agentNo: '8012', fileKey: 'in' } },
      { row: { direction: 'outbound', phone: '13800138001', agentNo: '8012', fileKey: 'out' } },
    ]);
  });
  it('do not take the hotline for an agent', async () => {
    expect(await rows('主叫,被叫,录音文件\n13800138001,95588,a.wav\n')).toMatchObject([
      { row: { agentNo: null, phone: '13800138001' } },
    ]);
  });
  it.each([
    ['张敏(8012)', '8012', '张敏'],
    ['8012/张敏', '8012', '张敏'],
    ['8012 - 张敏', '8012', '张敏'],
    ['SIP/8012', '8012', null],
    ['张敏', null, '张敏'],
    ['０８１２', '0812', null],
    ['A8012', 'A8012', null],
  ])('read agent %s', async (cell, agentNo, agentName) => {
    expect(await rows(`坐席,录音文件\n${cell},a.wav\n`)).toMatchObject([{ row: { agentNo, agentName } }]);
  });
  it('join a date and a time of day kept in two columns', async () => {
    expect(await rows('日期,开始时间,工号\n2026-03-02,09:15:03,8012\n')).toMatchObject([
      { row: { startedAt: Date.UTC(2026, 2, 2, 1, 15, 3) } },
    ]);
  });
  it('take the base name out of paths and addresses', async () => {
    expect(
      await rows('录音文件\nD:\\rec\\2026\\A%20b.WAV\nhttp://pbx/rec/%E5%91%BC.wav?x=1\n"$(x) \'q\'.wav"\n'),
    ).toMatchObject([
      { row: { fileKey: 'a%20b', folder: 'd:/rec/2026' } },
      { row: { fileKey: '呼' } },
      { row: { fileKey: "$(x) 'q'" } },
    ]);
  });
  it('without any way to a recording say why', async () => {
    const [first, second, third] = await rows('开始时间,工号\n昨天,8012\n,8012\n2026-03-02 09:15:03,8012\n');
    expect(first).toMatchObject({ problem: { en: expect.stringContaining('start time') } });
    expect(second).toMatchObject({ problem: { en: expect.stringContaining('Neither') } });
    expect(third).toHaveProperty('row');
  });
  it('lose a number that a spreadsheet has already cut', async () => {
    expect(await rows('录音文件,客户号码\na.wav,1.38E+10\n')).toMatchObject([{ row: { phone: null } }]);
  });
});
