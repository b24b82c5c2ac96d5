/** Which call record belongs to a recording. Pure. */
import { dirname } from 'node:path';
import type { CallRecord, MatchFacts } from '../../../db/index.ts';

/** A recorder starts with the ringing or with the answer, and clocks differ: rows this far off can still mean the call. */
export const toleranceMs = 120_000;
/** Equal names that lie further apart in time are different calls: `001.wav` of another day. */
const sameNameMs = 12 * 3600_000;

type Row = Pick<CallRecord, 'file_key' | 'folder' | 'started_at' | 'agent_no' | 'phone'>;

/** The row that names the file wins (the one with most of its folders, then the nearest in time); else the nearest call of the same agent or customer. */
export function pickCallRecord<R extends Row>(recording: MatchFacts, rows: readonly R[]): R | null {
  const named = rows
    .filter(
      (row) => row.file_key !== null && row.file_key === recording.fileKey && distance(recording, row) <= sameNameMs,
    )
    .map((row) => ({ row, folders: sharedFolders(recording.path, row.folder) }))
    .sort((a, b) => b.folders - a.folders || distance(recording, a.row) - distance(recording, b.row));
  if (named[0]) return named[0].row;
  const timed = rows
    .filter((row) => row.file_key === null && row.started_at !== null && recording.startedAt !== null)
    .filter((row) => distance(recording, row) <= toleranceMs && sameParties(recording, row))
    .sort((a, b) => distance(recording, a) - distance(recording, b));
  return timed[0] ?? null;
}

/** Milliseconds between the starts; 0 when one of them is unknown. */
function distance(recording: MatchFacts, row: Row): number {
  return row.started_at === null || recording.startedAt === null ? 0 : Math.abs(row.started_at - recording.startedAt);
}

/** The customer's number decides; without it, the agent's. After a transfer the agents may differ. */
function sameParties(recording: MatchFacts, row: Row): boolean {
  if (recording.phone && row.phone) return sameNumber(recording.phone, row.phone);
  return recording.agentNo !== null && recording.agentNo === row.agent_no;
}

/** Masked digits fit any digit: 138****8001. */
export function sameNumber(a: string, b: string): boolean {
  return (
    a.length === b.length && [...a].every((digit, index) => digit === b[index] || digit === '*' || b[index] === '*')
  );
}

/** How many of the row's folders, counted from the file upwards, the recording's path shares. */
function sharedFolders(path: string, folder: string): number {
  const own = dirname(path).replaceAll('\\', '/').normalize('NFC').toLowerCase().split('/').reverse();
  const told = folder.split('/').filter(Boolean).reverse();
  const differs = told.findIndex((part, index) => part !== own[index]);
  return differs < 0 ? told.length : differs;
}
