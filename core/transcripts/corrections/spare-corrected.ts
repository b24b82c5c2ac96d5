import { correctionCounts, type Db } from '../../../db/index.ts';
import { DomainError } from '../../domain-error.ts';

/**
 * Of recordings that are to be transcribed anew, those whose transcript nobody corrected.
 * @throws DomainError TRANSCRIPT_CORRECTED when that leaves none: the person is to be asked
 */
export async function withoutCorrected<Target extends { id: string; file: string }>(
  db: Db,
  targets: readonly Target[],
): Promise<Target[]> {
  const ids = targets.map(({ id }) => id);
  const corrected = await correctionCounts(db, ids);
  const [first] = targets;
  if (first && corrected.size === targets.length) {
    const count = [...corrected.values()].reduce((sum, one) => sum + one, 0);
    throw new DomainError('TRANSCRIPT_CORRECTED', { file: first.file, count });
  }
  return targets.filter(({ id }) => !corrected.has(id));
}
