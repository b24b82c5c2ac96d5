import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test-support/test-core.ts';
import { talkingModel, writeModel } from './testing-ggml-model.ts';
import type { WhisperBinding } from './whisper-binding.ts';
import { createWhisperEngine, promptOf } from './whisper-engine.ts';
import { genericBinding } from './whisper-generic.ts';
import { vectorisedBinding } from './whisper-vectorised.ts';

const notHere = (): WhisperBinding => {
  throw new Error('libc.so.6: version `GLIBC_2.99` not found');
};
const onLinuxX64 = process.platform === 'linux' && process.arch === 'x64';
const options = { language: 'zh', vocabulary: ['听鉴'], threads: 1 };
const twoSeconds = new Float32Array(32_000);

it.each([
  ['of every platform, where the faster one does not load', [notHere, genericBinding]],
  ...(onLinuxX64 ? [['with vector instructions', [vectorisedBinding, notHere]] as const] : []),
] as const)('hears through the binding %s', async (_, bindings) => {
  const engine = createWhisperEngine(bindings);
  await engine.load('');
  const recogniser = await engine.open({
    model: writeModel(join(tempDir(), 'talking.bin'), talkingModel(['您', '好', '嗎'])),
    ...options,
  });
  const heard = await recogniser.recognise(twoSeconds);
  expect(heard[0]).toMatchObject({ text: '您好嗎', from: 0, to: 1 });
  expect(heard.every(({ from, to }) => from < 2 && to <= 2)).toBe(true);
  await recogniser.close();
});

it('does not load where no binding does, and says why the last one did not', async () => {
  const engine = createWhisperEngine([notHere, notHere]);
  await expect(engine.load('')).rejects.toThrow('GLIBC_2.99');
});

it('passes over a binding that loads but does not run', async () => {
  const broken = (): WhisperBinding => ({
    open: () => ({ run: () => Promise.reject(new Error('no backend')), close: async () => {} }),
  });
  const engine = createWhisperEngine([broken, genericBinding]);
  await engine.load('');
  await expect(createWhisperEngine([broken]).load('')).rejects.toThrow('no backend');
});

it('puts the house’s words behind a Mandarin opening, the first ones where not all fit', () => {
  const words = Array.from({ length: 60 }, (_, index) => `词${index}`);
  expect(promptOf('zh', words)).toMatch(/^以下是普通话.*词0、词1、/);
  expect(promptOf('en', words).length).toBeLessThan(110);
  expect(promptOf('en', [])).toBe('');
});
