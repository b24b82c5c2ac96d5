/** Old workbooks for tests, written record by record from the published format, not by the reader's code. */

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
export const record = (type: number, ...data: Buffer[]): Buffer => {
  const body = Buffer.concat(data);
  return Buffer.concat([u16(type, body.length), body]);
};
const wide = (text: string) => Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')]);
const double = (value: number) => Buffer.from(Float64Array.of(value).buffer);

export type Value = string | number | { days: number } | { formula: string };
interface Sheet8 {
  name: string;
  rows: Value[][];
}

/** Workbook stream of BIFF8. Every shared string of more than four characters is cut in two by a CONTINUE record. */
export function biff8(sheets: readonly Sheet8[], options: { encrypted?: boolean } = {}): Buffer {
  const strings = [...new Set(sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string')))];
  const bof = (kind: number) => record(0x809, u16(0x600, kind, 0, 0), u32(0), u32(6));
  const sst: Buffer[] = [];
  let open = Buffer.concat([u32(strings.length), u32(strings.length)]);
  for (const text of strings) {
    open = Buffer.concat([open, u16(text.length)]);
    if (text.length <= 4) open = Buffer.concat([open, wide(text)]);
    else {
      sst.push(record(sst.length === 0 ? 0xfc : 0x3c, open, wide(text.slice(0, 2))));
      open = wide(text.slice(2));
    }
  }
  sst.push(record(sst.length === 0 ? 0xfc : 0x3c, open));
  const bodies = sheets.map(({ rows }) =>
    Buffer.concat([
      bof(0x10),
      ...rows.flatMap((row, r) => row.map((cell, c) => cell8(cell, r, c, strings))),
      record(0x0a),
    ]),
  );
  const globals = (places: number[]) =>
    Buffer.concat([
      bof(5),
      ...(options.encrypted ? [record(0x2f, u16(1, 1, 1), Buffer.alloc(48))] : []),
      record(0x22, u16(0)),
      record(0x41e, u16(164, 4), Buffer.concat([Buffer.from([0]), Buffer.from('0000')])),
      record(0xe0, u16(0, 0), Buffer.alloc(16)),
      record(0xe0, u16(0, 22), Buffer.alloc(16)),
      record(0xe0, u16(0, 164), Buffer.alloc(16)),
      ...sheets.map(({ name }, index) =>
        record(0x85, u32(places[index]!), u16(0), Buffer.from([name.length]), wide(name)),
      ),
      ...sst,
      record(0x0a),
    ]);
  const first = globals(sheets.map(() => 0)).length;
  const places = bodies.map((_, index) => first + Buffer.concat(bodies.slice(0, index)).length);
  return Buffer.concat([globals(places), ...bodies]);
}

function cell8(cell: Value, r: number, c: number, strings: string[]): Buffer {
  if (typeof cell === 'string') return record(0xfd, u16(r, c, 0), u32(strings.indexOf(cell)));
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell < 2 ** 29
      ? record(0x27e, u16(r, c, 2), u32(((cell << 2) | 2) >>> 0))
      : record(0x203, u16(r, c, 0), double(cell));
  if ('days' in cell) return record(0x203, u16(r, c, 1), double(cell.days));
  const result = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
  return Buffer.concat([
    record(0x06, u16(r, c, 0), result, Buffer.alloc(8)),
    record(0x207, u16(cell.formula.length), wide(cell.formula)),
  ]);
}

/** What small scripts write: no compound file, records of text in the page's own encoding. */
export function bareBiff(rows: readonly (Buffer | number)[][]): Buffer {
  const cells = rows.flatMap((row, r) =>
    row.map((cell, c) =>
      typeof cell === 'number'
        ? record(0x203, u16(r, c, 0), double(cell))
        : record(0x204, u16(r, c, 0, cell.length), cell),
    ),
  );
  return Buffer.concat([record(0x809, u16(0, 0x10, 0, 0)), ...cells, record(0x0a)]);
}

/** A compound file of one stream, in sectors of 512 bytes, never in the small ones. */
export function compoundFile(name: string, content: Buffer): Buffer {
  const data = Buffer.alloc(Math.max(4096, Math.ceil(content.length / 512) * 512));
  content.copy(data);
  const count = data.length / 512;
  const header = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  const fatSectors = Math.ceil((count + 2) / 127);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(fatSectors, 48);
  header.writeUInt32LE(4096, 56);
  header.fill(0xff, 60, 64);
  header.fill(0xff, 68, 72);
  header.fill(0xff, 76);
  const fat = Buffer.alloc(fatSectors * 512, 0xff);
  for (let at = 0; at < fatSectors; at++) {
    header.writeUInt32LE(at, 76 + at * 4);
    fat.writeUInt32LE(0xffff_fffd, at * 4);
  }
  fat.writeUInt32LE(0xffff_fffe, fatSectors * 4);
  for (let at = 0; at < count; at++)
    fat.writeUInt32LE(at === count - 1 ? 0xffff_fffe : fatSectors + 2 + at, (fatSectors + 1 + at) * 4);
  const entry = (title: string, kind: number, start: number, size: number, child: number) => {
    const bytes = Buffer.alloc(128);
    bytes.write(title, 0, 'utf16le');
    bytes.writeUInt16LE((title.length + 1) * 2, 64);
    bytes[66] = kind;
    bytes.fill(0xff, 68, 80);
    bytes.writeUInt32LE(child, 76);
    bytes.writeUInt32LE(start, 116);
    bytes.writeUInt32LE(size, 120);
    return bytes;
  };
  const folder = Buffer.concat([
    entry('Root Entry', 5, 0xffff_fffe, 0, 1),
    entry(name, 2, fatSectors + 1, Math.max(4096, content.length), 0xffff_ffff),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, fat, folder, data]);
}
