import { z } from 'zod';
import { oc } from './base.ts';
import { Id } from './common.ts';

export const JobState = z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;
export const Job = z.object({
  id: Id,
  kind: z.enum(['import', 'analyze', 'export', 'transcribe', 'download', 'build', 'reindex']),
  state: JobState,
  /** What people see: a folder or file name. */
  label: z.string(),
  total: z.number().int(),
  /** Finished in any way: duplicates and failures are counted here too. */
  done: z.number().int(),
  duplicates: z.number().int(),
  failed: z.number().int(),
  /** Name of the file in work. */
  current: z.string().nullable(),
  /** Milliseconds left, as far as can be told. */
  remainingMs: z.number().int().nullable(),
  /** Share of the whole work that is done, 0..1, where it is known better than by counting. */
  fraction: z.number().optional(),
  createdAt: z.number().int(),
});
export type Job = z.infer<typeof Job>;

export const jobs = {
  list: oc.output(z.array(Job)),
  cancel: oc.input(z.object({ id: Id })).output(Job),
  pause: oc.input(z.object({ id: Id })).output(Job),
  resume: oc.input(z.object({ id: Id })).output(Job),
};
