/** Transcripts of recordings: attach from a file, read, export. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { correctionCounts, findTranscriptTarget, replaceTranscript, type TranscriptTarget } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { setAside } from './corrections/keep-replaced.ts';
import { createTranscriptExport } from './export-transcript.ts';
import { type Beside, findTranscriptBeside } from './find-beside.ts';
import { parseTranscript } from './parse-transcript.ts';
import { toRows } from './stored-sentence.ts';
import { viewTranscript } from './view-transcript.ts';

export interface Transcripts extends ServiceOf<'transcripts'> {
  /** Looks for a transcript file beside an audio file: same base name. */
  findBeside(audioPath: string): Promise<Beside>;
  /**
   * Reads a transcript file and stores it for the recording, replacing what was there; indexes it for search.
   * One that a person corrected only gives way with `overCorrections`, and is kept.
   * @throws DomainError RECORDING_NOT_FOUND, TRANSCRIPT_UNREADABLE, TRANSCRIPT_CORRECTED
   */
  attachFile(recordingId: string, path: string, how?: { overCorrections: boolean }): Promise<void>;
}

/** Twelve hours of talk are about 1 MB; what is far larger is no transcript. */
const maxBytes = 64 * 1024 * 1024;
const onlyUncorrected = { overCorrections: false };

/** @param deps.onAttached what rests on transcripts and has to follow, told after a person attached one */
export function createTranscripts(
  context: CoreContext,
  deps: { onAttached?: (recordingId: string) => Promise<void> } = {},
): Transcripts {
  const { library } = context;

  const target = async (recordingId: string): Promise<TranscriptTarget> => {
    const found = await findTranscriptTarget(library, recordingId);
    if (!found) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
    return found;
  };

  const attachFile: Transcripts['attachFile'] = async (recordingId, path, { overCorrections } = onlyUncorrected) => {
    const recording = await target(recordingId);
    const bytes = await readTranscriptFile(path);
    const hints = { agentChannel: recording.agent_channel, direction: recording.direction };
    const parsed = parseTranscript(bytes, path, hints);
    if (!parsed) throw new DomainError('TRANSCRIPT_UNREADABLE', { file: basename(path) });
    const stored = await replaceTranscript(
      library,
      {
        id: context.newId(),
        recording_id: recordingId,
        source: 'import',
        engine: null,
        model_sha256: null,
        source_file: path,
        created_at: context.clock(),
        timing: parsed.timing,
      },
      toRows(parsed.sentences),
      overCorrections ? { setAside: setAside(context, recordingId) } : {},
    );
    if (!stored) {
      const count = (await correctionCounts(library.db, [recordingId])).get(recordingId) ?? 0;
      throw new DomainError('TRANSCRIPT_CORRECTED', { file: recording.file, count });
    }
    context.events.changed('transcripts');
  };

  return {
    attachFile,
    findBeside: findTranscriptBeside,
    ...createTranscriptExport(context),

    async get({ recordingId }) {
      await target(recordingId);
      return viewTranscript(library.db, recordingId);
    },

    async attach({ recordingId, path, overCorrections = false }) {
      await attachFile(recordingId, path, { overCorrections });
      await deps.onAttached?.(recordingId);
      return (await viewTranscript(library.db, recordingId))!;
    },
  };
}

async function readTranscriptFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new DomainError('TRANSCRIPT_UNREADABLE', { file: basename(path) });
    return await readFile(path);
  } catch (error) {
    throw fromSystemError(error, path);
  }
}
