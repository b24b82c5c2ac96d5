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

export interface AgentFacts {
  agentNo: string;
  /** What is null stays as it was. */
  name: string | null;
  initials: string | null;
  teamId: string | null;
}

/** @returns the agent's team after the change */
export async function upsertAgent(db: Db, agent: AgentFacts): Promise<{ teamId: string | null }> {
  const { agentNo, name, initials, teamId } = agent;
  return db
    .insertInto('agents')
    .values({ agent_no: agentNo, name, initials, team_id: teamId })
    .onConflict((oc) =>
      oc.column('agent_no').doUpdateSet((eb) => ({
        name: eb.fn.coalesce('excluded.name', 'agents.name'),
        initials: eb.fn.coalesce('excluded.initials', 'agents.initials'),
        team_id: eb.fn.coalesce('excluded.team_id', 'agents.team_id'),
      })),
    )
    .returning('team_id as teamId')
    .executeTakeFirstOrThrow();
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
