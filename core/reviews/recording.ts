import { type LibraryDb, type ReviewedRecording, recordingsNamed } from '../../db/index.ts';
import { DomainError } from '../domain-error.ts';

/**
 * @param key id or file name
 * @throws DomainError RECORDING_NOT_FOUND, or NAME_AMBIGUOUS when several recordings have that file name
 */
export async function findRecording(library: LibraryDb, key: string): Promise<ReviewedRecording> {
  const found = await recordingsNamed(library, key);
  const recording = found.find(({ id }) => id === key) ?? found[0];
  if (!recording) throw new DomainError('RECORDING_NOT_FOUND', { id: key });
  if (recording.id !== key && found.length > 1)
    throw new DomainError('NAME_AMBIGUOUS', { name: key, ids: found.map(({ id }) => id).join(', ') });
  return recording;
}

/** @throws DomainError RECORDING_NOT_FOUND */
export async function recordingById(library: LibraryDb, id: string): Promise<ReviewedRecording> {
  const recording = (await recordingsNamed(library, id)).find((found) => found.id === id);
  if (!recording) throw new DomainError('RECORDING_NOT_FOUND', { id });
  return recording;
}
