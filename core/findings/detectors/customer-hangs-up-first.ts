import { z } from 'zod';
import type { Tone } from '../../audio/measures.ts';
import { toldAsAssumed } from '../agent-side/told-as-assumed.ts';
import { type Call, channelOf, isStereo, sidesOpen, span, whyNoSides } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, type Outcome } from '../outcome.ts';

/** Article 23.15: by the call record; else by the side on which a busy tone follows; nothing else tells. */
export const customerHangsUpFirst = defineDetector({
  id: 'customer-hangs-up-first',
  version: 3,
  title: { zh: '让客户先挂机', en: 'Lets the customer hang up first' },
  breach: { zh: '坐席先挂机', en: 'Agent hung up first' },
  severity: 'serious',
  needs: [],
  helps: ['call-record', 'measures'],
  params: z.object({}),
  detect(call) {
    const by = call.callRecord?.hangupBy ?? null;
    if (by === 'customer') return met('话单：客户先挂机。', 'Call record: the customer hung up.');
    if (by === 'agent') return notMet('话单：坐席先挂机。', 'Call record: the agent hung up.');
    const busy = busyAtEnd(call);
    if (busy) return toldAsAssumed(call, byBusyTone(call, busy));
    if (sidesOpen(call) && call.measures?.tones.some(({ kind }) => kind === 'busy')) {
      const { zh, en } = whyNoSides(call);
      return cannotTell(`有忙音，但${zh}`, `There is a busy tone. ${en}`);
    }
    return cannotTell(
      '话单没有挂机方，录音中也没有可区分的忙音。',
      'No hang-up party on record, and no busy tone that tells.',
    );
  },
});

function byBusyTone(call: Call, busy: Tone): Outcome {
  const evidence = [span(busy.start, busy.end, busy.channel)];
  // The exchange plays the busy tone into the line of the side that is gone.
  if (busy.channel === channelOf(call, 'customer'))
    return met('客户侧出现忙音：客户先挂机。', 'Busy tone on the customer’s side: the customer hung up.', {
      evidence,
    });
  return notMet('坐席侧出现忙音：坐席先挂机。', 'Busy tone on the agent’s side: the agent hung up.', { evidence });
}

/** The busy tone after the last word, where one side alone has it. One earlier in the call is that of a transfer. */
function busyAtEnd(call: Call): Tone | null {
  if (!call.measures || !isStereo(call)) return null;
  const last = Math.max(0, ...call.measures.channels.flatMap(({ speech }) => speech.map(([, end]) => end)));
  const busy = call.measures.tones.filter(({ kind, start }) => kind === 'busy' && start >= last - 1);
  return new Set(busy.map(({ channel }) => channel)).size === 1 ? busy[0]! : null;
}
