/**
 * Streams of an OLE compound file ([MS-CFB]), in which old workbooks and encrypted new ones are kept. The file comes
 * from outside: every chain of sectors ends at the latest when it is longer than the file.
 */

export const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const endOfChain = 0xffff_fffa;
const entryBytes = 128;

interface Entry {
  name: string;
  kind: number;
  start: number;
  size: number;
}

export class OleFile {
  private readonly bytes: Buffer;
  private readonly sectorBytes: number;
  private readonly fat: Uint32Array;
  private readonly entries: Entry[];

  /** @throws Error when the bytes are no compound file */
  constructor(bytes: Buffer) {
    if (!bytes.subarray(0, 8).equals(oleSignature) || bytes.length < 512) throw new Error('no compound file');
    this.bytes = bytes;
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new Error('unknown sector size');
    this.sectorBytes = 1 << shift;
    this.fat = this.readFat();
    this.entries = this.readEntries();
  }

  /** The stream's bytes, or null when there is none of this name. */
  stream(name: string): Buffer | null {
    const entry = this.entries.find((one) => one.kind === 2 && one.name.toLowerCase() === name.toLowerCase());
    if (!entry) return null;
    const small = entry.size < this.bytes.readUInt32LE(56);
    return (small ? this.smallChain(entry.start) : this.chain(entry.start)).subarray(0, entry.size);
  }

  has(name: string): boolean {
    return this.entries.some((one) => one.name.toLowerCase() === name.toLowerCase());
  }

  private sector(index: number): Buffer {
    const from = (index + 1) * this.sectorBytes;
    return this.bytes.subarray(from, from + this.sectorBytes);
  }

  private readFat(): Uint32Array {
    const most = Math.ceil(this.bytes.length / this.sectorBytes);
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(this.bytes.readUInt32LE(at));
    let next = this.bytes.readUInt32LE(68);
    for (let count = 0; next < endOfChain && count < most; count++) {
      const table = words(this.sector(next));
      places.push(...table.subarray(0, -1));
      next = table.at(-1) ?? endOfChain;
    }
    const sectors = places.filter((place) => place < most).slice(0, most);
    return words(Buffer.concat(sectors.map((place) => this.sector(place))));
  }

  private readEntries(): Entry[] {
    const folder = this.chain(this.bytes.readUInt32LE(48));
    return Array.from({ length: Math.floor(folder.length / entryBytes) }, (_, index) => {
      const entry = folder.subarray(index * entryBytes, (index + 1) * entryBytes);
      const nameBytes = Math.min(64, Math.max(2, entry.readUInt16LE(64)));
      return {
        name: entry.toString('utf16le', 0, nameBytes - 2),
        kind: entry[66]!,
        start: entry.readUInt32LE(116),
        size: entry.readUInt32LE(120),
      };
    });
  }

  private chain(start: number): Buffer {
    const parts: Buffer[] = [];
    for (let at = start; at < this.fat.length && parts.length < this.fat.length; at = this.fat[at]!)
      parts.push(this.sector(at));
    return Buffer.concat(parts);
  }

  /** Streams below the cut-off lie in pieces of 64 bytes in the root's own stream. */
  private smallChain(start: number): Buffer {
    const root = this.entries.find((one) => one.kind === 5);
    const pieces = root ? this.chain(root.start) : Buffer.alloc(0);
    const pieceBytes = 1 << this.bytes.readUInt16LE(32);
    const table = words(this.chain(this.bytes.readUInt32LE(60)));
    const parts: Buffer[] = [];
    for (let at = start; at < table.length && parts.length < table.length; at = table[at]!)
      parts.push(pieces.subarray(at * pieceBytes, (at + 1) * pieceBytes));
    return Buffer.concat(parts);
  }
}

function words(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}
