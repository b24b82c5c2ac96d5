/** Writes a SenseVoice model in ONNX format for tests: it holds nothing learned. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks that SenseVoice sets before the text: language, mood, kind of sound, spelling of figures. */
const marks = ['<|zh|>', '<|NEUTRAL|>', '<|Speech|>', '<|woitn|>'];

/** Frames of 60 ms: more than a minute. */
const longestUtterance = 1100;

/**
 * A folder with a model that says these characters once per utterance, whatever it hears.
 * @returns the folder
 */
export function writeTalkingSenseVoice(folder: string, characters: readonly string[]): string {
  const tokens = ['<blk>', ...marks, ...characters];
  // Between two characters a blank, as in CTC; blanks to the end of the longest utterance, so that nothing is read that the model does not hold.
  const said = [1, 2, 3, 4, ...characters.flatMap((_, index) => [0, 5 + index])];
  const frames = [...said, ...Array(longestUtterance - said.length).fill(0)];
  const logits = new Float32Array(frames.length * tokens.length);
  for (const [frame, token] of frames.entries()) logits[frame * tokens.length + token] = 10;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.onnx'), onnx(logits, [1, frames.length, tokens.length]));
  writeFileSync(join(folder, 'tokens.txt'), tokens.map((token, index) => `${token} ${index}\n`).join(''));
  return folder;
}

export const floatType = 1;
const int32Type = 6;

function onnx(constant: Float32Array, shape: number[]): Buffer {
  const features = 560;
  const settings = {
    vocab_size: shape[2]!,
    lfr_window_size: 7,
    lfr_window_shift: 6,
    normalize_samples: 0,
    with_itn: 14,
    without_itn: 15,
    lang_auto: 0,
    lang_zh: 3,
    lang_en: 4,
    lang_ja: 11,
    lang_ko: 12,
    lang_yue: 7,
    neg_mean: Array(features).fill(0).join(','),
    inv_stddev: Array(features).fill(1).join(','),
    model_type: 'sense_voice_ctc',
    comment: 'test',
  };
  return onnxModel(settings, [
    bytes(1, [bytes(1, text('constant')), bytes(2, text('logits')), bytes(4, text('Identity'))]),
    constantTensor('constant', constant, shape),
    bytes(11, value('x', floatType, [0, 0, features])),
    ...['x_length', 'language', 'text_norm'].map((name) => bytes(11, value(name, int32Type, [0]))),
    bytes(12, value('logits', floatType, shape)),
  ]);
}

/** @param graph fields of the graph but its name */
export function onnxModel(settings: Record<string, string | number>, graph: readonly Buffer[]): Buffer {
  const metadata = Object.entries(settings).map(([key, held]) =>
    bytes(14, [bytes(1, text(key)), bytes(2, text(String(held)))]),
  );
  const whole = Buffer.concat([bytes(2, text('test')), ...graph]);
  return Buffer.concat([number(1, 8), bytes(7, whole), bytes(8, [number(2, 13)]), ...metadata]);
}

export const constantTensor = (name: string, values: Float32Array, shape: readonly number[]): Buffer =>
  bytes(5, [
    ...shape.map((size) => number(1, size)),
    number(2, floatType),
    bytes(8, text(name)),
    bytes(9, Buffer.from(values.buffer)),
  ]);

/** A named tensor of the graph; 0 stands for a size that is known only when it runs. */
export function value(name: string, type: number, sizes: number[]): Buffer[] {
  const dimensions = sizes.map((size) => bytes(1, [size === 0 ? bytes(2, text('n')) : number(1, size)]));
  return [bytes(1, text(name)), bytes(2, [bytes(1, [number(1, type), bytes(2, dimensions)])])];
}

export const text = (content: string): Buffer => Buffer.from(content, 'utf8');

/** Protocol Buffers: a field that holds bytes, and one that holds a number. */
export function bytes(field: number, content: Buffer | Buffer[]): Buffer {
  const whole = Array.isArray(content) ? Buffer.concat(content) : content;
  return Buffer.concat([varint(field * 8 + 2), varint(whole.length), whole]);
}
export const number = (field: number, held: number): Buffer => Buffer.concat([varint(field * 8), varint(held)]);

function varint(held: number): Buffer {
  const out: number[] = [];
  let rest = held;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
  return Buffer.from([...out, rest]);
}
