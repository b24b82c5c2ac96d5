/**
 * Rows whose file is not there under the name they give: a copy (`… (1).wav`), a prefix, a leg. They are tied where the
 * names agree but for what copying adds, or where agent, number and second agree, and only where one row and one
 * recording fit each other and nobody else. To be done when all files of an import are in.
 */
import {
  type CallRecord,
  type Db,
  type MatchFacts,
  recordingsWithoutCallRecord,
  waitingNamedRows,
} from '../../../db/index.ts';
import { type MetadataTools, tie } from './call-metadata.ts';
import { sameNumber } from './match-call-record.ts';

const sameNameMs = 12 * 3600_000;
const sameSecondMs = 1000;
const perQuery = 500;
/** Each is asked for by its second; a file of more rows without recordings is one for another folder. */
const mostByTime = 5000;

/** @returns the recordings that were tied */
export async function linkNearly(db: Db, jobId: string, tools: MetadataTools): Promise<string[]> {
  const rows = new Map<string, CallRecord>();
  const recordings = new Map<string, MatchFacts>();
  const keep = <T extends { id: string }>(into: Map<string, T>, found: readonly T[]) => {
    for (const one of found) into.set(one.id, one);
  };
  keep(rows, await waitingNamedRows(db, { jobId }));
  keep(recordings, await recordingsWithoutCallRecord(db, { jobId }));
  const [ownRows, ownRecordings] = [[...rows.values()], [...recordings.values()]];
  for (const nearKeys of pieces(ownRows.flatMap(({ near_key }) => near_key ?? [])))
    keep(recordings, await recordingsWithoutCallRecord(db, { nearKeys }));
  for (const nearKeys of pieces(ownRecordings.flatMap(({ nearKey }) => nearKey ?? [])))
    keep(rows, await waitingNamedRows(db, { nearKeys }));
  for (const { started_at } of ownRows.filter(isWhole).slice(0, mostByTime))
    keep(recordings, await recordingsWithoutCallRecord(db, second(started_at!)));
  for (const { startedAt } of ownRecordings.filter((one) => one.startedAt !== null).slice(0, mostByTime))
    keep(rows, await waitingNamedRows(db, second(startedAt!)));
  const linked = uniquePairs([...rows.values()], [...recordings.values()]);
  for (const [row, recording] of linked)
    await db.transaction().execute((trx) => tie(trx, row, recording.id, 'near-file', tools));
  return linked.map(([, recording]) => recording.id);
}

function uniquePairs(rows: readonly CallRecord[], recordings: readonly MatchFacts[]): [CallRecord, MatchFacts][] {
  const byName = Map.groupBy(recordings, ({ nearKey }) => nearKey);
  const bySecond = Map.groupBy(recordings, ({ startedAt }) => startedAt && Math.floor(startedAt / 1000));
  const pairs = rows.flatMap((row) => {
    const at = row.started_at === null ? null : Math.floor(row.started_at / 1000);
    const close = at === null ? [] : [at - 1, at, at + 1].flatMap((one) => bySecond.get(one) ?? []);
    const fitting = new Set([...(byName.get(row.near_key) ?? []), ...close].filter((one) => fits(row, one)));
    return [...fitting].map((recording) => [row, recording] as [CallRecord, MatchFacts]);
  });
  const rowCounts = Map.groupBy(pairs, ([row]) => row.id);
  const recordingCounts = Map.groupBy(pairs, ([, recording]) => recording.id);
  return pairs.filter(
    ([row, recording]) => rowCounts.get(row.id)!.length === 1 && recordingCounts.get(recording.id)!.length === 1,
  );
}

function fits(row: CallRecord, recording: MatchFacts): boolean {
  const apart =
    row.started_at === null || recording.startedAt === null ? 0 : Math.abs(row.started_at - recording.startedAt);
  const phones = row.phone && recording.phone ? sameNumber(row.phone, recording.phone) : null;
  const agents = row.agent_no && recording.agentNo ? row.agent_no === recording.agentNo : null;
  if (phones === false || agents === false) return false;
  const named = row.near_key !== null && row.near_key === recording.nearKey && apart <= sameNameMs;
  return (
    named ||
    (phones === true && agents === true && isWhole(row) && recording.startedAt !== null && apart <= sameSecondMs)
  );
}

const isWhole = ({ started_at, agent_no, phone }: CallRecord) =>
  started_at !== null && agent_no !== null && phone !== null;
const second = (at: number) => ({ from: at - sameSecondMs, to: at + sameSecondMs });

function pieces(keys: readonly string[]): string[][] {
  const all = [...new Set(keys)];
  return Array.from({ length: Math.ceil(all.length / perQuery) }, (_, at) =>
    all.slice(at * perQuery, (at + 1) * perQuery),
  );
}
