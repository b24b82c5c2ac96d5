/** What there is of a model, and how its numbers are written: pure. */
import type { Job, SpeechModel } from '../../../../core/contract/index.ts';

export type ModelState =
  | { kind: 'present' }
  | { kind: 'absent' }
  /** Some of it came; nothing is coming now. */
  | { kind: 'part'; fraction: number }
  | { kind: 'queued' | 'coming' | 'paused' | 'stopped'; job: Job; fraction: number };

/** @param jobs newest first */
export function stateOf(model: SpeechModel, jobs: readonly Job[]): ModelState {
  const job = jobs.find(({ kind, label }) => kind === 'download' && label === model.name);
  const held = model.sizeBytes === 0 ? 0 : Math.min(1, model.partBytes / model.sizeBytes);
  if (job?.state === 'running') return { kind: 'coming', job, fraction: job.fraction ?? held };
  if (model.present) return { kind: 'present' };
  if (job?.state === 'queued') return { kind: 'queued', job, fraction: held };
  if (job?.state === 'paused') return { kind: 'paused', job, fraction: held };
  if (job?.state === 'failed') return { kind: 'stopped', job, fraction: held };
  return model.partBytes > 0 ? { kind: 'part', fraction: held } : { kind: 'absent' };
}

/** 19.8 → "20", 4.8 → "4.8", 0.06 → "0.06" */
export const speedText = (times: number): string => times.toFixed(times >= 10 ? 0 : times >= 0.1 ? 1 : 2);

/** The folder of the models in a library, or one in it, in the way of its own system. */
export function modelsFolder(library: string, ...below: string[]): string {
  const separator = library.includes('\\') ? '\\' : '/';
  return [library.replace(/[\\/]$/, ''), 'models', ...below].join(separator);
}
