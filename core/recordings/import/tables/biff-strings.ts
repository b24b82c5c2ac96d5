/** Strings of old workbooks: unicode ones of BIFF8, which may go on in the next record, and bytes of older ones. */
import { detectEncoding } from '../../../text/decode-text.ts';

/** Reads on over the end of a record into those that continue it. */
export class RecordReader {
  private readonly parts: readonly Buffer[];
  private part = 0;
  private at = 0;

  constructor(parts: readonly Buffer[]) {
    this.parts = parts;
  }

  get done(): boolean {
    this.turn();
    return this.part >= this.parts.length;
  }

  u8(): number {
    this.turn();
    const byte = this.parts[this.part]?.[this.at];
    if (byte === undefined) throw new Error('record ends early');
    this.at += 1;
    return byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      this.turn();
      const here = this.parts[this.part];
      if (!here) throw new Error('record ends early');
      const step = Math.min(left, here.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** A unicode string whose length in characters was read already. */
  unicode(length: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    let text = '';
    let wide = (flags & 1) === 1;
    for (let left = length; left > 0; ) {
      if (this.at >= (this.parts[this.part]?.length ?? 0)) {
        this.turn();
        // What continues a string says anew how wide its characters are.
        wide = (this.u8() & 1) === 1;
      }
      const here = this.parts[this.part];
      if (!here) throw new Error('record ends early');
      const size = wide ? 2 : 1;
      const take = Math.min(left, Math.floor((here.length - this.at) / size));
      if (take === 0) throw new Error('character cut in half');
      text += here.toString(wide ? 'utf16le' : 'latin1', this.at, this.at + take * size);
      this.at += take * size;
      left -= take;
    }
    this.skip(runs * 4 + extra);
    return text;
  }

  private turn(): void {
    while (this.part < this.parts.length && this.at >= this.parts[this.part]!.length) {
      this.part += 1;
      this.at = 0;
    }
  }
}

const codePages: Record<number, string> = {
  936: 'gb18030',
  950: 'big5',
  1252: 'windows-1252',
  932: 'shift_jis',
  949: 'euc-kr',
};

/** @param codePage as the workbook names it; scripts name none, or a wrong one, and write what their page used */
export function decodeBytes(bytes: Buffer, codePage: number | null): string {
  const named = codePage === null || codePage === 1252 ? undefined : codePages[codePage];
  return new TextDecoder(named ?? detectEncoding(bytes)).decode(bytes);
}
