/** Writes a Whisper model in sherpa-onnx's form for tests: two networks and their tokens, with nothing learned in them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, constantTensor, floatType, onnxModel, text, value } from './testing-onnx-model.ts';

const int64Type = 7;
const languages = ['zh', 'en', 'ja', 'ko'];
/** Times that it can name: 0, 0.02 … 1 s. */
const times = 51;
/** Of the likeliest next token; the rest have 0. */
const certain = 20;

/**
 * A folder with a model that says these words once per piece, from its start to one second, whatever it hears.
 * The first character is spread over two tokens, as Whisper spreads the rarer ones.
 * @returns the folder
 */
export function writeTalkingWhisper(folder: string, words: readonly string[]): string {
  const [first, ...others] = words.map((word) => Buffer.from(word));
  const said = first ? [first.subarray(0, 1), first.subarray(1), ...others] : [];
  const token = tokensAfter(said.length);
  const next = new Float32Array(token.count * token.count);
  const chain = [token.transcribe, token.time, ...said.keys(), ...(said.length > 0 ? [token.time + times - 1] : [])];
  for (const [at, from] of chain.entries()) next[from * token.count + (chain[at + 1] ?? token.end)] = certain;

  mkdirSync(folder, { recursive: true });
  const file = (name: string) => join(folder, `test-${name}`);
  writeFileSync(file('encoder.onnx'), onnxModel(settings(token), encoder()));
  writeFileSync(file('decoder.onnx'), onnxModel({}, decoder(next, token.count)));
  writeFileSync(file('tokens.txt'), said.map((piece, index) => `${piece.toString('base64')} ${index}\n`).join(''));
  return folder;
}

type Tokens = ReturnType<typeof tokensAfter>;

function tokensAfter(end: number) {
  const language = end + 2;
  const translate = language + languages.length;
  return {
    end,
    start: end + 1,
    language,
    translate,
    transcribe: translate + 1,
    noSpeech: translate + 2,
    noTimes: translate + 3,
    time: translate + 4,
    count: translate + 4 + times,
  };
}

const settings = (token: Tokens) => ({
  model_type: 'whisper-test',
  n_mels: 80,
  n_text_layer: 1,
  n_text_ctx: 448,
  n_text_state: 1,
  n_vocab: token.count,
  sot: token.start,
  eot: token.end,
  blank_id: token.end,
  translate: token.translate,
  transcribe: token.transcribe,
  is_multilingual: 1,
  no_timestamps: token.noTimes,
  no_speech: token.noSpeech,
  sot_sequence: [token.start, token.language, token.transcribe].join(','),
  all_language_tokens: languages.map((_, index) => token.language + index).join(','),
  all_language_codes: languages.join(','),
});

const node = (operation: string, inputs: readonly string[], output: string): Buffer =>
  bytes(1, [...inputs.map((name) => bytes(1, text(name))), bytes(2, text(output)), bytes(4, text(operation))]);
const input = (name: string, type: number, sizes: number[]) => bytes(11, value(name, type, sizes));
const output = (name: string, type: number, sizes: number[]) => bytes(12, value(name, type, sizes));

/** What it would tell the decoder of the sound is one number. */
function encoder(): Buffer[] {
  const shape = [1, 1, 1, 1];
  const outputs = ['n_layer_cross_k', 'n_layer_cross_v'];
  return [
    ...outputs.map((name) => node('Identity', ['nothing'], name)),
    constantTensor('nothing', new Float32Array(1), shape),
    input('mel', floatType, [1, 80, 0]),
    ...outputs.map((name) => output(name, floatType, shape)),
  ];
}

/** @param next a row per token: how likely each one follows it */
function decoder(next: Float32Array, tokens: number): Buffer[] {
  const cache = [1, 1, 0, 1];
  const kept = ['n_layer_self_k_cache', 'n_layer_self_v_cache'];
  return [
    node('Gather', ['next', 'tokens'], 'logits'),
    ...kept.map((name) => node('Identity', [`in_${name}`], `out_${name}`)),
    constantTensor('next', next, [tokens, tokens]),
    input('tokens', int64Type, [1, 0]),
    ...kept.map((name) => input(`in_${name}`, floatType, cache)),
    ...['n_layer_cross_k', 'n_layer_cross_v'].map((name) => input(name, floatType, [1, 1, 1, 1])),
    input('offset', int64Type, [1]),
    output('logits', floatType, [1, 0, tokens]),
    ...kept.map((name) => output(`out_${name}`, floatType, cache)),
  ];
}
