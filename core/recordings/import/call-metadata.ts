/** Brings what the file name and the call record say into the recording, its agent and its team. Within a transaction. */
import { isDeepStrictEqual } from 'node:util';
import {
  agentNoByName,
  type CallRecord,
  type Db,
  hasCallRecord,
  keepBefore,
  linkCallRecord,
  type MatchFacts,
  type MatchRule,
  matchFacts,
  type RecordingMetadata,
  recordingMetadata,
  recordingsWithoutCallRecord,
  updateRecordingMetadata,
  upsertAgent,
  upsertTeam,
  waitingCallRecords,
} from '../../../db/index.ts';
import type { CallFact } from '../../contract/index.ts';
import { initialsOf } from '../../text/initials.ts';
import { toBusinessDate } from '../time-zone.ts';
import { fileKeyOf, nearKeyOf } from './cdr-row.ts';
import { callIdsIn, pickCallRecord, sameNumber, toleranceMs } from './match-call-record.ts';
import type { NameMetadata } from './name-metadata.ts';

export interface MetadataTools {
  newId: () => string;
  /** IANA zone of the library. */
  zone: string;
  /** The import that does it. */
  jobId: string;
}

/** What one source says; null where it says nothing. */
interface Told extends NameMetadata {
  agentName: string | null;
  business: string | null;
}

/** Fills what the recording does not know yet by what its file's name says. */
export async function applyName(db: Db, recordingId: string, name: NameMetadata, tools: MetadataTools): Promise<void> {
  const known = await recordingMetadata(db, recordingId);
  await apply(db, recordingId, known, { ...name, agentName: null, business: null }, 'fill', tools);
}

/**
 * Ties the recording to a call record that waits for it, whose values then win.
 * @param alias path under which the same content came again: rows may name it
 */
export async function linkRecording(db: Db, recordingId: string, tools: MetadataTools, alias?: string): Promise<void> {
  if (await hasCallRecord(db, recordingId)) return;
  const facts = await matchFacts(db, recordingId);
  const names =
    alias === undefined ? [] : [{ ...facts, path: alias, fileKey: fileKeyOf(alias), nearKey: nearKeyOf(alias) }];
  for (const named of [facts, ...names]) if (await linkAs(db, named, tools)) return;
}

async function linkAs(db: Db, facts: MatchFacts, tools: MetadataTools): Promise<boolean> {
  const span = facts.startedAt === null ? { from: null, to: null } : around(facts.startedAt);
  const by = { fileKey: facts.fileKey, callIds: callIdsIn(facts.fileKey), ...span };
  const match = pickCallRecord(facts, await waitingCallRecords(db, by));
  if (!match) return false;
  await tie(db, match.row, facts.id, match.rule, tools);
  return true;
}

/** Makes the row the recording's own; its values win. */
export async function tie(
  db: Db,
  row: CallRecord,
  recordingId: string,
  rule: MatchRule,
  tools: MetadataTools,
): Promise<void> {
  await linkCallRecord(db, row.id, recordingId, rule);
  await applyRow(db, recordingId, row, tools);
}

/** Ties stored rows to recordings that are already in the library; what changed in a tied row is brought to its recording. */
export async function linkRows(db: Db, rows: readonly CallRecord[], tools: MetadataTools): Promise<void> {
  // A file may bear the system's name of the call and nothing else.
  const fileKeys = rows.flatMap((row) => (row.recording_id === null ? (row.file_key ?? row.call_id ?? []) : []));
  const named = await recordingsWithoutCallRecord(db, { fileKeys: [...new Set(fileKeys)] });
  const waiting = rows.filter((row) => row.recording_id === null);
  const taken = new Set<string>();
  for (const row of rows) {
    if (row.recording_id !== null) {
      await applyRow(db, row.recording_id, row, tools);
      continue;
    }
    const candidates =
      row.file_key !== null
        ? named.filter((recording) => recording.fileKey === row.file_key)
        : [
            ...named.filter((recording) => recording.fileKey === row.call_id),
            ...(row.started_at === null ? [] : await recordingsWithoutCallRecord(db, around(row.started_at))),
          ];
    const fitting = candidates.filter(({ id }) => !taken.has(id));
    const rivals = row.file_key === null ? waiting.filter((other) => other.file_key === null) : [row];
    const nearest = pickNearest(
      row,
      fitting.filter((recording) => pickCallRecord(recording, rivals)?.row === row),
    );
    if (!nearest) continue;
    taken.add(nearest.id);
    await tie(db, row, nearest.id, pickCallRecord(nearest, [row])!.rule, tools);
  }
}

