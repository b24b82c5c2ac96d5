import { z } from 'zod';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { against, hardTurns } from '../quarrel.ts';
import { quoteMatch, type Turn, turnsOf } from '../turns.ts';

/** Articles 15 to 22 and on-site rule 2: never argue. */
export const arguing = defineDetector({
  id: 'arguing',
  version: 3,
  title: { zh: '不与客户争辩', en: 'Does not argue' },
  breach: { zh: '与客户争辩', en: 'Argues with the customer' },
  severity: 'serious',
  needs: ['transcript'],
  params: z.object({
    /** Turns that contradict, blame or lecture, from which it is an argument. */
    turns: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(2)
      .meta({
        label: { zh: '顶撞、指责几次发言算争辩', en: 'An argument from so many turns' },
        unit: { zh: '次', en: 'turns' },
      }),
  }),
  detect(call, { turns: least }) {
    const turns = turnsOf(call);
    const own = turns.filter(({ speaker }) => speaker === 'agent');
    const hard = hardTurns(turns);
    const evidence = hard.flatMap((turn) => quoteMatch(call, turn, against));
    if (hard.length === 0) return met('没有与客户争辩。', 'No argument with the customer.', { value: 0 });
    const words = [...new Set(evidence.map(({ text }) => text))].slice(0, 5).join('、');
    if (longestRun(own, hard) < least)
      return cannotTell(
        `坐席有反驳的话（${words}），是否争辩请人工判断。`,
        `The agent contradicts (${words}); whether it is an argument a person must judge.`,
        { evidence, value: hard.length },
      );
    return notMet(`坐席多次反驳、指责客户：${words}。`, `The agent keeps contradicting or blaming: ${words}.`, {
      evidence,
      value: hard.length,
    });
  },
});

/** Hard turns that follow each other, with at most one other turn of the agent between. */
function longestRun(own: readonly Turn[], hard: readonly Turn[]): number {
  let longest = 0;
  let run = 0;
  let last = -Infinity;
  for (const turn of hard) {
    const at = own.indexOf(turn);
    run = at - last <= 2 ? run + 1 : 1;
    last = at;
    longest = Math.max(longest, run);
  }
  return longest;
}
