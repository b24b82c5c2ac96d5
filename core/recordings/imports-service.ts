import type { CoreContext } from '../context.ts';
import type { Findings } from '../findings/findings-service.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import type { ServiceOf } from '../service.ts';
import type { Transcripts } from '../transcripts/transcripts-service.ts';

export interface Imports extends ServiceOf<'imports'> {
  /** Goes on with imports that a kill or a closed app interrupted. */
  resumeUnfinished(): Promise<void>;
}

export function createImports(
  _context: CoreContext,
  _deps: { jobs: Jobs; transcripts: Transcripts; findings: Findings },
): Imports {
  throw new Error('not built yet');
}
