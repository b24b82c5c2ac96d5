/** Many clips as one archive: a browser takes only a few downloads at a time and drops the rest without a word. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { safeFileName } from '../output/safe-file-name.ts';
import { type OutputFile, outputError, writeOutput } from '../output/write-output.ts';
import { createZipFile } from '../output/zip-file.ts';
import { toBusinessDate } from '../recordings/time-zone.ts';
import { type ClipExportOptions, type ClipToExport, type NamedClip, namedClips } from './export-clips.ts';

/** A further archive begins here, in bytes: sizes in the archive have 32 bits, and one more clip must fit. */
const fullAt = 2 ** 31;

/**
 * The files of `exportClips` in one archive, `片段_20260302_18.zip`; one more for each 2 GiB.
 * @throws DomainError as exportClips; what was begun is taken away
 */
export async function zipClips(
  context: CoreContext,
  clips: readonly ClipToExport[],
  options: ClipExportOptions,
  signal: AbortSignal | undefined,
): Promise<OutputFile[]> {
  const waiting = await namedClips(context, clips, options);
  const day = toBusinessDate(context.clock(), options.zone).replaceAll('-', '');
  const title = `${options.language === 'zh' ? '片段' : 'clips'}_${day}_${clips.length}`;
  const work = await mkdtemp(join(context.dirs.exports, '.clips-')).catch((error: unknown) => {
    throw outputError(error, context.dirs.exports);
  });
  const files: OutputFile[] = [];
  try {
    while (waiting.length > 0) {
      const name = safeFileName(files.length === 0 ? title : `${title}-${files.length + 1}`, '.zip');
      files.push(
        await writeOutput(context.dirs, options.dir, name, (target) =>
          fillArchive(target, waiting, join(work, 'clip.wav'), signal, () =>
            options.done?.(clips.length - waiting.length),
          ),
        ),
      );
    }
    return files;
  } catch (error) {
    for (const { path } of files) await rm(path, { force: true });
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Takes clips off the front of `waiting` until none is left or the archive is full. */
async function fillArchive(
  target: string,
  waiting: NamedClip[],
  sound: string,
  signal: AbortSignal | undefined,
  done: () => void,
): Promise<void> {
  const zip = createZipFile(target);
  try {
    while (waiting.length > 0 && zip.bytes < fullAt) {
      if (signal?.aborted) throw new DomainError('CANCELLED');
      const { base, cut, text } = waiting[0]!;
      await cut(sound, signal);
      await zip.addFile(safeFileName(base, '.wav'), sound);
      await zip.addText(safeFileName(base, '.txt'), await text());
      waiting.shift();
      done();
    }
    await zip.end();
  } finally {
    await zip.close();
  }
}
