import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export interface Findings extends ServiceOf<'findings'> {
  /** Runs every detector on one recording and stores what they say; decisions of people are kept. */
  detect(recordingId: string): Promise<void>;
  /** Stores a person's decision on a finding: true = so it is, false = false alarm, null = taken back. */
  setDecision(findingId: string, decision: boolean | null, inspector: string): Promise<void>;
}

export function createFindings(_context: CoreContext): Findings {
  throw new Error('not built yet');
}
