/** How loud each channel is in each ear. */
import type { Party } from '../../../../core/contract/index.ts';

export type Lane = 'both' | Party;
export type Muted = Readonly<Record<Party, boolean>>;

/** Gains [to the left ear, to the right ear] per channel. A single lane is heard in both ears. */
export function laneGains(lane: Lane, muted: Muted, agentChannel: number): [[number, number], [number, number]] {
  const gains = (party: Party): [number, number] => {
    if (muted[party] || (lane !== 'both' && lane !== party)) return [0, 0];
    if (lane !== 'both') return [1, 1];
    return channelOf(party, agentChannel) === 0 ? [1, 0] : [0, 1];
  };
  const agent = gains('agent');
  const customer = gains('customer');
  return agentChannel === 0 ? [agent, customer] : [customer, agent];
}

const channelOf = (party: Party, agentChannel: number): number => (party === 'agent' ? agentChannel : 1 - agentChannel);
