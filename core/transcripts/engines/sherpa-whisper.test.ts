import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../../test-support/test-core.ts';
import { engineRate } from './engine.ts';
import { sherpaEngine } from './sherpa-engine.ts';
import { sherpaFiles } from './sherpa-files.ts';
import { segmentsToSentences } from './sherpa-whisper.ts';
import { writeTalkingWhisper } from './testing-onnx-whisper.ts';

describe('Whisper on sherpa-onnx', () => {
  const open = async (words: string[], language = 'zh') => {
    await sherpaEngine.load('');
    const model = writeTalkingWhisper(join(tempDir(), 'whisper'), words);
    return sherpaEngine.open({ model, language, vocabulary: [], threads: 1 });
  };
  const seconds = (count: number) => new Float32Array(count * engineRate);

  it.each(['zh', 'yue', 'en', 'ja', 'ko', 'auto'])('hears with the language set to %s', async (language) => {
    const recogniser = await open(['喂', '您', '好'], language);
    expect(await recogniser.recognise(seconds(2))).toEqual([{ from: 0, to: 1, text: '喂您好' }]);
  });

  it('loses nothing of who speaks faster than the six tokens a second that it writes', async () => {
    const said = Array.from({ length: 160 }, (_, index) => String.fromCharCode(0x4e00 + index));
    const recogniser = await open(said);
    const { longest } = recogniser.packing;
    expect(await recogniser.recognise(seconds(longest))).toEqual([{ from: 0, to: 1, text: said.join('') }]);
  });

  it('leaves out what was made up for the silence behind a piece', () => {
    const base64 = (text: string) => `${Buffer.from(text).toString('base64')} `;
    const result = {
      text: '',
      segment_texts: [base64('您好'), base64('再见'), base64('谢谢观看')],
      segment_timestamps: [0, 1.5, 3.2],
      segment_durations: [1.4, 2, 3],
    };
    expect(segmentsToSentences(result, 3 * engineRate)).toEqual([
      { from: 0, to: 1.4, text: '您好' },
      { from: 1.5, to: 3, text: '再见' },
    ]);
  });
});

describe('a folder of sherpa-onnx', () => {
  const folderWith = (name: string, files: string[]) => {
    const folder = join(tempDir(), name);
    mkdirSync(folder);
    for (const file of files) writeFileSync(join(folder, file), 'x');
    return folder;
  };
  const whisper = ['small-encoder.int8.onnx', 'small-decoder.int8.onnx', 'small-tokens.txt'];

  it.each([
    { name: 'sense', files: ['model.onnx', 'tokens.txt'], kind: 'sense-voice', all: ['model.onnx', 'tokens.txt'] },
    {
      name: 'paraformer-zh',
      files: ['model.onnx', 'model.int8.onnx', 'tokens.txt'],
      kind: 'paraformer',
      all: ['model.int8.onnx', 'tokens.txt'],
    },
    { name: 'any', files: [...whisper, 'small-encoder.onnx', 'small-decoder.onnx'], kind: 'whisper', all: whisper },
    {
      name: 'large',
      files: ['large-v3-encoder.onnx', 'large-v3-encoder.weights', 'large-v3-decoder.onnx', 'large-v3-tokens.txt'],
      kind: 'whisper',
      all: ['large-v3-encoder.onnx', 'large-v3-decoder.onnx', 'large-v3-tokens.txt', 'large-v3-encoder.weights'],
    },
    {
      name: 'my-whisper',
      files: ['encoder.onnx', 'decoder.onnx', 'tokens.txt'],
      kind: 'whisper',
      all: ['encoder.onnx', 'decoder.onnx', 'tokens.txt'],
    },
  ])('named $name is $kind by the files in it, and needs $all', ({ name, files, kind, all }) => {
    const found = sherpaFiles(folderWith(name, files))!;
    expect(found.kind).toBe(kind);
    expect(found.all.map((path) => basename(path))).toEqual(all);
  });

  it.each([
    { what: 'no tokens', name: 'whisper-a', files: whisper.slice(0, 2) },
    { what: 'no decoder', name: 'whisper-b', files: [whisper[0]!, whisper[2]!] },
    { what: 'a transducer', name: 'zipformer', files: ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'] },
    { what: 'another encoder and decoder', name: 'fire-red', files: ['encoder.onnx', 'decoder.onnx', 'tokens.txt'] },
  ])('with $what is none that is taken', ({ name, files }) => {
    expect(sherpaFiles(folderWith(name, files))).toBeNull();
  });
});
