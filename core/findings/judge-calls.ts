/** Stored calls through the rules of the library, many at a time, and what they say into the library. */
import { type CallFindings, type Db, type StoredSide, saveAgentSides, saveFindings } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { toRow } from './finding-row.ts';
import { loadCalls } from './load-call.ts';
import type { RuleSet } from './rules/rule-set.ts';

export interface Judged {
  /** Recordings that are no more. */
  missing: string[];
  /** Sentences change their speaker with the side that was decided. */
  turnsTranscripts: boolean;
  /** Stores what the rules said, and which channel was found to be the agent's. */
  store(tx: Db): Promise<void>;
}

/**
 * @param only these rules; what they said goes where they are switched off or removed. All rules when left out
 */
export async function judgeCalls(
  context: Pick<CoreContext, 'library' | 'settings' | 'newId' | 'clock'>,
  ruleSet: RuleSet,
  recordingIds: readonly string[],
  only?: readonly string[],
): Promise<Judged> {
  const rules = (await ruleSet.active()).filter(({ facts }) => only === undefined || only.includes(facts.id));
  // Another side turns what every rule says: it is only decided where all are asked.
  const loaded = await loadCalls(context, recordingIds, { decide: only === undefined });
  const known = new Set(loaded.map(({ call }) => call.recording.id));
  const calls = loaded.map(
    ({ call }): CallFindings => ({
      recordingId: call.recording.id,
      findings: rules.map(({ facts, params, judge }) => toRow(context, call.recording.id, facts, params, judge(call))),
    }),
  );
  const sides = loaded.flatMap(({ side, call }): StoredSide[] =>
    side ? [{ recordingId: call.recording.id, ...side }] : [],
  );
  return {
    missing: recordingIds.filter((id) => !known.has(id)),
    turnsTranscripts: loaded.some(({ side, call }) => side !== null && call.transcript?.speakersByChannel),
    async store(tx) {
      await saveAgentSides(tx, sides);
      await saveFindings(tx, calls, only ?? 'all');
    },
  };
}
