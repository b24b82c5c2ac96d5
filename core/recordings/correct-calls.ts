/** A person's corrections of what files and call records told of calls: all or nothing, with a way back. */
import { changeFacts, type Db, type FactsChange, factsOf, type StoredFacts } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { type CallCorrection, CallFact, type CallFacts } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { initialsOf } from '../text/initials.ts';
import { parseDateTime } from './import/cdr-time.ts';
import { toBusinessDate } from './time-zone.ts';

/** An audit entry about many recordings names this many of them, and counts all. */
const named = 1000;

type Context = Pick<CoreContext, 'library' | 'audit' | 'settings' | 'newId'>;

/**
 * @returns the calls as they were
 * @throws DomainError INPUT_INVALID for an empty name or an impossible time, RECORDING_NOT_FOUND
 */
export async function correctCalls(
  context: Context,
  ids: readonly string[],
  correction: CallCorrection,
): Promise<CallFacts[]> {
  const { timeZone: zone } = await context.settings.get();
  const change = readChange(correction, zone, context.newId);
  const corrected = Object.entries(factOf).flatMap(([key, fact]) =>
    correction[key as keyof CallCorrection] === undefined ? [] : [fact],
  );
  if (corrected.length === 0) return [];
  return inOne(context, 'recording.correct', ids, correction, async (tx, call) => {
    const byHand = JSON.stringify(CallFact.options.filter((fact) => corrected.includes(fact) || has(call, fact)));
    await changeFacts(tx, call.id, { ...change, byHand });
  });
}

/** @returns the calls as they were before this */
export async function takeBackCorrections(context: Context, before: readonly CallFacts[]): Promise<CallFacts[]> {
  const { timeZone: zone } = await context.settings.get();
  const by = new Map(before.map((call) => [call.id, call]));
  return inOne(context, 'recording.take-back', [...by.keys()], {}, async (tx, { id }) => {
    const { agentId, agentName, nameTold, team, direction, startedAt, byHand } = by.get(id)!;
    await changeFacts(tx, id, {
      agentId,
      nameTold,
      agent: agentId === null ? undefined : { name: agentName, initials: agentName && initialsOf(agentName) },
      team: team === null ? null : { name: team, newId: context.newId() },
      direction,
      start: startOf(startedAt, zone),
      byHand: JSON.stringify(byHand),
    });
  });
}

const factOf = {
  agentId: 'agent',
  agentName: 'agent',
  team: 'team',
  direction: 'direction',
  start: 'start',
} as const satisfies Record<keyof CallCorrection, CallFact>;

const has = (call: StoredFacts, fact: CallFact) => (JSON.parse(call.byHand) as CallFact[]).includes(fact);

async function inOne(
  { library, audit }: Context,
  action: string,
  ids: readonly string[],
  change: CallCorrection,
  each: (tx: Db, call: StoredFacts) => Promise<void>,
): Promise<CallFacts[]> {
  return library.db.transaction().execute(async (tx) => {
    const calls = await factsOf(tx, ids);
    const found = new Set(calls.map(({ id }) => id));
    const missing = ids.find((id) => !found.has(id));
    if (missing !== undefined) throw new DomainError('RECORDING_NOT_FOUND', { id: missing });
    for (const call of calls) await each(tx, call);
    const before = calls.map((call): CallFacts => ({ ...call, byHand: JSON.parse(call.byHand) }));
    if (before.length === 1) await audit.write(action, before[0]!.id, { change, before: before[0] }, tx);
    else await audit.write(action, null, { change, count: before.length, before: before.slice(0, named) }, tx);
    return before;
  });
}

function readChange(
  { agentId, agentName, team, direction, start }: CallCorrection,
  zone: string,
  newId: () => string,
): Omit<FactsChange, 'byHand'> {
  const name = given(agentName, text);
  return {
    agentId: given(agentId, text),
    // The name that was told belongs to the agent who was named before.
    nameTold: agentId === undefined ? undefined : null,
    agent: name === undefined ? undefined : { name, initials: given(name, initialsOf) ?? null },
    team: given(team, (said) => ({ name: text(said), newId: newId() })),
    direction,
    start: start === undefined ? undefined : startOf(given(start, (said) => timeOf(said, zone)) ?? null, zone),
  };
}

/** Absent and unknown stay what they are. */
const given = <Said, Read>(said: Said | null | undefined, read: (said: Said) => Read): Read | null | undefined =>
  said === null || said === undefined ? (said as null | undefined) : read(said);

const startOf = (at: number | null, zone: string) => ({
  at,
  businessDate: at === null ? null : toBusinessDate(at, zone),
});

function timeOf(said: string, zone: string): number {
  const at = parseDateTime(said, zone);
  if (at === null) throw new DomainError('START_UNREADABLE', { text: said });
  return at;
}

/** Full-width digits of a 工号 are the same 工号. */
function text(value: string): string {
  const clean = value.normalize('NFKC').trim();
  if (clean === '') throw new DomainError('INPUT_INVALID', { detail: '名称为空 empty name' });
  return clean;
}
