import { z } from 'zod';
import { heardAs } from '../../text/sounds.ts';
import { quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { isGarbled } from '../words.ts';

const thanks = /(?<!我)(?:感谢|谢谢|多谢)(?!什么|你啊)|thank/;
const farewell =
  /(?<!说)再见(?!面|也|不|到|过)|再会|回见|拜拜|(?:^|[,。!])拜(?=$|[,。!了])|祝(?:您|你|君|好|愿)|生活愉快|晚安|后会有期|(?:欢迎|期待)(?:您|你)?(?:的)?(?:再次|下次)|bye|have a (?:nice|good|great|wonderful)|see you/;
/** What recognisers may write otherwise: 在见. */
const vocabulary = ['再见', '再会|回见', '感谢', '谢谢'];

/** Articles 23.12 to 23.14: thanks, a wish or a goodbye among the agent's last sentences. */
export const closing = defineDetector({
  id: 'closing',
  version: 4,
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
    const heard = last.findLast(({ plain }) => farewell.test(heardAs(plain, vocabulary)));
    if (heard)
      return met('有礼貌的结束语（按读音匹配）。', 'The call is closed politely (by its sound).', {
        evidence: [quote(call, heard)],
      });
    const garbled = last.findLast(({ plain }) => isGarbled(plain));
    if (garbled)
      return cannotTell('结尾的话转写不清。', 'The transcript does not show the last words.', {
        evidence: [quote(call, garbled)],
      });
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
