import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWav } from '../../audio/testing.ts';
import { tempDir, testPorts } from '../../test-support/test-core.ts';
import { separationModel } from '../models-catalogue.ts';
import { createTranscriber } from './create-transcriber.ts';
import { separationFiles } from './separation-files.ts';
import { writeSeparationModels } from './testing-separation-models.ts';

let dir: string;
const transcriber = createTranscriber(testPorts(''));
beforeAll(() => {
  dir = tempDir();
});
afterAll(async () => {
  await transcriber.close();
  rmSync(dir, { recursive: true });
});

/** Ten seconds: five of a low buzz, five of a high one. */
function twoSounds(): string {
  const path = join(dir, 'two.wav');
  const samples = Int16Array.from({ length: 80_000 }, (_, index) => {
    const time = index / 8000;
    return 8000 * Math.sign(Math.sin(2 * Math.PI * (time < 5 ? 150 : 2600) * time));
  });
  writeWav(path, 8000, [samples]);
  return path;
}
const put = (folder: string, ...names: string[]) => {
  const path = join(dir, folder);
  writeSeparationModels(path);
  for (const name of names) writeFileSync(join(path, name), 'no network');
  return path;
};

describe('the two models', () => {
  it('are told apart by their names, and are there only together', () => {
    const folder = put('both');
    const files = separationFiles(folder)!;
    expect([files.segmentation, files.embedding]).toEqual([
      join(folder, 'sherpa-onnx-pyannote-segmentation-3-0.onnx'),
      join(folder, 'voices.onnx'),
    ]);
    const downloaded = join(dir, 'downloaded');
    mkdirSync(downloaded);
    for (const { name } of separationModel.files) writeFileSync(join(downloaded, name), '');
    expect(separationFiles(downloaded)).toEqual({
      segmentation: join(downloaded, separationModel.files[0]!.name),
      embedding: join(downloaded, separationModel.files[1]!.name),
    });
    expect(separationFiles(join(dir, 'none'))).toBeNull();
    expect(separationFiles(put('unclear', 'another.onnx'))).toBeNull();
    rmSync(files.embedding);
    expect(separationFiles(folder)).toBeNull();
  });
});

describe('separation by sherpa-onnx', () => {
  it('gives the two voices of a recording with their times', async () => {
    const models = separationFiles(put('models'))!;
    const spans = await transcriber.separate({ path: twoSounds(), models, threads: 1 });
    expect(spans.map(({ voice }) => voice)).toHaveLength(2);
    const [first, second] = spans as [(typeof spans)[0], (typeof spans)[0]];
    expect(first.voice).not.toBe(second.voice);
    expect(Math.abs(first.end - 5)).toBeLessThan(0.2);
    expect(Math.abs(second.start - 5)).toBeLessThan(0.2);
  });
  it('names damaged models, and a recording that is none', async () => {
    const models = separationFiles(put('damaged'))!;
    writeFileSync(models.embedding, 'no network');
    await expect(transcriber.separate({ path: twoSounds(), models, threads: 1 })).rejects.toMatchObject({
      code: expect.stringMatching(/^(MODEL_DAMAGED|ENGINE_CRASHED)$/),
    });
    const whole = separationFiles(put('whole'))!;
    const path = join(dir, 'text.wav');
    writeFileSync(path, 'this is no sound');
    await expect(transcriber.separate({ path, models: whole, threads: 1 })).rejects.toMatchObject({
      code: 'NOT_AUDIO',
    });
  });
});
