/**
 * One file's way into the library: looked at, hashed, decoded, stored, and completed by its transcript and findings.
 * Until it is stored nothing of it stays behind; once it is, an interruption continues after that step.
 */
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  hasTranscript,
  insertRecording,
  recordingIdBySha,
  remarksOf,
  type StoredItem,
  setRemarks,
  updateItem,
} from '../../../db/index.ts';
import { proxyPathOf } from '../../audio/media-workers.ts';
import type { CoreContext } from '../../context.ts';
import type { RecordingRemark } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { Findings } from '../../findings/findings-service.ts';
import { storeMeasures } from '../../findings/measure-recording.ts';
import type { Transcripts } from '../../transcripts/transcripts-service.ts';
import { withRemark } from '../remarks.ts';
import { applyName, linkRecording, type MetadataTools } from './call-metadata.ts';
import type { CallSides } from './call-sides.ts';
import { fileKeyOf, nearKeyOf } from './cdr-row.ts';
import { hashFile } from './hash-file.ts';
import type { NameMetadata } from './name-metadata.ts';
import { clearUploaded, copyOriginal, fingerprint, isUploaded } from './originals.ts';
import { soundRemarks } from './sound-remarks.ts';

export interface FileImport {
  jobId: string;
  context: CoreContext;
  transcripts: Transcripts;
  findings: Findings;
  options: { transcripts: boolean; analyze: boolean; copyIn: boolean };
  zone: string;
  /** What the file's name says about the call. */
  readName: (file: string) => NameMetadata;
  /** A transcript lay beside the recording but could not be taken along. */
  onTranscriptFailed: (item: StoredItem, recordingId: string, error: DomainError) => Promise<void>;
  onTranscript: () => Promise<void>;
  /** The two files of a call that was recorded by sides; undefined for any other item. */
  sidesOf: (item: StoredItem) => CallSides | undefined;
  signal: AbortSignal;
}
export interface ImportedFile {
  state: 'done' | 'duplicate';
  recordingId: string;
}

/** @throws DomainError what is wrong with the file; an AbortError or CANCELLED when stopped */
export async function importFile(work: FileImport, item: StoredItem): Promise<ImportedFile> {
  const sides = work.sidesOf(item);
  // Stored before an interruption: only what comes after is left to do.
  if (item.recording_id !== null)
    return complete(
      work,
      { ...item, path: sides?.whole ?? item.path },
      { state: 'done', recordingId: item.recording_id },
    );
  if (!sides) return importSound(work, item);
  const { context, signal } = work;
  const joined = join(context.dirs.media, 'originals', `${item.id}.joined.wav`);
  await mkdir(join(context.dirs.media, 'originals'), { recursive: true });
  try {
    const [path, otherPath] = sides.paths;
    const failed = await context.media.join({ path, otherPath, outPath: joined }, signal).then(
      () => null,
      (error: unknown) => error,
    );
    // What was mixed by the recorder is better than nothing.
    const mix = failed instanceof DomainError && failed.code !== 'CANCELLED' ? sides.mix : null;
    if (failed && mix === null) throw failed;
    const sound = mix ?? joined;
    const done = await importSound(work, { ...item, path: sides.whole }, sound);
    for (const used of [...sides.paths, ...(sides.mix === null ? [] : [sides.mix])])
      await clearUploaded(context.dirs, used);
    return done;
  } finally {
    await rm(joined, { force: true });
  }
}

/** @param sound where the bytes are, when they are not at the item's own path */
async function importSound(work: FileImport, item: StoredItem, sound = item.path): Promise<ImportedFile> {
  const { context, signal } = work;
  const before = await fingerprint(sound);
  if (!before.isFile) throw new DomainError('NOT_AUDIO', { file: item.path });
  if (before.sizeBytes === 0) throw new DomainError('FILE_EMPTY', { file: item.path });
  const sha256 = await hashFile(sound, signal);
  const known = await recordingIdBySha(context.library.db, sha256);
  if (known !== null) return takeDuplicate(work, item, known);
  const recordingId = await decodeAndStore(work, item, { sha256, sound, ...before });
  if (recordingId === null) return takeDuplicate(work, item, (await recordingIdBySha(context.library.db, sha256))!);
  return complete(work, item, { state: 'done', recordingId });
}

