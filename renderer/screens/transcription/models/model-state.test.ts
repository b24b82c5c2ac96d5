import { describe, expect, it } from 'vitest';
import type { Job, SpeechModel } from '../../../../core/contract/index.ts';
import { modelsFolder, speedText, stateOf } from './model-state.ts';

const model: SpeechModel = {
  name: 'ggml-small.bin',
  engine: 'whisper.cpp',
  title: { zh: '', en: '' },
  known: null,
  sizeBytes: 1000,
  present: false,
  wrongSize: false,
  partBytes: 0,
  inUse: false,
};
const job = (changes: Partial<Job>): Job => ({
  id: 'j',
  kind: 'download',
  state: 'running',
  label: model.name,
  total: 1,
  done: 0,
  duplicates: 0,
  failed: 0,
  current: null,
  remainingMs: null,
  createdAt: 0,
  ...changes,
});

describe('a model', () => {
  it('that nobody asked for is not there', () => {
    expect(stateOf(model, [job({ label: 'another' }), job({ kind: 'import' })])).toEqual({ kind: 'absent' });
  });
  it('that is coming tells the share that its job tells', () => {
    expect(stateOf(model, [job({ fraction: 0.25 })])).toMatchObject({ kind: 'coming', fraction: 0.25 });
  });
  it('whose download rests or stopped tells what came', () => {
    const part = { ...model, partBytes: 400 };
    expect(stateOf(part, [job({ state: 'paused' })])).toMatchObject({ kind: 'paused', fraction: 0.4 });
    expect(stateOf(part, [job({ state: 'failed' })])).toMatchObject({ kind: 'stopped', fraction: 0.4 });
    expect(stateOf(part, [job({ state: 'cancelled' })])).toEqual({ kind: 'part', fraction: 0.4 });
  });
  it('that was added by hand after a download stopped is there', () => {
    expect(stateOf({ ...model, present: true }, [job({ state: 'failed' })])).toEqual({ kind: 'present' });
  });
});

it.each([
  [19.8, '20'],
  [4.8, '4.8'],
  [3, '3.0'],
  [0.06, '0.06'],
])('writes a speed of %d as %s', (times, text) => {
  expect(speedText(times)).toBe(text);
});

it.each([
  ['/home/wang/tingjian', '/home/wang/tingjian/models'],
  ['C:\\Users\\wang\\tingjian\\', 'C:\\Users\\wang\\tingjian\\models'],
])('puts the models of %s into %s', (library, folder) => {
  expect(modelsFolder(library)).toBe(folder);
});
