import { z } from 'zod';
import { channelOf, isStereo, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';

/** Article 23.15: by the call record; else by the side on which a busy tone follows; nothing else tells. */
export const customerHangsUpFirst = defineDetector({
  id: 'customer-hangs-up-first',
  version: 1,
  title: { zh: '让客户先挂机', en: 'Lets the customer hang up first' },
  severity: 'serious',
  needs: [],
  helps: ['call-record', 'measures'],
  params: z.object({}),
  detect(call) {
    const by = call.callRecord?.hangupBy ?? null;
    if (by === 'customer') return met('话单：客户先挂机。', 'Call record: the customer hung up.');
    if (by === 'agent') return notMet('话单：坐席先挂机。', 'Call record: the agent hung up.');
    const busy = call.measures?.tones.findLast((tone) => tone.kind === 'busy');
    if (busy && isStereo(call)) {
      const evidence = [span(busy.start, busy.end, busy.channel)];
      // The exchange plays the busy tone into the line of the side that is gone.
      if (busy.channel === channelOf(call, 'customer'))
        return met('客户侧出现忙音：客户先挂机。', 'Busy tone on the customer’s side: the customer hung up.', {
          evidence,
        });
      return notMet('坐席侧出现忙音：坐席先挂机。', 'Busy tone on the agent’s side: the agent hung up.', { evidence });
    }
    return cannotTell(
      '话单没有挂机方，录音中也没有可区分的忙音。',
      'No hang-up party on record, and no busy tone that tells.',
    );
  },
});
