/** Walks through a Whisper model file without reading its weights: is it one, and is it whole? */
import { type FileHandle, open } from 'node:fs/promises';

/** Bytes per block and values per block of the tensor types that models come in. */
const blocks: Record<number, [bytes: number, values: number]> = {
  0: [4, 1],
  1: [2, 1],
  2: [18, 32],
  3: [20, 32],
  6: [22, 32],
  7: [24, 32],
  8: [34, 32],
  10: [84, 256],
  11: [110, 256],
  12: [144, 256],
  13: [176, 256],
  14: [210, 256],
  30: [2, 1],
};
const magic = 0x67676d6c;
/** No vocabulary and no tensor list is longer. */
const mostEntries = 1_000_000;

/** Why a file cannot be used, or null when it is whole. */
export type Damage = 'not-a-model' | 'truncated' | null;

export async function ggmlDamage(path: string): Promise<Damage> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const reader = createReader(file, size);
    try {
      if ((await reader.uint32()) !== magic) return 'not-a-model';
      for (let i = 0; i < 11; i++) await reader.uint32();
      const [mels, bins] = [await reader.uint32(), await reader.uint32()];
      if (mels > 1000 || bins > 10_000) return 'not-a-model';
      reader.skip(mels * bins * 4);
      const words = await reader.uint32();
      if (words > mostEntries) return 'not-a-model';
      for (let i = 0; i < words; i++) reader.skip(await reader.uint32());
      while (reader.position() < size) await skipTensor(reader);
      return reader.position() === size ? null : 'truncated';
    } catch (error) {
      if (error instanceof Ended) return 'truncated';
      if (error instanceof Nonsense) return 'not-a-model';
      throw error;
    }
  } finally {
    await file.close();
  }
}

class Ended extends Error {}
class Nonsense extends Error {}
type Reader = ReturnType<typeof createReader>;

async function skipTensor(reader: Reader): Promise<void> {
  const [dimensions, nameLength, type] = [await reader.uint32(), await reader.uint32(), await reader.uint32()];
  const block = blocks[type];
  if (dimensions > 4 || nameLength > 1000 || !block) throw new Nonsense();
  let values = 1;
  for (let i = 0; i < dimensions; i++) values *= await reader.uint32();
  reader.skip(nameLength + (values / block[1]) * block[0]);
}

/** Reads in pages: the vocabulary is many small pieces, the weights are skipped. */
function createReader(file: FileHandle, size: number) {
  const page = Buffer.alloc(1 << 16);
  let [from, held, position] = [0, 0, 0];
  return {
    position: () => position,
    skip(bytes: number) {
      position += bytes;
    },
    async uint32(): Promise<number> {
      if (position + 4 > size) throw new Ended();
      if (position < from || position + 4 > from + held) {
        from = position;
        held = (await file.read(page, 0, page.length, from)).bytesRead;
        if (held < 4) throw new Ended();
      }
      position += 4;
      return page.readUInt32LE(position - 4 - from);
    },
  };
}
