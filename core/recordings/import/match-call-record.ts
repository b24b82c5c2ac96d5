/** Which call record belongs to a recording. Pure. */
import { dirname } from 'node:path';
import type { CallRecord, MatchFacts, MatchRule } from '../../../db/index.ts';

/** A recorder starts with the ringing or with the answer, and clocks differ: rows this far off can still mean the call. */
export const toleranceMs = 120_000;
/** Equal names that lie further apart in time are different calls: `001.wav` of another day. */
const sameNameMs = 12 * 3600_000;

type Row = Pick<CallRecord, 'file_key' | 'folder' | 'started_at' | 'agent_no' | 'phone' | 'call_id' | 'answered'>;
export interface Match<R> {
  row: R;
  rule: Exclude<MatchRule, 'near-file'>;
}

/**
 * The row that names the file wins (the one with most of its folders, then the nearest in time); then the one whose
 * name of the call the file bears; else the nearest call of the same customer or agent. Of a queue's attempts the
 * answered one counts, and none where that cannot be told.
 */
export function pickCallRecord<R extends Row>(recording: MatchFacts, rows: readonly R[]): Match<R> | null {
  const named = rows
    .filter(
      (row) => row.file_key !== null && row.file_key === recording.fileKey && distance(recording, row) <= sameNameMs,
    )
    .map((row) => ({ row, folders: sharedFolders(recording.path, row.folder) }))
    .sort((a, b) => b.folders - a.folders || distance(recording, a.row) - distance(recording, b.row));
  if (named[0]) return { row: named[0].row, rule: 'file' };
  const others = rows.filter((row) => row.file_key === null);
  const ids = new Set(callIdsIn(recording.fileKey));
  const called = best(
    recording,
    others.filter((row) => row.call_id !== null && ids.has(row.call_id) && distance(recording, row) <= sameNameMs),
  );
  if (called) return { row: called, rule: 'call-id' };
  const timed = best(
    recording,
    others
      .filter((row) => row.started_at !== null && recording.startedAt !== null)
      .filter((row) => distance(recording, row) <= toleranceMs && sameParties(recording, row))
      .filter((row) => row.answered !== 0 || sameAgent(recording, row)),
  );
  return timed && { row: timed, rule: recording.phone && timed.phone ? 'number' : 'agent' };
}

/** The likeliest attempt; null when two of different agents are equally likely. */
function best<R extends Row>(recording: MatchFacts, rows: readonly R[]): R | null {
  const rank = (row: R) => [row.answered ?? 0.5, Number(sameAgent(recording, row)), -distance(recording, row)] as const;
  const compare = (a: R, b: R) => {
    const [first, second] = [rank(a), rank(b)];
    return second[0] - first[0] || second[1] - first[1] || second[2] - first[2];
  };
  const [first, second] = rows.toSorted(compare);
  if (!first) return null;
  return second && compare(first, second) === 0 && first.agent_no !== second.agent_no ? null : first;
}

const sameAgent = (recording: MatchFacts, row: Row) => recording.agentNo !== null && recording.agentNo === row.agent_no;

/** What of a file's name may be the phone system's name of the call: the whole, Asterisk's unique id, a UUID, long numbers. */
export function callIdsIn(fileKey: string | null): string[] {
  if (fileKey === null) return [];
  const parts = fileKey.match(/\d{9,10}\.\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9]{10,}/g) ?? [];
  return [...new Set([fileKey, ...parts])];
}

/** Milliseconds between the starts; 0 when one of them is unknown. */
function distance(recording: MatchFacts, row: Row): number {
  return row.started_at === null || recording.startedAt === null ? 0 : Math.abs(row.started_at - recording.startedAt);
}

/** The customer's number decides; without it, the agent's. After a transfer the agents may differ. */
function sameParties(recording: MatchFacts, row: Row): boolean {
  if (recording.phone && row.phone) return sameNumber(recording.phone, row.phone);
  return sameAgent(recording, row);
}

/** Masked digits fit any digit: 138****8001. Of several numbers, parted by `/`, one must be the same. */
export function sameNumber(a: string, b: string): boolean {
  const fits = (one: string, other: string) =>
    one.length === other.length &&
    [...one].every((digit, index) => digit === other[index] || digit === '*' || other[index] === '*');
  return a.split('/').some((one) => b.split('/').some((other) => fits(one, other)));
}

/** How many of the row's folders, counted from the file upwards, the recording's path shares. */
function sharedFolders(path: string, folder: string): number {
  const own = dirname(path).replaceAll('\\', '/').normalize('NFC').toLowerCase().split('/').reverse();
  const told = folder.split('/').filter(Boolean).reverse();
  const differs = told.findIndex((part, index) => part !== own[index]);
  return differs < 0 ? told.length : differs;
}
