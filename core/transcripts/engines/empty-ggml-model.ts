/** An empty Whisper model in ggml format: enough to run every kernel of whisper.cpp, and nothing learned. */

/** Sizes of the multilingual models' vocabulary, and the smallest body that whisper.cpp takes. */
export const vocabulary = 51_865;
export const layers = 4;
export const width = 32;

/**
 * The parts that whisper.cpp reads before any tensor: header, mel filters, vocabulary. It takes a file that ends
 * here for an empty model, which is there for tests.
 * @param words the first entries of the vocabulary; a space must follow, which whisper.cpp looks up
 */
export function emptyModel(words: readonly string[] = []): Buffer {
  const header = [vocabulary, 1500, width, 1, layers, 448, width, 1, layers, 80, 1];
  const filters = Buffer.alloc(80 * 201 * 4);
  const known = [...words, ' '].map((word) => Buffer.from(word, 'utf8'));
  return Buffer.concat([
    Buffer.from('lmgg'),
    int32(...header),
    int32(80, 201),
    filters,
    int32(known.length),
    ...known.flatMap((word) => [int32(word.length), word]),
  ]);
}

export function int32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value, 4 * index);
  return bytes;
}
