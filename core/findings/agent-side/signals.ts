/** What each source says of the channel that carries the agent. */
import type { Speaker } from '../../contract/index.ts';
import { signsIn } from './agent-words.ts';
import { ownedWithin } from './channel-owners.ts';
import type { SidedCall } from './decide.ts';
import { writtenNumber } from './service-number.ts';

export type Channel = 0 | 1;

/** A column that says where the agent is, or one of a channel that says who is on it. */
const agentColumn = /^(坐席|座席|客服|话务员|agent|operator)[\s_-]*(所在)?(声道|通道|channel|side|ch)$/i;
const channelColumn = /^(左|右|left|right|l|r)[\s_-]*(声道|通道|channel)$/i;
const left = /^(左|左声道|左通道|left|l|0|ch0|channel ?0)$/i;
const right = /^(右|右声道|右通道|right|r|2|声道2|channel ?2)$/i;
const isAgent = /^(坐席|座席|客服|agent|operator)$/i;
const isCustomer = /^(客户|用户|顾客|customer|caller)$/i;

/** By the call record's own columns. A bare 1 may be either, counted from 0 or from 1. */
export function byCallRecord(row: string | undefined): Channel | null {
  const told = new Set<Channel>();
  for (const [heading, cell] of Object.entries(JSON.parse(row ?? '{}') as Record<string, unknown>)) {
    const name = heading.normalize('NFKC').trim();
    const value = String(cell ?? '')
      .normalize('NFKC')
      .trim();
    if (agentColumn.test(name)) {
      if (left.test(value)) told.add(0);
      if (right.test(value)) told.add(1);
    } else if (channelColumn.test(name)) {
      const own = /^(左|left|l)/i.test(name) ? 0 : 1;
      if (isAgent.test(value)) told.add(own);
      if (isCustomer.test(value)) told.add(own === 0 ? 1 : 0);
    }
  }
  return told.size === 1 ? [...told][0]! : null;
}

/** Seconds that have to be heard, and the share of each party's that has to be on its channel. */
const enoughS = 2;
const enoughShare = 0.7;

/** By where the sentences of each party are heard. */
export function byLabels({ transcript }: SidedCall, owners: Int8Array): Channel | null {
  if (!transcript || transcript.timing === 'estimated') return null;
  const heard: Record<Speaker, [number, number]> = { agent: [0, 0], customer: [0, 0], unknown: [0, 0] };
  for (const { speaker, start, end } of transcript.sentences) {
    const [onLeft, onRight] = ownedWithin(owners, start, end);
    heard[speaker][0] += onLeft;
    heard[speaker][1] += onRight;
  }
  const agent = mostlyOn(heard.agent);
  const customer = mostlyOn(heard.customer);
  if (agent === null) return null;
  const said = heard.customer[0] + heard.customer[1];
  return said < enoughS || (customer !== null && customer !== agent) ? agent : null;
}

function mostlyOn([onLeft, onRight]: [number, number]): Channel | null {
  const all = onLeft + onRight;
  if (all < enoughS || Math.max(onLeft, onRight) < all * enoughShare) return null;
  return onLeft > onRight ? 0 : 1;
}

/** Support for one side has to be so large, and what speaks against it so small a part of it. */
const enoughSupport = 3;
const mostAgainst = 1 / 3;

export interface WordsSay {
  /** The channel that the words tell. */
  channel: Channel | null;
  /** Where they lean to though they do not tell. */
  lean: Channel | null;
}

/** By what is said on each channel. @param first channel that speaks first, a weak hint on inbound calls only */
export function byWords(call: SidedCall, owners: Int8Array | null, first: Channel | null): WordsSay {
  const support: [number, number] = [0, 0];
  for (const sentence of call.transcript?.sentences ?? []) {
    const on = channelOfSentence(call, sentence, owners);
    if (on === null) continue;
    const { agent, customer } = signsIn(sentence.plain);
    const number = call.agentNo && customer === 0 && writtenNumber(sentence.plain, call.agentNo) ? 3 : 0;
    support[on] += Math.max(agent, number);
    support[on === 0 ? 1 : 0] += customer;
  }
  const told = support[0] + support[1];
  if (told > 0 && first !== null) support[first] += 1;
  const [best, other]: [Channel, Channel] = support[0] >= support[1] ? [0, 1] : [1, 0];
  if (told > 0 && support[best] >= enoughSupport && support[other] <= support[best] * mostAgainst)
    return { channel: best, lean: best };
  if (support[0] === support[1]) return { channel: null, lean: told > 0 ? null : first };
  return { channel: null, lean: best };
}

/** Of sentences that were heard per channel that is known; of others it is where they sound. */
function channelOfSentence(
  { transcript }: SidedCall,
  sentence: { speaker: Speaker; start: number; end: number },
  owners: Int8Array | null,
): Channel | null {
  const assumed = transcript?.speakersBy === 'channels' ? transcript.agentChannel : null;
  if (assumed === 0 || assumed === 1) {
    if (sentence.speaker === 'unknown') return null;
    return (sentence.speaker === 'agent') === (assumed === 0) ? 0 : 1;
  }
  if (!owners || transcript?.timing === 'estimated') return null;
  const [onLeft, onRight] = ownedWithin(owners, sentence.start, sentence.end);
  if (Math.max(onLeft, onRight) < (onLeft + onRight) * enoughShare || onLeft === onRight) return null;
  return onLeft > onRight ? 0 : 1;
}
