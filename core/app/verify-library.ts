import { stat } from 'node:fs/promises';
import { databaseProblems, firstBrokenAudit, recordingFilesAfter, type StoredFiles } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { fromSystemError } from '../domain-error.ts';
import { sha256OfFile } from '../media/file-hash.ts';
import { mediaFile } from '../media/library-files.ts';

export interface Problem {
  code:
    | 'LIBRARY_DAMAGED'
    | 'AUDIT_LOG_BROKEN'
    | 'RECORDING_FILE_MISSING'
    | 'RECORDING_FILE_CHANGED'
    | 'FILE_UNREADABLE'
    | 'PEAKS_MISSING'
    | 'PROXY_MISSING';
  file: string;
  detail: string;
}
export interface Verification {
  ok: boolean;
  /** Recordings looked at. */
  checked: number;
  problems: Problem[];
}

const batch = 500;

/**
 * Reads the whole library: every page and reference of the database, the audit log's chain, and every byte of
 * every recording. Changes nothing.
 * @param signal ends it between two files, with AbortError
 */
export async function verifyLibrary(context: CoreContext, signal?: AbortSignal): Promise<Verification> {
  const problems: Problem[] = databaseProblems(context.library).map((detail) => ({
    code: 'LIBRARY_DAMAGED',
    file: 'library.db',
    detail,
  }));
  const broken = await firstBrokenAudit(context.library);
  if (broken !== null) problems.push({ code: 'AUDIT_LOG_BROKEN', file: 'library.db', detail: `entry ${broken}` });
  let checked = 0;
  let after = '';
  for (;;) {
    const part = await recordingFilesAfter(context.library, after, batch);
    for (const recording of part) {
      signal?.throwIfAborted();
      problems.push(...(await originalProblems(recording, signal)), ...(await derivedProblems(context, recording)));
    }
    checked += part.length;
    const last = part.at(-1);
    if (!last) break;
    after = last.id;
  }
  return { ok: problems.length === 0, checked, problems };
}

async function originalProblems(recording: StoredFiles, signal?: AbortSignal): Promise<Problem[]> {
  const file = recording.path;
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) return [{ code: 'RECORDING_FILE_MISSING', file, detail: recording.id }];
  if (info.size !== recording.sizeBytes) {
    return [{ code: 'RECORDING_FILE_CHANGED', file, detail: `${info.size} bytes instead of ${recording.sizeBytes}` }];
  }
  try {
    const found = await sha256OfFile(file, signal);
    if (found === recording.sha256) return [];
    return [{ code: 'RECORDING_FILE_CHANGED', file, detail: `SHA-256 ${found} instead of ${recording.sha256}` }];
  } catch (error) {
    signal?.throwIfAborted();
    const known = fromSystemError(error, file);
    return [{ code: 'FILE_UNREADABLE', file, detail: known instanceof Error ? known.message : String(known) }];
  }
}

async function derivedProblems({ dirs }: CoreContext, recording: StoredFiles): Promise<Problem[]> {
  const problems: Problem[] = [];
  const lacks = async (name: string | null) => {
    const file = name === null ? null : mediaFile(dirs, name);
    return file === null || !(await stat(file).catch(() => null))?.isFile();
  };
  if (await lacks(recording.peaksFile))
    problems.push({ code: 'PEAKS_MISSING', file: recording.file, detail: recording.peaksFile ?? recording.id });
  if (recording.playback === 'proxy' && (await lacks(recording.proxyFile)))
    problems.push({ code: 'PROXY_MISSING', file: recording.file, detail: recording.proxyFile ?? recording.id });
  return problems;
}
