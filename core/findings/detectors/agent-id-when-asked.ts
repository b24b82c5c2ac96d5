import { z } from 'zod';
import type { Evidence } from '../../contract/index.ts';
import type { Call } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';
import { isOfOther, numbersIn } from '../service-number.ts';
import { agentTurnsAfter, quoteMatch, quoteTurn, type Turn, turnsOf, unknownAfter } from '../turns.ts';

const number = `(?:工号|公号|工牌号?|(?:员工|客服|服务|坐席|座席)(?:的)?(?:编号|号码?|工号)|(?<![单员备案籍查货物])编号)`;
const you = `(?:你|您)(?:们)?(?:那|这)?(?:个|边)?(?:的)?(?:贵)?`;
/** Asks the agent for the number: 你工号多少 · 把工号报一下 · 工号呢 · 你是几号客服 · 你敢不敢报工号 */
const asks = [
  new RegExp(`${you}(?:是)?(?:哪个|什么|啥)?${number}`),
  new RegExp(`(?:报|说|给|告诉|留|记|知道|问|要|讲)(?:给|诉)?(?:我)?(?:一)?(?:下|个)?(?:你|您)?(?:的)?${number}`),
  new RegExp(`(?:把|将)?${number}(?:也|就|都)?(?:给|告诉|报|说|留|讲)`),
  new RegExp(`${number}[^,。!?]{0,2}[,。!?\\s]?(?:你|您)的(?:是)?(?:多少|几号?|什么)`),
  new RegExp(`${number}(?:是|呢|为)?(?:多少|几号|几|什么|呢|[!?。]*$)`),
  /(?:你|您)(?:这边)?是?(?:哪个客服,?)?(?:几号|多少号)(?:客服|话务员|坐席|座席|工作人员|接线员|员工)?(?=[,，。!?！？啊呀]|$)/,
  /(?:你|您)是(?:几|多少)号(?:客服|话务员|坐席|座席|接线员)/,
  /(?:your|employee|agent|badge|staff) (?:id|number|employee number|agent number)/,
];
/** Somebody else's number, or the customer's own: 上次那个人的工号 · 我们的工号登录不了 · 客户编号 */
const ofOthers = new RegExp(
  `(?:他|她|那(?:个|位)?(?:人|客服|同事|师傅|女|男|小)|同事|师傅|经理|领导|主管|派件|快递|上次|昨天|前天|刚才那|的人|女士|先生)[^,。!?]{0,8}${number}|(?<!给|告诉|记|问|让|报|要)我(?:们)?(?:的|单位的|公司的|这个)${number}|(?:客户|会员|宽带|运单|订单|快递|合同|保单|商品|设备|用户)(?:的)?编号|工号牌|我(?:是你们|也是)`,
);
/** Mentions a number that the customer has already: 我记住你的工号了 · 工号8012,我记下了 */
const knows = new RegExp(
  `(?:记住|记下|知道|有|查到)(?:了)?(?:你|您)?(?:的)?${number}(?:了|啦)|${number}(?:是|为)?[,]?[0-9零〇一二两三四五六七八九幺]{2,}`,
);
const confirms = new RegExp(
  `${number}(?:是|为)?[,]?[0-9零〇一二两三四五六七八九幺]{2,}(?:号)?[,]?(?:对|是|没错|吧|吗)|(?:你|您)是[0-9零〇一二两三四五六七八九幺]{2,}号?[,]?(?:对|是|吧|吗)`,
);
/** Asks who the agent is, which a name may answer as well. */
const asksName =
  /(?:你|您)(?:叫)(?:什么|啥)|(?:你|您)?贵姓|(?:怎么|如何)称呼(?:你|您)|(?:你|您)怎么称呼|(?:你|您)(?:是谁|是哪位|的?名字)|(?:你|您)姓(?:什么|啥)/;

const refuses =
  /不(?:方便|能|可以|会|让|允许|用|需要|想|愿)(?:告诉|说|报|给|透露|提供|记)?|没有工号|没工号|无可奉告|不报|不告诉|凭什么|没(?:有)?义务|没必要|已经(?:报|说)过|can'?t|won'?t/;
/** The agent makes sure of the question, or asks for a moment. */
const notYet =
  /^(?:您?(?:是问|是说|是要|要的是|指的是)|(?:您)?稍等|请(?:您)?稍等|不好意思,?刚才|(?:您|你)?(?:说|问|要)(?:的是)?什么|好的?,?(?:请)?(?:您)?稍等)/;

/** On-site rule 4: who is asked for the service number gives it, clearly and rightly. */
export const agentIdWhenAsked = defineDetector({
  id: 'agent-id-when-asked',
  version: 2,
  title: { zh: '被问时报出工号', en: 'Gives the service number when asked' },
  breach: { zh: '被问工号没有报清', en: 'Service number not given when asked' },
  severity: 'serious',
  situation: { zh: '客户对工号的询问', en: 'question for the service number' },
  needs: ['transcript'],
  params: z.object({
    /** The agent's turns after the question within which the number is due. */
    turns: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(3)
      .meta({
        label: { zh: '被问后坐席几次发言内报出', en: 'Given within so many turns of the agent' },
        unit: { zh: '次', en: 'turns' },
      }),
  }),
  detect(call, { turns: within }) {
    const turns = turnsOf(call);
    const asked = turns.flatMap((turn, at) => (turn.speaker === 'customer' ? questionIn(turn, at) : []));
    const answers = asked.map((question) => ({ question, ...answerTo(call, turns, question, within) }));
    if (answers.length === 0) return noOccasion();
    // A question that is repeated is one question; what counts is whether it was answered in the end.
    const evidence = answers.flatMap(({ question, said }) => [...question.evidence(call), ...said]);
    if (answers.some(({ kind }) => kind === 'late'))
      return cannotTell(
        '先没有报工号，追问后才报出，请人工判断。',
        'The number was refused first and given only when asked again: a person must judge.',
        { evidence },
      );
    if (answers.some(({ kind }) => kind === 'given'))
      return met('被问后报出了工号。', 'The service number was given when asked.', { evidence });
    const wrong = answers.find(({ kind }) => kind === 'wrong');
    if (wrong)
      return notMet(
        `被问工号，报的是 ${wrong.digits}，记录中是 ${call.recording.agentNo}。`,
        `Asked for the service number, the agent said ${wrong.digits}; the record has ${call.recording.agentNo}.`,
        { evidence },
      );
    const open = answers.find(({ kind }) => kind === 'open');
    if (open)
      return cannotTell(
        '客户问了工号或姓名，但问的是谁、坐席如何回答不明确。',
        'The customer asked for a number or name, but whose, or what was answered, is not clear.',
        { evidence },
      );
    return notMet('客户问工号，坐席没有报出。', 'Asked for the service number, the agent did not give it.', {
      evidence,
      value: answers.length,
    });
  },
});

