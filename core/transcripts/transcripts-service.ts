/** Transcripts of recordings: attach from a file, read, export, search. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  countSegmentHits,
  findTranscript,
  findTranscriptTarget,
  replaceTranscript,
  segmentHits,
  type TranscriptTarget,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { maskSensitive } from '../text/sensitive.ts';
import { type Beside, findTranscriptBeside } from './find-beside.ts';
import { parseTranscript } from './parse-transcript.ts';
import { matchQuery } from './search-index.ts';
import { toRows, toSentence } from './stored-sentence.ts';
import { writeTranscript } from './write-transcript.ts';

export interface Transcripts extends ServiceOf<'transcripts'> {
  /** Looks for a transcript file beside an audio file: same base name. */
  findBeside(audioPath: string): Promise<Beside>;
  /** Reads a transcript file and stores it for the recording, replacing what was there; indexes it for search. */
  attachFile(recordingId: string, path: string): Promise<void>;
}

/** Twelve hours of talk are about 1 MB; what is far larger is no transcript. */
const maxBytes = 64 * 1024 * 1024;

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

  const stored = async (recordingId: string) => {
    const found = await findTranscript(library, recordingId);
    if (!found) return null;
    const { transcript, segments } = found;
    return {
      recordingId,
      source: transcript.source,
      engine: transcript.engine,
      ...(transcript.model_file && transcript.model_sha256
        ? { model: { file: transcript.model_file, sha256: transcript.model_sha256 } }
        : {}),
      createdAt: transcript.created_at,
      timing: transcript.timing,
      segments: segments.map(toSentence),
    };
  };

  const attachFile = async (recordingId: string, path: string): Promise<void> => {
    const recording = await target(recordingId);
    const bytes = await readTranscriptFile(path);
    const hints = { agentChannel: recording.agent_channel, direction: recording.direction };
    const parsed = parseTranscript(bytes, path, hints);
    if (!parsed) throw new DomainError('TRANSCRIPT_UNREADABLE', { file: basename(path) });
    await replaceTranscript(
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
    );
    context.events.changed('transcripts');
  };

  return {
    attachFile,
    findBeside: findTranscriptBeside,

    async get({ recordingId }) {
      await target(recordingId);
      return stored(recordingId);
    },

    async export({ recordingId, format }) {
      const { file } = await target(recordingId);
      const transcript = await stored(recordingId);
      if (!transcript) throw new DomainError('TRANSCRIPT_MISSING', { file });
      return {
        fileName: `${basename(file, extname(file))}.${format}`,
        content: writeTranscript(transcript.segments, format),
      };
    },

    async attach({ recordingId, path }) {
      await attachFile(recordingId, path);
      await deps.onAttached?.(recordingId);
      return (await stored(recordingId))!;
    },

    async search({ text, offset = 0, limit = 50 }) {
      const match = matchQuery(text);
      if (match === null) return { total: 0, hits: [] };
      const total = await countSegmentHits(library, match);
      const rows = await segmentHits(library, match, { total, offset, limit });
      return {
        total,
        hits: rows.map((row) => ({
          recordingId: row.recording_id,
          file: row.file,
          agentId: row.agent_no,
          agentName: row.agent_name,
          startedAt: row.started_at,
          speaker: row.speaker,
          start: row.start_ms / 1000,
          end: row.end_ms / 1000,
          text: maskSensitive(row.text),
        })),
      };
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