/** @returns the new recording's id, or null when the same content came in meanwhile */
async function decodeAndStore(
  work: FileImport,
  item: StoredItem,
  file: { sha256: string; sound: string; sizeBytes: number; mtimeMs: number },
): Promise<string | null> {
  const { context, options, signal } = work;
  const { dirs } = context;
  // The item's own id: a second try after a kill overwrites what the first one left.
  const { id } = item;
  const peaksFile = `peaks/${id}.dat`;
  const request = {
    path: file.sound,
    peaksPath: join(dirs.media, peaksFile),
    proxyBase: join(dirs.media, 'proxies', id),
    measure: options.analyze,
  };
  const written = [request.peaksPath, proxyPathOf(request)];
  await mkdir(join(dirs.media, 'peaks'), { recursive: true });
  await mkdir(join(dirs.media, 'proxies'), { recursive: true });
  try {
    const facts = await context.media.ingest(request, signal);
    const after = await fingerprint(file.sound);
    if (after.sizeBytes !== file.sizeBytes || after.mtimeMs !== file.mtimeMs)
      throw new DomainError('FILE_CHANGED', { file: item.path });
    const copy = options.copyIn || isUploaded(dirs, item.path) || file.sound !== item.path;
    const path = copy ? await copyOriginal(dirs, file.sound, file.sha256, id) : item.path;
    if (copy) written.push(path);
    signal.throwIfAborted();
    await context.library.db.transaction().execute(async (trx) => {
      await insertRecording(trx, {
        id,
        path,
        file: basename(item.path),
        file_key: fileKeyOf(item.path),
        near_key: nearKeyOf(item.path),
        origin: copy ? 'copied' : 'referenced',
        size_bytes: file.sizeBytes,
        mtime_ms: file.mtimeMs,
        sha256: file.sha256,
        codec: facts.codec,
        container: facts.container,
        sample_rate: facts.sampleRate,
        channels: facts.channels,
        duration_ms: Math.round(facts.durationMs),
        status: 'imported',
        // Whose channel which is, is told when the call is judged. Equal channels are mono.
        agent_channel: null,
        agent_channel_from: (facts.measures?.channels.length ?? facts.channels) >= 2 ? 'unclear' : null,
        playback: facts.proxyPath === null ? 'original' : 'proxy',
        peaks_file: peaksFile,
        proxy_file: facts.proxyPath === null ? null : `proxies/${basename(facts.proxyPath)}`,
        imported_at: context.clock(),
        remarks: JSON.stringify(soundRemarks(facts)),
      });
      if (facts.measures) await storeMeasures(trx, id, facts.measures, context.clock());
      await applyName(trx, id, work.readName(item.path), tools(work));
      await linkRecording(trx, id, tools(work), copy ? item.path : undefined);
      await updateItem(trx, item.id, { recording_id: id });
    });
    return id;
  } catch (error) {
    const sameContent = (error as { code?: unknown }).code === 'SQLITE_CONSTRAINT_UNIQUE';
    // The copy is named by its content: it may belong to the recording that came in first.
    const mine = (await recordingIdBySha(context.library.db, file.sha256)) === null ? written : written.slice(0, 2);
    for (const path of mine) await rm(path, { force: true });
    if (sameContent && mine !== written) return null;
    throw error;
  }
}

/** A known content may still bring what the library lacks: metadata, a call record, a transcript. */
async function takeDuplicate(work: FileImport, item: StoredItem, recordingId: string): Promise<ImportedFile> {
  await work.context.library.db.transaction().execute(async (trx) => {
    await applyName(trx, recordingId, work.readName(item.path), tools(work));
    await linkRecording(trx, recordingId, tools(work), item.path);
  });
  return complete(work, item, { state: 'duplicate', recordingId });
}

async function complete(work: FileImport, item: StoredItem, done: ImportedFile): Promise<ImportedFile> {
  const { context, findings, options } = work;
  work.signal.throwIfAborted();
  const attached = options.transcripts && (await attachTranscript(work, item, done.recordingId));
  work.signal.throwIfAborted();
  if (options.analyze && (done.state === 'done' || attached)) {
    try {
      await findings.detect(done.recordingId);
    } catch (error) {
      // The recording is in; it can be analysed again.
      if (!work.signal.aborted)
        context.log.error('a recording could not be analysed', error, { recording: done.recordingId });
    }
  }
  await clearUploaded(context.dirs, item.path);
  return done;
}

/** @returns whether a transcript came in */
async function attachTranscript(work: FileImport, item: StoredItem, recordingId: string): Promise<boolean> {
  const { context, transcripts } = work;
  if (await hasTranscript(context.library.db, recordingId)) return false;
  const { transcript: path, unreadable } = await transcripts.findBeside(item.path);
  if (unreadable !== null) {
    await addRemark(context, recordingId, { code: 'TRANSCRIPT_UNREADABLE', file: basename(unreadable) });
    await clearUploaded(context.dirs, unreadable);
  }
  if (path === null) return false;
  try {
    await transcripts.attachFile(recordingId, path);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await work.onTranscriptFailed(item, recordingId, error);
    return false;
  }
  await work.onTranscript();
  await clearUploaded(context.dirs, path);
  return true;
}

async function addRemark({ library }: CoreContext, recordingId: string, remark: RecordingRemark): Promise<void> {
  await library.db.transaction().execute(async (trx) => {
    await setRemarks(trx, recordingId, withRemark(await remarksOf(trx, recordingId), remark));
  });
}

function tools(work: FileImport): MetadataTools {
  return { newId: work.context.newId, zone: work.zone, jobId: work.jobId };
}
