import { z } from 'zod';
import { quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { met, noOccasion, notMet } from '../outcome.ts';
import { isAssent } from '../words.ts';

const transfer =
  /(?:帮|给|为|替|把|将)(?:您|你|电话|这边|您的电话)?[^，,。！？!?]{0,6}转(?:接|到|给|至|去|过去)|转接(?:给|到|至)?[^，,。]{0,8}(?:部门|专员|同事|班长|主管|人工|专席)|transfer you|put you through/;
const planned = /不能转|无法转|转不了|没办法转/;
const why = /因为|由于|需要|属于|这(?:个|类|项)|专(?:门|业|员|席)|负责|核实|处理|办理|解决|为了|because|since|handle/;
const asked = /(?:可以|好|行|方便|同意)(?:吗|嘛|么|不)|好不好|可不可以|行不行|是否|may i|is that ok/;

/** Article 26.6: before a transfer explain why and get consent. */
export const transferConsent = defineDetector({
  id: 'transfer-consent',
  version: 2,
  title: { zh: '转接前说明原因并征得同意', en: 'Before a transfer: reason and consent' },
  breach: { zh: '转接前没有说明或征得同意', en: 'Transfer without reason or consent' },
  severity: 'minor',
  situation: { zh: '转接', en: 'transfer' },
  needs: ['transcript'],
  params: z.object({}),
  detect(call) {
    const agent = sentencesOf(call, 'agent');
    const at = agent.findIndex(({ plain }) => transfer.test(plain) && !planned.test(plain));
    if (at < 0) return noOccasion();
    const said = agent[at]!;
    const words = agent
      .slice(Math.max(0, at - 1), at + 2)
      .map(({ plain }) => plain)
      .join('，');
    const reply = sentencesOf(call, 'customer').find(({ start }) => start >= said.start);
    const agreed = reply !== undefined && reply.start - said.end < 5 && isAssent(reply.plain);
    const lacks = [
      ...(why.test(words) ? [] : [{ zh: '说明原因', en: 'say why' }]),
      ...(asked.test(words) || agreed ? [] : [{ zh: '征得同意', en: 'get consent' }]),
    ];
    const evidence = [quote(call, said)];
    if (lacks.length === 0)
      return met('转接前说明了原因并征得同意。', 'Reason and consent came before the transfer.', { evidence });
    return notMet(
      `转接前没有${lacks.map((part) => part.zh).join('、')}。`,
      `Before the transfer the agent did not ${lacks.map((part) => part.en).join(', ')}.`,
      { evidence },
    );
  },
});
