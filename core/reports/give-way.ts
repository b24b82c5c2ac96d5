import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '../domain-error.ts';

/**
 * Between two pieces of a long piece of work: the core has others to serve, and the caller may have left.
 * @throws DomainError CANCELLED when the caller has
 */
export async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  await nextTurn();
  if (signal?.aborted) throw new DomainError('CANCELLED');
}
