/** Stored calls through the rules of the library, many at a time, and what they say into the library. */
import { type CallFindings, type Db, saveFindings } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { toRow } from './finding-row.ts';
import { loadCalls } from './load-call.ts';
import type { RuleSet } from './rules/rule-set.ts';

export interface Judged {
  /** Recordings that are no more. */
  missing: string[];
  /** Stores what the rules said. */
  store(tx: Db): Promise<void>;
}

/**
 * @param only these rules; what they said goes where they are switched off or removed. All rules when left out
 */
export async function judgeCalls(
  context: Pick<CoreContext, 'library' | 'newId' | 'clock'>,
  ruleSet: RuleSet,
  recordingIds: readonly string[],
  only?: readonly string[],
): Promise<Judged> {
  const rules = (await ruleSet.active()).filter(({ facts }) => only === undefined || only.includes(facts.id));
  const loaded = await loadCalls(context, recordingIds);
  const known = new Set(loaded.map(({ call }) => call.recording.id));
  const calls = loaded.map(
    ({ call }): CallFindings => ({
      recordingId: call.recording.id,
      findings: rules.map(({ facts, params, judge }) => toRow(context, call.recording.id, facts, params, judge(call))),
    }),
  );
  return {
    missing: recordingIds.filter((id) => !known.has(id)),
    store: (tx) => saveFindings(tx, calls, only ?? 'all'),
  };
}
