import { z } from 'zod';
import { quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';

const thanks = /(?:感谢|谢谢|多谢)|thank/;
const farewell = /再见|再会|拜拜|祝(?:您|你)|生活愉快|bye|have a (?:nice|good|great)/;

/** Articles 23.12 to 23.14: thanks, a wish or a goodbye among the agent's last sentences. */
export const closing = defineDetector({
  id: 'closing',
  version: 3,
  title: { zh: '规范结束语', en: 'Closes politely' },
  breach: { zh: '没有规范结束语', en: 'No polite closing' },
  severity: 'minor',
  needs: ['transcript'],
  params: z.object({
    sentences: z
      .number()
      .int()
      .min(1)
      .max(5)
      .default(3)
      .meta({
        label: { zh: '结尾的坐席语句', en: 'Closing sentences of the agent' },
        unit: { zh: '句', en: 'sentences' },
      }),
  }),
  detect(call, { sentences }) {
    const last = sentencesOf(call, 'agent').slice(-sentences);
    const found =
      last.findLast(({ plain }) => farewell.test(plain)) ?? last.findLast(({ plain }) => thanks.test(plain));
    if (found) return met('有礼貌的结束语。', 'The call is closed politely.', { evidence: [quote(call, found)] });
    if (call.recording.endMissing)
      return cannotTell(
        '录音的末尾缺失，听不到结束语。',
        'The end of the recording is missing: the closing is not heard.',
      );
    return notMet('结尾没有致谢、祝福或道别。', 'The agent closes without thanks, wish or goodbye.', {
      evidence: [quote(call, last.at(-1)!)],
    });
  },
});