function pickNearest<T extends { startedAt: number | null }>(row: CallRecord, recordings: readonly T[]): T | undefined {
  const distance = ({ startedAt }: T) => Math.abs((startedAt ?? 0) - (row.started_at ?? 0));
  return recordings.toSorted((a, b) => distance(a) - distance(b))[0];
}

async function applyRow(db: Db, recordingId: string, row: CallRecord, tools: MetadataTools): Promise<void> {
  const told: Told = {
    agentNo: row.agent_no,
    agentName: row.agent_name,
    team: row.team,
    phone: row.phone,
    direction: row.direction,
    startedAt: row.started_at,
    business: row.business,
  };
  await apply(db, recordingId, await recordingMetadata(db, recordingId), told, 'replace', tools);
}

async function apply(
  db: Db,
  recordingId: string,
  known: RecordingMetadata & { by_hand: string },
  said: Told,
  how: 'fill' | 'replace',
  tools: MetadataTools,
): Promise<void> {
  const byHand = JSON.parse(known.by_hand) as CallFact[];
  const told = withoutFacts(said, byHand);
  const choose = <T>(before: T | null, now: T | null) => (how === 'fill' ? (before ?? now) : (now ?? before));
  const agentNo = choose(known.agent_no, told.agentNo ?? (await agentByName(db, told.agentName, known.agent_no)));
  const startedAt = choose(known.started_at, told.startedAt);
  const teamId = told.team === null ? null : await upsertTeam(db, told.team, tools.newId());
  const agent =
    agentNo === null
      ? null
      : await upsertAgent(db, {
          agentNo,
          name: told.agentName,
          initials: told.agentName && initialsOf(told.agentName),
          teamId,
          at: startedAt,
        });
  const { by_hand: _, ...before } = known;
  const now: RecordingMetadata = {
    agent_no: agentNo,
    // A name that was told with another number is another person's.
    agent_name: told.agentName ?? (agentNo === known.agent_no ? known.agent_name : null),
    team_id: choose(known.team_id, teamId) ?? (byHand.includes('team') ? null : (agent?.teamId ?? null)),
    phone: choosePhone(choose(known.phone, told.phone), known.phone),
    direction: choose(known.direction, told.direction),
    started_at: startedAt,
    business_date: startedAt === null ? null : toBusinessDate(startedAt, tools.zone),
    business: choose(known.business, told.business),
  };
  if (isDeepStrictEqual(now, before)) return;
  await keepBefore(db, tools.jobId, { recording_id: recordingId }, before);
  await updateRecordingMetadata(db, recordingId, now);
}

/** A person's word stands against what files and call records say. */
function withoutFacts(told: Told, byHand: readonly CallFact[]): Told {
  return {
    ...told,
    ...(byHand.includes('agent') && { agentNo: null, agentName: null }),
    ...(byHand.includes('team') && { team: null }),
    ...(byHand.includes('direction') && { direction: null }),
    ...(byHand.includes('start') && { startedAt: null }),
  };
}

/** Some systems tell only the name: an agent known by it, the one the file names, or the name as 工号. */
async function agentByName(db: Db, name: string | null, known: string | null): Promise<string | null> {
  if (name === null) return null;
  return (await agentNoByName(db, name)) ?? known ?? name;
}

/** A masked number does not replace the same number in full. */
function choosePhone(chosen: string | null, known: string | null): string | null {
  return chosen?.includes('*') && known !== null && sameNumber(chosen, known) ? known : chosen;
}

function around(at: number): { from: number; to: number } {
  return { from: at - toleranceMs, to: at + toleranceMs };
}
