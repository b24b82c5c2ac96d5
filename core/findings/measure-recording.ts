import { type Db, findMeasures, recordingFiles, saveMeasures } from '../../db/index.ts';
import { type Measures, measuresVersion } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';

/** Stores what the signal of a recording says, in place of what was measured before. */
export async function storeMeasures(db: Db, recordingId: string, measures: Measures, now: number): Promise<void> {
  await saveMeasures(db, {
    recording_id: recordingId,
    version: measures.version,
    data: JSON.stringify(measures),
    created_at: now,
  });
}

/**
 * Measures a recording of the library, unless its measures are there and current.
 * @param force measure in any case
 * @throws DomainError RECORDING_NOT_FOUND; what is wrong with the file; CANCELLED
 */
export async function measureRecording(
  { library, media, clock }: Pick<CoreContext, 'library' | 'media' | 'clock'>,
  recordingId: string,
  { force, signal }: { force: boolean; signal: AbortSignal },
): Promise<void> {
  const stored = await findMeasures(library, recordingId);
  if (stored?.version === measuresVersion && !force) return;
  const files = await recordingFiles(library, recordingId);
  if (!files) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
  const measures = await media.measure({ path: files.path }, signal);
  await storeMeasures(library.db, recordingId, measures, clock());
}
