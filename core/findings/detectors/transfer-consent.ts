import { z } from 'zod';
import { quote, sentencesOf } from '../call.ts';
import { agrees, asksConsent, isUnclear, refuses } from '../consent.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';

const transfer =
  /(?:帮|给|为|替|把|将)(?:您|你|电话|这边|您的(?:电话|来电))?[^,。!?]{0,6}转(?:接|到|给|至|去|过去|人工|专席|专员|班长|主管|售后|技术)(?!寄|账)|转接(?:给|到|至)?[^,。]{0,8}(?:部门|专员|同事|班长|主管|人工|专席)|transfer (?:you|your call)|put you through|connect you/;
const planned = /不能转|无法转|转不了|没办法转|没法转|不(?:给|帮)(?:您|你)转/;
const why =
  /因为|由于|需要|属于|为了|以便|负责(?!的|人)|由[^,。]{0,10}(?:负责|处理|办理)|这(?:个|类|项|种)[^,。]{0,8}(?:要|得|需|归|由)|没(?:有)?权限|查不到|(?:专门|专业)的|核实|核对|处理|办理|解决|because|since|handle|in charge/;

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
    const answer = reply !== undefined && reply.start - said.end < 8 ? reply.plain : '';
    const consented = agrees(answer) || (asksConsent(words) && !refuses(answer));
    const unclear = !consented && isUnclear(answer);
    const lacks = [
      ...(why.test(words) ? [] : [{ zh: '说明原因', en: 'say why' }]),
      ...(consented || unclear ? [] : [{ zh: '征得同意', en: 'get consent' }]),
    ];
    const evidence = [quote(call, said)];
    if (lacks.length === 0 && unclear)
      return cannotTell(
        '转接前客户的回答不明确，请人工判断。',
        'The customer’s answer before the transfer is not clear: a person must judge.',
        { evidence },
      );
    if (lacks.length === 0)
      return met('转接前说明了原因并征得同意。', 'Reason and consent came before the transfer.', { evidence });
    return notMet(
      `转接前没有${lacks.map((part) => part.zh).join('、')}。`,
      `Before the transfer the agent did not ${lacks.map((part) => part.en).join(', ')}.`,
      { evidence },
    );
  },
});
