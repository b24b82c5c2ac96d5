/** An empty Whisper model in ggml format: enough to run every kernel of whisper.cpp, and nothing learned. */

/** Of the multilingual models. */
export const vocabulary = 51_865;
export interface Shape {
  layers: number;
  width: number;
  heads: number;
  /** Steps of 20 ms that are heard at once. */
  hearing: number;
}
/** The smallest body that whisper.cpp takes: hears two seconds of a window, in no time. */
export const smallest: Shape = { layers: 4, width: 32, heads: 1, hearing: 100 };

/**
 * The parts that whisper.cpp reads before any tensor: header, mel filters, vocabulary. It takes a file that ends
 * here for an empty model, which is there for tests.
 * @param words the first entries of the vocabulary; a space must follow, which whisper.cpp looks up
 */
export function emptyModel(words: readonly string[] = [], { layers, width, heads, hearing } = smallest): Buffer {
  const header = [vocabulary, hearing, width, heads, layers, 448, width, heads, layers, 80, 1];
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
