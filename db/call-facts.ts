/** What is known about a call apart from its sound, and what a person corrects of it. All within a transaction. */
import { nameAtTheTime } from './agents.ts';
import type { Db } from './open.ts';

export interface StoredFacts {
  id: string;
  agentId: string | null;
  /** Of the agent at the time of the call. */
  agentName: string | null;
  /** The name that was told with this call, where one was. */
  nameTold: string | null;
  team: string | null;
  direction: 'inbound' | 'outbound' | null;
  /** Epoch ms UTC. */
  startedAt: number | null;
  /** JSON list of the facts that a person corrected. */
  byHand: string;
}

/** What a person may correct; absent = as it is, null = unknown. */
export interface FactsChange {
  agentId?: string | null | undefined;
  /** The name that was told with this call; null when it had none or the agent becomes another. */
  nameTold?: string | null | undefined;
  /** The agent's own name: changes wherever this person is shown. */
  agent?: { name: string | null; initials: string | null } | undefined;
  team?: { name: string; newId: string } | null | undefined;
  direction?: 'inbound' | 'outbound' | null | undefined;
  start?: { at: number | null; businessDate: string | null } | undefined;
  byHand: string;
}

/** SQLite takes at most 32,766 parameters in a statement. */
const chunk = 30_000;

/** In no particular order; ids without a recording are left out. */
export async function factsOf(tx: Db, ids: readonly string[]): Promise<StoredFacts[]> {
  const found: StoredFacts[] = [];
  for (let from = 0; from < ids.length; from += chunk)
    found.push(
      ...(await tx
        .selectFrom('recordings as r')
        .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
        .leftJoin('teams as t', 't.id', 'r.team_id')
        .select([
          'r.id',
          'r.agent_no as agentId',
          nameAtTheTime.as('agentName'),
          'r.agent_name as nameTold',
          't.name as team',
          'r.direction',
          'r.started_at as startedAt',
          'r.by_hand as byHand',
        ])
        .where('r.id', 'in', ids.slice(from, from + chunk))
        .execute()),
    );
  return found;
}

/** Agents and teams that do not exist yet are made. */
export async function changeFacts(tx: Db, id: string, change: FactsChange): Promise<void> {
  if (change.agentId) {
    await tx
      .insertInto('agents')
      .values({ agent_no: change.agentId, name: null, initials: null, team_id: null })
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
  await tx
    .updateTable('recordings')
    .set({
      by_hand: change.byHand,
      agent_no: change.agentId,
      agent_name: change.nameTold,
      team_id: change.team ? await teamNamed(tx, change.team) : change.team,
      direction: change.direction,
      ...(change.start && { started_at: change.start.at, business_date: change.start.businessDate }),
    })
    .where('id', '=', id)
    .execute();
  if (change.agent) await renameAgent(tx, id, change.agent);
}

/** Wherever the same person is shown: all calls of the number, unless it belonged to others too. */
async function renameAgent(tx: Db, id: string, to: { name: string | null; initials: string | null }): Promise<void> {
  const call = await tx
    .selectFrom('recordings as r')
    .innerJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .select(['a.agent_no as agentNo', 'a.name as current', 'a.passed_on as passedOn', nameAtTheTime.as('name')])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!call || call.name === to.name) return;
  if (call.passedOn === 0 || call.name === call.current)
    await tx.updateTable('agents').set(to).where('agent_no', '=', call.agentNo).execute();
  const named = tx.updateTable('recordings').set({ agent_name: to.name }).where('agent_no', '=', call.agentNo);
  if (call.passedOn === 0) await named.where('agent_name', 'is not', null).execute();
  else if (call.name === null) await named.where('id', '=', id).execute();
  else await named.where('agent_name', '=', call.name).execute();
}

async function teamNamed(tx: Db, team: { name: string; newId: string }): Promise<string> {
  await tx
    .insertInto('teams')
    .values({ id: team.newId, name: team.name })
    .onConflict((oc) => oc.column('name').doNothing())
    .execute();
  const row = await tx.selectFrom('teams').select('id').where('name', '=', team.name).executeTakeFirstOrThrow();
  return row.id;
}
