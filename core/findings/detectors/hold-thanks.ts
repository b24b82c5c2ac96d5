import { z } from 'zod';
import { quote, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { findHolds, thanksForWaiting } from '../holds.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';

/** Articles 23.11 and 26.8: after a wait thank the customer. */
export const holdThanks = defineDetector({
  id: 'hold-thanks',
  version: 2,
  title: { zh: '等待后向客户致谢', en: 'Thanks for waiting' },
  breach: { zh: '等待后没有致谢', en: 'No thanks after the wait' },
  severity: 'minor',
  situation: { zh: '等待', en: 'wait' },
  needs: ['transcript'],
  helps: ['measures'],
  params: z.object({
    /** Seconds of waiting from which thanks are due. */
    least: z
      .number()
      .min(5)
      .max(120)
      .default(15)
      .meta({ label: { zh: '等待从几秒算起', en: 'A wait counts from' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { least }) {
    const holds = findHolds(call, least);
    if (!holds)
      return cannotTell('转写没有时间，无法找到等待。', 'The transcript has no times: waits cannot be found.');
    // A customer who is gone when the agent comes back cannot be thanked.
    const ended = holds.filter((hold) => hold.after.length > 0);
    if (ended.length === 0) return noOccasion();
    const thanked = ended.flatMap((hold) => hold.after.find(({ plain }) => thanksForWaiting.test(plain)) ?? []);
    const missed = ended.filter((hold) => !hold.after.some(({ plain }) => thanksForWaiting.test(plain)));
    if (missed.length === 0)
      return met('等待后向客户致谢或致歉。', 'The customer was thanked after the wait.', {
        evidence: thanked.map((sentence) => quote(call, sentence)),
      });
    return notMet('等待后没有感谢客户。', 'The customer was not thanked after the wait.', {
      evidence: missed.map(({ after: [first] }) => span(first!.start, first!.end, null, first!.text)),
      value: missed.length,
    });
  },
});
