import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RecordingView } from '../../db/index.ts';
import type { TranscriptReading } from '../contract/index.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import type { Reading } from './finish-transcript.ts';
import { type ReadTranscript, readTranscript } from './parse-transcript.ts';

/** Twelve hours of talk are about 1 MB; what is far larger is no transcript. */
export const maxTranscriptBytes = 64 * 1024 * 1024;

/** @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, TRANSCRIPT_UNREADABLE */
export async function readTranscriptFile(path: string, reading: Reading): Promise<ReadTranscript> {
  const bytes = await bytesOf(path);
  const read = readTranscript(bytes, path, reading);
  if (!read) throw new DomainError('TRANSCRIPT_UNREADABLE', { file: basename(path) });
  return read;
}

/** What the recording tells about the labels of a file, with what a person said about it. */
export function readingOf(
  recording: { agentChannel: number | null; direction: RecordingView['direction'] },
  given: TranscriptReading = {},
): Reading {
  return {
    agentChannel: recording.agentChannel,
    direction: recording.direction,
    shift: given.shift,
    voices: given.voices && new Map(Object.entries(given.voices)),
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxTranscriptBytes) throw new DomainError('TRANSCRIPT_UNREADABLE', { file: basename(path) });
    return await readFile(path);
  } catch (error) {
    throw fromSystemError(error, path);
  }
}
