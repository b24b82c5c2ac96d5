/** What can be said of a model before a process is started for it. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { freemem } from 'node:os';
import { basename } from 'node:path';
import type { TranscriptionEngineName } from '../../contract/index.ts';
import { DomainError, fromSystemError } from '../../domain-error.ts';
import { ggmlDamage } from './ggml-file.ts';
import { sherpaFiles } from './sherpa-files.ts';

/** Where models can be had, for messages. */
const sources: Record<TranscriptionEngineName, string> = {
  'whisper.cpp': 'https://huggingface.co/ggerganov/whisper.cpp',
  'whisper-node': 'https://huggingface.co/ggerganov/whisper.cpp',
  'sherpa-onnx': 'https://huggingface.co/csukuangfj/sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17',
};
/** Bytes that an engine needs beside the model itself, and the share of the model that is needed once more. */
export const workspace = 250e6;
const copied = 0.3;

export interface CheckedModel {
  /** Name of the file or folder. */
  file: string;
  /** The file whose checksum identifies the model. */
  weights: string;
  /** Bytes that running it takes. */
  memory: number;
}

/** @throws DomainError MODEL_MISSING, MODEL_DAMAGED, FILE_UNREADABLE */
export async function checkModel(engine: TranscriptionEngineName, path: string): Promise<CheckedModel> {
  const file = basename(path);
  if (path === '' || !existsSync(path)) throw modelMissing(engine, file);
  const files = engine === 'sherpa-onnx' ? sherpaFiles(path) : null;
  const weights = files ? files.network : path;
  if (engine === 'sherpa-onnx' && !files) throw modelMissing(engine, file);
  try {
    const parts = await Promise.all((files?.all ?? [weights]).map((part) => stat(part)));
    const networks = files ? parts.slice(0, files.decoder ? 2 : 1) : [];
    const damaged =
      parts.some((part) => !part.isFile()) ||
      (files ? networks.some(({ size }) => size < 100) : await ggmlDamage(weights));
    if (damaged) throw new DomainError('MODEL_DAMAGED', { model: file });
    const bytes = parts.reduce((sum, { size }) => sum + size, 0);
    return { file, weights, memory: bytes * (1 + copied) + workspace };
  } catch (error) {
    throw fromSystemError(error, weights);
  }
}

export function modelMissing(engine: TranscriptionEngineName, file: string): DomainError {
  return new DomainError('MODEL_MISSING', { model: file === '' ? '—' : file, engine, source: sources[engine] });
}

/** @throws DomainError OUT_OF_MEMORY when the machine has not enough to run the model */
export function checkMemory(model: Pick<CheckedModel, 'file' | 'memory'>): void {
  const free = availableMemory();
  if (model.memory > free) throw outOfMemory(model, free);
}

export function outOfMemory({ file, memory }: Pick<CheckedModel, 'file' | 'memory'>, free: number): DomainError {
  return new DomainError('OUT_OF_MEMORY', { model: file, needed: megabytes(memory), free: megabytes(free) });
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Bytes that this process may still use: containers may allow less than the machine has. */
export function availableMemory(): number {
  return process.availableMemory?.() ?? freemem();
}
