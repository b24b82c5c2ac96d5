import { z } from 'zod';
import { quote, type SpokenSentence, sentencesOf } from '../call.ts';
import { agrees, asksConsent, isUnclear, refuses } from '../consent.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';

const to =
  '(?:人工|别人|专席|专员|专人|班长|主管|经理|领导|售后|技术|财务|客户经理|[^,。!?]{1,6}(?:部门?|科室?|处|中心|同事|坐席|座席|专线|热线))';
const name = '[\\p{Script=Han}]{1,8}?';
/** What else is turned, moved or told on: money, parcels, pages, words. */
const notCalls =
  '[账帐寄正成发钱款入存换网回卡卖让出型机移化变动达告述播户身运学弯向走圈载院岗行列基写码数几多少您你我他她它一二两三四五六七八九十百千万零了过着不得下上开自为0-9]|人民币|现金|工资|社保|余额|积分|公积金|支付宝|微信|银行|错|话|包|单|件|介';
const transfer = new RegExp(
  [
    '(?:帮|给|为|替|把|将)(?:您|你|电话|这边|您的(?:电话|来电))?[^,。!?]{0,6}转(?:接|到|给|至|去|过去|人工|专席|专员|班长|主管|售后|技术)(?!寄|账)|(?:帮|给|为|替)(?:您|你)(?:的?电话)?转(?![账寄正成发钱款入存换网回卡卖让出型机移化变动达告述播户0-9一二三四五六七八九十])[^,。!?]{0,5}(?=$|[,。!?]|请|别)',
    `转接(?:给|到|至)?[^,。]{0,8}(?:部门|专员|同事|班长|主管|人工|专席)|(?:^|[,。!?啊])(?:这就|马上|现在|正在)?转接?(?:给|到|去|至)?${to}(?:了|中|去)?(?:啊|哈|哦)?(?=$|[,。!?])`,
    '(?:^|[,。!?])(?:我|那|就|这就|马上|等着|现在|直接|先)*(?:给|帮|为)?(?:你|您)?(?:电话)?转(?:了|过去了?|走了)?(?:啊|哈)?(?=$|[,。!?]|别|请)|直接转(?:您|你)(?:去|到)',
    '(?:正在|马上|开始)?(?:帮|给|为)(?:您|你)转接?(?:中)?(?=$|[,。!?])|transfer (?:you|your call)|put you through|connect you',
    // Where to, however it is called: 押金的事转财务吧 · 挂号转门诊
    `(?:^|[,。!?]|[给帮为替](?:您|你)|把(?:您|你)|[的您你我就要先要]|^${name})(?:再|直接|先|这就|马上|现在)?转(?:接|给|到|至|去)?(?!(?!出入境)(?:${notCalls}))${name}(?:吧|了|啊|哈|呗|那里|那边|去)?(?=$|[,。!?])`,
    // 我把电话给老师 · 给你换个人 · 帮您接通理财经理
    '[给帮为替](?:您|你)(?:再|直接|先|马上)?转(?:一)?下(?=$|[,。!?])',
    `把(?:您的?|你的?|这个)?电话(?:给|交给|接给|接到|转)${name}|[给帮为](?:您|你)换(?:一)?(?:个|位)(?:人|同事|坐席|座席|老师)|[给帮为替](?:您|你)(?:现在|马上|直接)?接(?:通|到|过去|给)|接(?:通|到|驳)?${name}(?:处理|解答)?,?请(?:您)?稍`,
    `(?:您的?)?(?:来电|电话|通话)(?:将|会|马上)?(?:被)?转(?:接|至|到|给)`,
  ].join('|'),
  'u',
);
const planned =
  /不能转|无法转|转不了|没办法转|没法转|不(?:给|帮)(?:您|你)转|不用转|转账|转接?不了|转(?:到|给|去)?(?:了)?哪|账号|转(?:了)?多少|(?:快?件|包裹|工单|材料|资料|钱|款|表|文件|短信|邮件|信息|意见|诉求|消息|(?<!电)话)[^,。!?电]{0,8}转|(?:已经?|刚才|昨天|之前|上次)[^,。!?]{0,4}转(?!接)|转(?:告|达|述|发|错|账)/;
/** An offer for a case that has not arisen. */
const conditional =
  /(?:如果|要是|假如|倘若|万一|可能|也许|或许|大概|万不得已|必要时?)[^。!?]{0,20}转|需要(?:的话|时)?[^,。!?]{0,8}(?:再|可以|能)(?:帮|给|为)?(?:您|你)?转/;
const why =
  /因为|由(?!我)[^,。!?]{2,12}(?=$|[,。!?])|由于|需要|属于|为了|以便|负责(?!的?(?:同事|人|部门|专员|专席|坐席|座席|那)|$)|(?:由|归|是)[^,。]{0,10}(?:负责|处理|办理|管|受理|掌握|解答|操作|解释|答复|跟进|核算|接待|判断|审批|维护|承办)|这(?:个|类|项|种)[^,。]{0,8}(?:要|得|需|归|由)|没(?:有)?权限|查不到|(?:专门|专业)的|核实|核对|处理|办理|解决|(?:是|属)[^,。]{1,8}(?:问题|业务|范围|职责)|(?:要|得|只能|应该|需)(?:由|问|找|去|让|跟|请)?[^,。]{1,8}(?:办|答复|回答|解答|受理|才能|审|确认|负责|管|开|算|判断|操作|查|修|定|批|服务|接待|解释|掌握)|(?:跟|与|和|为|给)(?:您|你)(?:沟通|解释|说明|解答|对接|讲)|更(?:清楚|专业|了解|熟悉)|(?:要|得|需要)(?:问|找|咨询)(?!一下|您|你)[^,。!?]{2}|不(?:太|是很)?(?:了解|清楚|懂)|because|since|handle|in charge/;
