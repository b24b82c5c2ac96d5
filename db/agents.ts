/** Agents and teams. */
import { sql } from 'kysely';
import type { Db, LibraryDb } from './open.ts';

/** @returns the id of the team with this name, made when there is none */
export async function upsertTeam(db: Db, name: string, newId: string): Promise<string> {
  const row = await db
    .insertInto('teams')
    .values({ id: newId, name })
    .onConflict((oc) => oc.column('name').doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * The agent's name at the time of the call `r`, given its agent `a`. The call's own row is looked up only where the
 * number was passed on: lists and reports walk along indexes that do not hold the name.
 */
export const nameAtTheTime = sql<string | null>`CASE WHEN a.passed_on = 1
  THEN (SELECT n.agent_name FROM recordings n WHERE n.id = r.id) ELSE a.name END`;

export interface AgentFacts {
  agentNo: string;
  /** Start of the call that tells this, epoch ms; null where it is not known. */
  at: number | null;
  /** What is null stays as it was. */
  name: string | null;
  initials: string | null;
  teamId: string | null;
}

/**
 * What an older call tells does not replace what a later one told.
 * @returns the agent's team after the change; null where the number belonged to more than one person
 */
export async function upsertAgent(db: Db, agent: AgentFacts): Promise<{ teamId: string | null }> {
  const { agentNo, name, initials, teamId, at } = agent;
  const known = await db.selectFrom('agents').selectAll().where('agent_no', '=', agentNo).executeTakeFirst();
  if (!known) {
    const row = { agent_no: agentNo, name, initials, team_id: teamId, told_at: name === null ? null : at };
    await db.insertInto('agents').values(row).execute();
    return { teamId };
  }
  const later = at === null || known.told_at === null || at >= known.told_at;
  const differs = name !== null && known.name !== null && name !== known.name;
  const change = {
    ...(name !== null && (later || known.name === null) ? { name, initials, told_at: at ?? known.told_at } : {}),
    ...(teamId !== null && (later || known.team_id === null) ? { team_id: teamId } : {}),
    ...(differs ? { passed_on: 1 } : {}),
  };
  if (differs && known.passed_on === 0) await keepName(db, { ...known, name: known.name! }, at);
  if (Object.keys(change).length > 0)
    await db.updateTable('agents').set(change).where('agent_no', '=', agentNo).execute();
  const { team_id, passed_on } = { ...known, ...change };
  return { teamId: passed_on === 1 ? null : team_id };
}

/**
 * Before the number passes on: calls that were told without a name, on the known name's side of the last call that told
 * it, keep that name. Between the two names nobody can tell.
 */
async function keepName(
  db: Db,
  known: { agent_no: string; name: string; told_at: number | null },
  at: number | null,
): Promise<void> {
  const unnamed = db
    .updateTable('recordings')
    .set({ agent_name: known.name })
    .where('agent_no', '=', known.agent_no)
    .where('agent_name', 'is', null);
  const { told_at } = known;
  if (told_at === null) await (at === null ? unnamed : unnamed.where('started_at', '<', at)).execute();
  else await unnamed.where('started_at', at !== null && at < told_at ? '>=' : '<=', told_at).execute();
}

/** 工号 of the only agent with this name; null when nobody or more than one bears it. */
export async function agentNoByName(db: Db, name: string): Promise<string | null> {
  const rows = await db.selectFrom('agents').select('agent_no').where('name', '=', name).limit(2).execute();
  return rows.length === 1 ? rows[0]!.agent_no : null;
}

export interface KnownAgent {
  agentId: string;
  agentName: string | null;
  team: string | null;
}

/** Agents whose pinyin initials, name or 工号 begins with the text, in the order of their 工号. */
export function agentsStarting(library: LibraryDb, text: string, limit: number): Promise<KnownAgent[]> {
  const start = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  return library.db
    .selectFrom('agents as a')
    .leftJoin('teams as t', 't.id', 'a.team_id')
    .select(['a.agent_no as agentId', 'a.name as agentName', 't.name as team'])
    .where(({ or }) =>
      or(
        (['a.initials', 'a.name', 'a.agent_no'] as const).map(
          (column) => sql<boolean>`${sql.ref(column)} LIKE ${start} ESCAPE '\\'`,
        ),
      ),
    )
    .orderBy('a.agent_no')
    .limit(limit)
    .execute();
}
