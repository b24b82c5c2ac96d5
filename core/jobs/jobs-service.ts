import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export interface Jobs extends ServiceOf<'jobs'> {
  /** Stops everything that runs, leaving it resumable. */
  stopAll(): Promise<void>;
}

export function createJobs(_context: CoreContext): Jobs {
  throw new Error('not built yet');
}
