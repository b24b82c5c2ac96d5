/** Transcripts of recordings: attach from a file, read, export. */
import { basename } from 'node:path';
import {
  correctionCounts,
  type RecordingView,
  recordingViews,
  remarksOf,
  replaceTranscript,
  setRemarks,
  setSpeakersEstimated,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { TranscriptReading } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { clearUploaded } from '../recordings/import/originals.ts';
import { withoutRemark, withRemark } from '../recordings/remarks.ts';
import { toLocal } from '../recordings/time-zone.ts';
import type { ServiceOf } from '../service.ts';
import { setAside } from './corrections/keep-replaced.ts';
import { createTranscriptExport } from './export-transcript.ts';
import { type Beside, findTranscriptBeside } from './find-beside.ts';
import { previewTranscript } from './preview-transcript.ts';
import type { ParsedTranscript } from './sentence.ts';
import { toRows } from './stored-sentence.ts';
import { readingOf, readTranscriptFile } from './transcript-file.ts';
import { viewTranscript } from './view-transcript.ts';

export interface Transcripts extends ServiceOf<'transcripts'> {
  /** Looks for a transcript file beside an audio file: same base name. */
  findBeside(audioPath: string): Promise<Beside>;
  /**
   * Reads a transcript file and stores it for the recording, replacing what was there; indexes it for search.
   * One that a person corrected only gives way with `overCorrections`, and is kept.
   * @throws DomainError RECORDING_NOT_FOUND, TRANSCRIPT_UNREADABLE, TRANSCRIPT_CORRECTED
   */
  attachFile(recordingId: string, path: string, how?: AttachHow): Promise<void>;
}

interface AttachHow {
  overCorrections?: boolean;
  reading?: TranscriptReading | undefined;
}

/** @param deps.onAttached what rests on transcripts and has to follow, told after a person attached one */
export function createTranscripts(
  context: CoreContext,
  deps: { onAttached?: (recordingId: string) => Promise<void> } = {},
): Transcripts {
  const { library } = context;

  const target = async (recordingId: string): Promise<RecordingView> => {
    const [found] = await recordingViews(library, [recordingId]);
    if (!found) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
    return found;
  };

  const attachFile: Transcripts['attachFile'] = async (recordingId, path, { overCorrections, reading } = {}) => {
    const recording = await target(recordingId);
    // A person who says how to read it has seen what lies outside.
    const within = reading || recording.durationMs === null ? undefined : recording.durationMs / 1000;
    const { parsed } = await readTranscriptFile(path, { ...readingOf(recording, reading), within });
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
        speakers_by: parsed.speakersBy,
        agent_channel: parsed.speakersBy === 'channels' ? (recording.agentChannel ?? 0) : null,
      },
      toRows(parsed.sentences),
      overCorrections ? { setAside: setAside(context, recordingId) } : {},
    );
    if (!stored) {
      const count = (await correctionCounts(library.db, [recordingId])).get(recordingId) ?? 0;
      throw new DomainError('TRANSCRIPT_CORRECTED', { file: recording.file, count });
    }
    await remarkOutside(library, recordingId, basename(path), parsed.outside);
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

    async preview({ recordingId, path, reading: given }) {
      const recording = await target(recordingId);
      const reading = readingOf(recording, given);
      const { timeZone } = await context.settings.get();
      const present = await viewTranscript(library.db, recordingId);
      const seconds = recording.durationMs === null ? null : recording.durationMs / 1000;
      const startOfDay = recording.startedAt === null ? null : secondsOfDay(recording.startedAt, timeZone);
      return {
        ...previewTranscript(await readTranscriptFile(path, reading), reading, { seconds, startOfDay }),
        file: basename(path),
        recordingSeconds: seconds,
        present: present && { source: present.source, corrections: present.corrections },
      };
    },

    async confirmSpeakers({ recordingId, confirmed }) {
      const { file } = await target(recordingId);
      await library.db.transaction().execute(async (trx) => {
        if (!(await setSpeakersEstimated(trx, recordingId, !confirmed)))
          throw new DomainError('TRANSCRIPT_MISSING', { file });
        await context.audit.write('transcript.confirm-speakers', recordingId, { confirmed }, trx);
      });
      context.events.changed('transcripts');
      await deps.onAttached?.(recordingId);
      return (await viewTranscript(library.db, recordingId))!;
    },

    async attach({ recordingId, path, overCorrections = false, reading }) {
      await attachFile(recordingId, path, { overCorrections, reading });
      await context.audit.write('transcript.attach', recordingId, { file: basename(path), ...reading });
      await clearUploaded(context.dirs, path);
      await deps.onAttached?.(recordingId);
      return (await viewTranscript(library.db, recordingId))!;
    },
  };
}

/** What the transcript before this one was said to leave out no longer matters. */
async function remarkOutside(
  { db }: CoreContext['library'],
  recordingId: string,
  file: string,
  outside: ParsedTranscript['outside'],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const stored = await remarksOf(trx, recordingId);
    const remarks = outside
      ? withRemark(stored, { code: 'TRANSCRIPT_OUTSIDE', file, ...outside })
      : withoutRemark(stored, 'TRANSCRIPT_OUTSIDE');
    if (remarks !== stored) await setRemarks(trx, recordingId, remarks);
  });
}

function secondsOfDay(epochMs: number, zone: string): number {
  const { hour, minute, second } = toLocal(epochMs, zone);
  return hour * 3600 + minute * 60 + second;
}
