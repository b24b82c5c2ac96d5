/** Writes Whisper models in ggml format that talk, for tests: none holds anything learned. */
import { writeFileSync } from 'node:fs';
import { emptyModel, int32, type Shape, smallest, vocabulary } from './empty-ggml-model.ts';

const [endOfText, transcribe, firstTime] = [50_257, 50_359, 50_364];

/**
 * A model that says these words in so many seconds, again and again, whatever it hears: silence, music or speech. One token leads to the
 * next by the first layer's feed-forward part; everything else passes through.
 */
export function talkingModel(words: readonly string[], shape: Shape = smallest, seconds = 1): Buffer {
  const { layers, width, hearing } = shape;
  const chain = [transcribe, firstTime, ...words.map((_, index) => index), firstTime + seconds * 50, endOfText];
  // Each token of the chain has a dimension of its own.
  const dimension = new Map(chain.map((token, index) => [token, index]));
  if (dimension.size >= width) throw new Error('too many words');
  const tensors: Buffer[] = [];
  const add = (name: string, shape: number[], half: boolean, fill?: (values: Float16Array | Float32Array) => void) => {
    const length = shape.reduce((product, size) => product * size, 1);
    const values = half ? new Float16Array(length) : new Float32Array(length);
    fill?.(values);
    const title = Buffer.from(name);
    tensors.push(int32(shape.length, title.length, half ? 1 : 0), int32(...shape), title, Buffer.from(values.buffer));
  };
  const weight = (name: string, from: number, to: number, fill?: (values: Float16Array | Float32Array) => void) =>
    add(`${name}.weight`, [from, to], true, fill);
  const bias = (name: string, size = width) => add(`${name}.bias`, [size], false);
  const norm = (name: string, scale = 1) => {
    add(`${name}.weight`, [width], false, (values) => values.fill(scale));
    bias(name);
  };
  const attention = (name: string) => {
    norm(`${name}_ln`);
    for (const part of ['query', 'key', 'value', 'out']) {
      weight(`${name}.${part}`, width, width);
      if (part !== 'key') bias(`${name}.${part}`);
    }
  };
  const block = (name: string, cross: boolean, first: boolean) => {
    attention(`${name}.attn`);
    if (cross) attention(`${name}.cross_attn`);
    norm(`${name}.mlp_ln`);
    weight(`${name}.mlp.0`, width, 4 * width, (values) => {
      if (first && cross) for (let i = 0; i < width; i++) values[i * width + i] = 1;
    });
    bias(`${name}.mlp.0`, 4 * width);
    weight(`${name}.mlp.2`, 4 * width, width, (values) => {
      if (!first || !cross) return;
      for (const [index, token] of chain.slice(0, -1).entries())
        values[dimension.get(chain[index + 1]!)! * 4 * width + dimension.get(token)!] = 10;
    });
    bias(`${name}.mlp.2`);
  };
  add('encoder.positional_embedding', [width, hearing], false);
  add('encoder.conv1.weight', [3, 80, width], true);
  add('encoder.conv1.bias', [1, width], false);
  add('encoder.conv2.weight', [3, width, width], true);
  add('encoder.conv2.bias', [1, width], false);
  norm('encoder.ln_post');
  for (let i = 0; i < layers; i++) block(`encoder.blocks.${i}`, false, false);
  add('decoder.positional_embedding', [width, 448], false);
  weight('decoder.token_embedding', width, vocabulary, (values) => {
    for (const [token, at] of dimension) values[token * width + at] = 1;
  });
  norm('decoder.ln', 10);
  for (let i = 0; i < layers; i++) block(`decoder.blocks.${i}`, true, i === 0);
  return Buffer.concat([emptyModel(words, shape), ...tensors]);
}

export function writeModel(path: string, model: Buffer): string {
  writeFileSync(path, model);
  return path;
}