interface Question {
  at: number;
  /** Asks for the agent's own number; else for a name, or for somebody else's number. */
  own: boolean;
  /** Asks whether a number is the agent's. */
  confirms: boolean;
  evidence(call: Call): Evidence[];
}

function questionIn(turn: Turn, at: number): Question[] {
  const { plain } = turn;
  const pattern = asks.find((ask) => ask.test(plain));
  const isConfirmed = confirms.test(plain);
  if (isConfirmed) return [{ at, own: true, confirms: true, evidence: (call) => quoteMatch(call, turn, confirms) }];
  if (knows.test(plain)) return [];
  if (pattern && !ofOthers.test(plain))
    return [{ at, own: true, confirms: false, evidence: (call) => quoteMatch(call, turn, pattern) }];
  if (asksName.test(plain))
    return [{ at, own: false, confirms: false, evidence: (call) => quoteMatch(call, turn, asksName) }];
  if (
    pattern &&
    /(?:多少|几号|是几|什么|告诉|报|给我|要)/.test(plain) &&
    /他|她|那|同事|师傅|经理|主管|派件|上次|昨天/.test(plain)
  )
    return [{ at, own: false, confirms: false, evidence: (call) => quoteMatch(call, turn, pattern) }];
  return [];
}

interface Reply {
  /** `late`: given only after a refusal. */
  kind: 'given' | 'late' | 'wrong' | 'refused' | 'missing' | 'open';
  digits: string;
  said: Evidence[];
}

function answerTo(call: Call, turns: readonly Turn[], question: Question, within: number): Reply {
  const replies = agentTurnsAfter(turns, question.at, within);
  const wanted = call.recording.agentNo?.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '') ?? '';
  const reply = (kind: Reply['kind'], said: Evidence[] = [], digits = ''): Reply => ({ kind, said, digits });
  const [first] = replies;
  if (!first || unknownAfter(turns, question.at)) return reply('open');
  if (question.confirms)
    return reply(/对|是的|没错|嗯/.test(first.plain) && hasWanted(turns[question.at]!, wanted) ? 'given' : 'open');
  for (const turn of replies) {
    const right = numbersOf(turn).find(({ digits }) => wanted === '' || digits.replace(/^0+/, '') === wanted);
    const refusedBefore = replies.slice(0, replies.indexOf(turn)).some(({ plain }) => refuses.test(plain));
    if (right)
      return reply(refusedBefore ? 'late' : 'given', quoteTurn(call, turn, right.start, right.end), right.digits);
  }
  const rest = wanted === '' ? undefined : inTwoParts(replies, wanted);
  if (rest) return reply('given', quoteTurn(call, rest), wanted);
  if (!question.own) return reply('open');
  for (const turn of replies.slice(0, 2)) {
    const other = numbersOf(turn).find(({ digits, start }) => isAnswer(turn.plain, start, digits));
    if (other) return reply('wrong', quoteTurn(call, turn, other.start, other.end), other.digits);
  }
  const refusal = replies.find(({ plain }) => refuses.test(plain));
  if (refusal) return reply('refused', quoteMatch(call, refusal, refuses));
  if (replies.every(({ plain }) => notYet.test(plain))) return reply('open');
  return reply('missing', quoteTurn(call, first));
}

const hasWanted = ({ plain }: Turn, wanted: string): boolean =>
  numbersIn(plain).some(({ digits }) => wanted === '' || digits.replace(/^0+/, '') === wanted);

/** A number that answers the question: said first, or introduced as the number. */
const isAnswer = (plain: string, start: number, digits: string): boolean =>
  digits.length >= 2 &&
  (/(?:工号|编号|我是)(?:是|为)?[,:]?$/.test(plain.slice(0, start)) ||
    plain.slice(0, start).replace(/[,\s]|嗯|呃|好的?|您好|是|我的?/g, '') === '');

/** The turn that holds the rest of a number whose beginning is in the one before: 八零 · 八零什么？ · 一二 */
const inTwoParts = (replies: readonly Turn[], wanted: string): Turn | undefined =>
  replies.find(
    (turn, at) =>
      at > 0 &&
      numbersOf(replies[at - 1]!).some(
        ({ digits }) => wanted.startsWith(digits) && numbersOf(turn).some((next) => digits + next.digits === wanted),
      ),
  );

const numbersOf = ({ plain }: Turn) =>
  numbersIn(plain).filter(
    (number) => number.digits.length >= 2 && number.digits.length <= 10 && !isOfOther(plain, number),
  );
