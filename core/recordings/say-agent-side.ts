/** A person's word on which channel carries the agent. */
import { agentSides, type StoredSide, saveAgentSides } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { AgentSideChoice } from '../contract/index.ts';

type Before = Exclude<AgentSideChoice, 'swap'>;

/** An audit entry about many recordings names this many of them, and counts all. */
const named = 1000;

/**
 * Stores it, and writes it to the audit log, all or nothing. `machine` takes a person's word back: the next judgement
 * decides. Recordings whose voices share one channel are left out.
 */
export async function sayAgentSide(
  { library, audit }: Pick<CoreContext, 'library' | 'audit'>,
  ids: readonly string[],
  side: AgentSideChoice,
): Promise<{ id: string; agentChannel: number | null; before: Before }[]> {
  return library.db.transaction().execute(async (tx) => {
    const sides = await agentSides(tx, ids);
    const said = sides.map((stored): StoredSide => ({ ...stored, ...saidOf(stored, side) }));
    await saveAgentSides(tx, said);
    const all = said.map(({ recordingId }) => recordingId);
    if (all.length === 1) await audit.write('recording.agent-side', all[0]!, { side }, tx);
    else if (all.length > 1)
      await audit.write('recording.agent-side', null, { side, count: all.length, ids: all.slice(0, named) }, tx);
    return said.map(({ recordingId, channel }, index) => ({
      id: recordingId,
      agentChannel: channel,
      before: beforeOf(sides[index]!),
    }));
  });
}

function saidOf({ channel }: StoredSide, side: AgentSideChoice): Pick<StoredSide, 'channel' | 'from'> {
  if (side === 'machine') return { channel: null, from: 'unclear' };
  // While it is open the screen shows the left one as the agent's.
  const said = side === 'swap' ? ((channel ?? 0) === 0 ? 1 : 0) : side === 'left' ? 0 : 1;
  return { channel: said, from: 'person' };
}

const beforeOf = ({ channel, from }: StoredSide): Before =>
  from !== 'person' ? 'machine' : channel === 1 ? 'right' : 'left';