/** What the customer wants himself needs no reason and no consent: 给我转人工 · 叫你们主管来听 */
const wanted =
  /(?<!不|别|不要|不用)(?:给我|帮我|请|要|想|直接|麻烦)[^,。!?]{0,6}转(?!账|寄|让|了)|^[嗯那好,]*转(?:接)?(?:到|给)?(?:人工|主管|经理|班长|客服|部门)|(?<!不用|不要|别)(?:叫|让|找|换|请)(?:你们?|您)?(?:的)?(?:个)?(?:主管|经理|领导|班长|负责人)/;
/** What goes with a transfer and is no reason. */
const formula =
  /(?:您|你)好|很高兴为您服务|请(?:讲|说)|请?(?:您|你)?(?:稍等|稍候|等一下|不要挂机|别挂机?)|(?:您|你)(?:看|是否)?(?:可以|好|行|方便|同意|没问题|介意)(?:吗|嘛|么|不)?|(?:可以|好|行|方便|同意)(?:吗|嘛|么)|好不好|可不可以|行不行|好的|那|[嗯呃啊哦]|我|马上|现在|正在|电话|(?:工号)?[0-9零一二三四五六七八九幺]+/g;

/** Article 26.6: before a transfer explain why and get consent. */
export const transferConsent = defineDetector({
  id: 'transfer-consent',
  version: 4,
  title: { zh: '转接前说明原因并征得同意', en: 'Before a transfer: reason and consent' },
  breach: { zh: '转接前没有说明或征得同意', en: 'Transfer without reason or consent' },
  severity: 'minor',
  situation: { zh: '转接', en: 'transfer' },
  needs: ['transcript'],
  params: z.object({}),
  detect(call) {
    const agent = sentencesOf(call, 'agent');
    const customer = sentencesOf(call, 'customer');
    const replyTo = (said: SpokenSentence) => {
      const reply = customer.find(({ start }) => start >= said.start);
      return reply !== undefined && reply.start - said.end < 8 ? reply : undefined;
    };
    const at = agent.findIndex(
      (said) => isTransfer(said) && !(conditional.test(said.plain) && !agrees(replyTo(said)?.plain ?? '')),
    );
    if (at < 0) return noOccasion();
    const said = agent[at]!;
    const evidence = [quote(call, said)];
    const words = agent
      .slice(Math.max(0, at - 1), at + 2)
      .map(({ plain }) => plain)
      .join('，');
    const reply = replyTo(said);
    const answer = reply?.plain ?? '';
    const before = customer.findLast(({ end }) => end <= said.start)?.plain ?? '';
    if (wanted.test(before) && !refuses(before) && !refuses(answer))
      return met('客户要求转接。', 'The customer asked for the transfer.', { evidence });
    if (reply && refuses(answer) && asksConsent(said.plain)) {
      const next = agent.filter(({ start }) => start >= reply.start);
      if (next.length === 0)
        return cannotTell(
          '客户不同意转接，之后是否转接没有听到。',
          'The customer refused; whether the call was transferred is not heard.',
          {
            evidence,
          },
        );
      if (!next.slice(0, 2).some((sentence) => isTransfer(sentence) || /转(?:了|过去)/.test(sentence.plain)))
        return noOccasion();
    }
    const unclear = !agrees(answer) && isUnclear(answer);
    const consented = !unclear && (agrees(answer) || (asksConsent(words) && !refuses(answer)));
    const reason = why.test(words);
    const perhaps = !reason && mayHoldReason(agent[at - 1]?.plain ?? '', said.plain);
    const asked = asksConsent(words) && !agrees(answer) && !refuses(answer);
    if (asked && !reason && !agent.some(({ start }) => start > said.start))
      return cannotTell(
        '问了客户，之后没有听到回答和转接，请人工判断。',
        'The customer was asked; neither an answer nor the transfer is heard: a person must judge.',
        { evidence },
      );
    const lacks = [
      ...(reason || perhaps ? [] : [{ zh: '说明原因', en: 'say why' }]),
      ...(consented || unclear ? [] : [{ zh: '征得同意', en: 'get consent' }]),
    ];
    if (lacks.length === 0 && (unclear || perhaps))
      return unclear
        ? cannotTell(
            '转接前客户的回答不明确，请人工判断。',
            'The customer’s answer before the transfer is not clear: a person must judge.',
            { evidence },
          )
        : cannotTell(
            '转接前的话是不是说明原因，请人工判断。',
            'Whether the words before the transfer say why a person must judge.',
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

const isTransfer = ({ plain }: SpokenSentence): boolean => transfer.test(plain) && !planned.test(plain);

/** Characters beside the announcement from which there may be a reason in words that are not known. */
const reasonLength = 6;

/** @param earlier the agent's sentence before the announcement */
function mayHoldReason(earlier: string, announcement: string): boolean {
  const left = (plain: string) =>
    plain
      .replace(transfer, '')
      .replace(formula, '')
      .replace(/[\s\p{P}]/gu, '').length;
  const [, ...rest] = announcement
    .split(/[,。!?;]/)
    .sort((a, b) => Number(b.includes('转')) - Number(a.includes('转')));
  return (
    left(announcement) - targetLength >= reasonLength ||
    left(earlier) >= reasonLength ||
    rest.some((clause) => !clause.includes('转') && left(clause) >= reasonLength)
  );
}

/** Characters that name where to: 负责的同事. */
const targetLength = 4;
