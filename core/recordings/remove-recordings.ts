import { rm } from 'node:fs/promises';
import { deleteRecordings, type RemovedRecording, reviewAnswers, reviewBy } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { isInside, mediaFile, removeClipFiles } from '../media/library-files.ts';
import { formerly } from '../reviews/outcome.ts';

/**
 * Takes recordings out of the library with everything derived from them. Originals that are referenced where
 * they lie stay; copies that the library made go. The audit entries are part of the same transaction; they keep
 * the review that goes along, from which its score can be computed again.
 * @returns how many there were
 */
export async function removeRecordings(context: CoreContext, ids: readonly string[]): Promise<number> {
  const removed = await deleteRecordings(context.library, ids, async (tx, found) => {
    for (const { id, file, sha256 } of found) {
      const row = await reviewBy(tx, { recordingId: id });
      const review = row && formerly({ row, answers: await reviewAnswers(tx, row.id) });
      await context.audit.write('recording.remove', id, { file, sha256, ...(review ? { review } : {}) }, tx);
    }
  });
  for (const recording of removed) {
    for (const file of ownFiles(context, recording)) await removeFile(context, file);
  }
  await removeClipFiles(
    context.dirs,
    removed.flatMap((recording) => recording.clipIds),
  );
  return removed.length;
}

/** Only what lies in the library's own folders: a row never makes the product delete a file elsewhere. */
function ownFiles({ dirs }: CoreContext, recording: RemovedRecording): string[] {
  const derived = [recording.peaksFile, recording.proxyFile].map((name) => (name ? mediaFile(dirs, name) : null));
  const copy = recording.origin === 'copied' && isInside(dirs.media, recording.path) ? recording.path : null;
  return [...derived, copy].filter((file) => file !== null);
}

/** The rows are gone already: a file that another program holds open is left over, told in the log. */
async function removeFile({ log }: CoreContext, file: string): Promise<void> {
  try {
    await rm(file, { force: true });
  } catch (error) {
    log.error('a file of a removed recording is left over', error, { file });
  }
}
