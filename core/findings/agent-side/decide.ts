/**
 * Decides which channel of a stereo recording carries the agent. A person's word stands. Else the call record, the
 * speakers of the transcript and what each side says have to agree, as far as they say anything; where they do not, or
 * say nothing, it is left open: rules that need to know the sides then cannot tell.
 */
import type { Measures } from '../../audio/measures.ts';
import type { AgentChannelFrom, Direction, Settings } from '../../contract/index.ts';
import type { Timing } from '../../transcripts/sentence.ts';
import type { SpokenSentence } from '../call.ts';
import { bothSpeak, channelOwners, firstOwner } from './channel-owners.ts';
import { byCallRecord, byLabels, byWords, type Channel } from './signals.ts';

/** What is known of a call whose sides are to be told. */
export interface SidedCall {
  channels: number | null;
  direction: Direction | null;
  agentNo: string | null;
  /** The call record's row as read, JSON. */
  recordRow: string | undefined;
  transcript: {
    timing: Timing;
    /** How its speakers are known: by labels that name roles, by numbered labels, or by the channel they are heard on. */
    speakersBy: 'labels' | 'numbers' | 'channels';
    /** The agent's channel that was taken when speakers of channels were named. */
    agentChannel: number | null;
    sentences: readonly SpokenSentence[];
  } | null;
  measures: Measures | null;
}

export interface AgentSide {
  channel: number | null;
  /** Null: the voices share one channel. */
  from: AgentChannelFrom | null;
}

/** @param setting what a library takes where nothing tells */
export function decideAgentSide(call: SidedCall, setting: Settings['agentSide']): AgentSide {
  const voices = call.measures?.channels.length ?? call.channels ?? 1;
  if (voices < 2) return { channel: null, from: null };
  const owners = call.measures ? channelOwners(call.measures) : null;
  const record = byCallRecord(call.recordRow);
  const labels = owners && call.transcript?.speakersBy !== 'channels' ? byLabels(call, owners) : null;
  const first = owners && call.direction === 'inbound' ? firstOwner(owners) : null;
  const words = byWords(call, owners, first);
  // A channel on which nobody speaks leaves both voices on the other one.
  if (owners && record === null && !bothSpeak(owners)) return { channel: null, from: 'unclear' };
  const said = [record, labels, words.channel].filter((channel) => channel !== null);
  if (new Set(said).size > 1) return { channel: null, from: 'contradicted' };
  if (record !== null) return { channel: record, from: 'call-record' };
  if (labels !== null && call.transcript?.speakersBy === 'labels') return { channel: labels, from: 'transcript' };
  if (words.channel !== null) return { channel: words.channel, from: 'words' };
  const assumed = assumption(setting);
  const against = [labels, words.lean].some((channel) => channel !== null && channel !== assumed);
  if (assumed === null || against) return { channel: null, from: 'unclear' };
  return { channel: assumed, from: 'assumed' };
}

const assumption = (setting: Settings['agentSide']): Channel | null =>
  setting === 'left' ? 0 : setting === 'right' ? 1 : null;
