import { z } from 'zod';
import { quote, type SpokenSentence, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { findHolds, type Hold, type Thanks, thanksIn } from '../holds.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';

/** Articles 23.11 and 26.8: after a wait thank the customer. */
export const holdThanks = defineDetector({
  id: 'hold-thanks',
  version: 3,
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
    const best = ended.map((hold) => ({ hold, ...bestThanks(hold) }));
    const unthanked = best.filter(({ thanks }) => thanks === 'none').map(({ hold }) => hold);
    const missed = unthanked.filter(({ certain }) => certain);
    if (missed.length === 0 && unthanked.length > 0)
      return cannotTell(
        '没有听到致谢，但是否让客户等待分不清，请人工判断。',
        'No thanks are heard, but whether the customer was kept waiting cannot be told: a person must judge.',
        { evidence: unthanked.map(({ after: [first] }) => span(first!.start, first!.end, null, first!.text)) },
      );
    const evidence = best.flatMap(({ sentence }) => (sentence ? [quote(call, sentence)] : []));
    if (missed.length === 0 && best.some(({ thanks }) => thanks === 'maybe'))
      return cannotTell(
        '等待后说了感谢或抱歉，但没有说是为等待，请人工判断。',
        'Thanks or an apology came after the wait, but not for what: a person must judge.',
        { evidence },
      );
    if (missed.length === 0) {
      const bySound = best.some(({ thanks }) => thanks === 'heard');
      return met(
        `等待后向客户致谢或致歉${bySound ? '（按读音匹配）' : ''}。`,
        `The customer was thanked after the wait${bySound ? ' (by its sound)' : ''}.`,
        { evidence },
      );
    }
    return notMet('等待后没有感谢客户。', 'The customer was not thanked after the wait.', {
      evidence: missed.map(({ after: [first] }) => span(first!.start, first!.end, null, first!.text)),
      value: missed.length,
    });
  },
});

const order = ['said', 'heard', 'maybe'] as const;

/** The clearest thanks among the first sentences after a hold. */
function bestThanks({ after }: Hold): { thanks: Thanks; sentence: SpokenSentence | undefined } {
  const said = after.map((sentence) => ({ sentence, thanks: thanksIn(sentence.plain) }));
  for (const thanks of order) {
    const found = said.find((each) => each.thanks === thanks);
    if (found) return found;
  }
  return { thanks: 'none', sentence: undefined };
}
