/** One row for each call: of several for the same one, such as a queue's attempts, the one that tells of it best. Pure. */
import type { CallRow } from './cdr-row.ts';

/** Answered before untold before unanswered; then the one that was talked on longest; then the first. */
const isBetter = (a: CallRow, b: CallRow): boolean => {
  const rank = ({ answered }: CallRow) => (answered === null ? 1 : answered ? 2 : 0);
  return rank(a) !== rank(b) ? rank(a) > rank(b) : (a.talkSeconds ?? -1) > (b.talkSeconds ?? -1);
};

/** @returns in the order of the file, with how many rows tell of a call that another one tells of better */
export function bestRows(rows: readonly CallRow[]): { kept: CallRow[]; further: number } {
  const byCall = Map.groupBy(rows, (row) => row.key);
  const kept = [...byCall.values()].map((same) => {
    const best = same.reduce((known, row) => (isBetter(row, known) ? row : known));
    return same.reduce((filled, row) => (row === best || !isSamePerson(best, row) ? filled : fill(filled, row)), best);
  });
  return { kept, further: rows.length - kept.length };
}

/** Rows of other agents are other attempts: what they say is not true of this one. */
const isSamePerson = (a: CallRow, b: CallRow) =>
  (a.agentNo === null || b.agentNo === null || a.agentNo === b.agentNo) &&
  !(a.answered === true && b.answered === false);

function fill(row: CallRow, other: CallRow): CallRow {
  const gaps = Object.entries(other).filter(([field, value]) => row[field as keyof CallRow] === null && value !== null);
  return gaps.length === 0 ? row : { ...row, ...Object.fromEntries(gaps) };
}
