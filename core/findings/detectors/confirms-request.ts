import { z } from 'zod';
import { digitRuns, numerals } from '../../text/digits.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';
import { agentTurnsAfter, quoteTurn, type Turn, turnsOf, unknownAfter } from '../turns.ts';
import { substance } from '../words.ts';

/** 跟您核对一下 · 您是说…对吗 · 您的意思是 · 五箱是吗 · 我重复一遍 */
const confirms =
  /核对|核实|确认|重复一遍|复述|(?:你|您)(?:是)?(?:说|想|要|指)(?:的是)?[^。!]{0,20}(?:吗|吧|呢|还是|[?]|$)|(?:你|您)的?意思是|(?:你|您)是(?:指|想|要|说)|(?:对|是|没错|是这样)(?:的)?(?:吗|吧|不对|没有)|(?:对不对|是不是)|没错吧|(?:你|您)看对|我记下了|is that (?:right|correct)|you mean/;
/** Asks back what is meant. */
const asksBack = /请问|具体|哪(?:个|一|种|方面)|什么(?:问题|意思|业务)|没(?:太)?(?:明白|听清|听懂)|再说一遍|[?]/;
/** Digits by which something is found or sent: they must not be taken down wrong. */
const identifies = /电话|手机|号码|号|尾数|编号|邮编|验证码|取件码|车牌|地址|房|栋|单元|卡|账|税号|联系我|密码|幺/;
const address =
  /(?:路|街|道|巷|村|里)[零一二三四五六七八九十百0-9]+号|[零一二三四五六七八九十0-9]+(?:栋|号楼|单元)|门牌号/;
/** A request that names no thing. */
const unclear =
  /那个,?那个|说的那个(?:东西|事)|那个(?:弄|搞)|那个(?:什么|啥)|办那个|那个一下|(?:弄|搞)(?:一下)?(?:那个|什么)|帮我(?:弄|搞)一下|反正就(?:是)?(?:它|那)|就(?:弄|办)那个|你懂的|说不清|怎么说呢/;
/** Perhaps a request that should be confirmed: an amount, a day, a number of things. */
const slight =
  /(?:改到|改成|预约|要|订|退|交|金额|大概|买)[^,。]{0,6}[零一二两三四五六七八九十百半0-9]|[零一二两三四五六七八九十百半0-9]+(?:块|元|天前|楼|月|点|箱|个|百)|下周|就那个|那个不行|我要那个|有个事/;
/** The request is carried out without a word about what it was. */
const acted =
  /了(?:$|[,。!])|好的|行|通过|收到|知道|提交|查到|在路上|正在|明天|没有欠费|^嗯|再见|有效|到|是金卡|积分|欠费|下午/;

/** Article 26.3: a request that is unclear, or that rests on numbers, is repeated or confirmed. */
export const confirmsRequest = defineDetector({
  id: 'confirms-request',
  version: 1,
  title: { zh: '复述确认客户的需求', en: 'Confirms the request' },
  breach: { zh: '没有确认客户的需求', en: 'Request not confirmed' },
  severity: 'minor',
  situation: { zh: '须确认的需求或号码', en: 'request or number to confirm' },
  needs: ['transcript'],
  params: z.object({
    /** The agent's turns after the request within which it is confirmed. */
    turns: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(2)
      .meta({
        label: { zh: '坐席几次发言内确认', en: 'Confirmed within so many turns' },
        unit: { zh: '次', en: 'turns' },
      }),
    /** Digits of a number from which it must be confirmed. */
    digits: z
      .number()
      .int()
      .min(2)
      .max(20)
      .default(4)
      .meta({ label: { zh: '号码从几位起须确认', en: 'Numbers from' }, unit: { zh: '位', en: 'digits' } }),
  }),
  detect(call, { turns: within, digits }) {
    const turns = turnsOf(call);
    const requests = turns.flatMap((turn, at) => {
      const kind = turn.speaker === 'customer' ? kindOf(turn, digits) : null;
      return kind ? [{ turn, at, kind, ...answered(turns, turn, at, within, kind) }] : [];
    });
    if (requests.length === 0) return noOccasion();
    const missed = requests.filter(({ confirmed }) => !confirmed);
    if (missed.length === 0)
      return met('复述或确认了客户的需求。', 'The request was repeated or confirmed.', {
        evidence: requests.flatMap(({ by }) => (by ? quoteTurn(call, by) : [])),
      });
    const evidence = missed.flatMap(({ turn }) => quoteTurn(call, turn));
    const sure = missed.filter(({ kind, replied, at }) => kind !== 'slight' && replied && !unknownAfter(turns, at));
    if (sure.length === 0)
      return cannotTell('不能确定客户的需求是否需要确认。', 'Whether the request had to be confirmed cannot be told.', {
        evidence,
      });
    return notMet(
      '客户说了号码、地址或说得不清楚，坐席没有复述确认。',
      'The customer gave numbers, an address or an unclear request; it was not confirmed.',
      { evidence: sure.flatMap(({ turn }) => quoteTurn(call, turn)), value: sure.length },
    );
  },
});

type Kind = 'data' | 'unclear' | 'slight';

function kindOf({ plain }: Turn, least: number): Kind | null {
  const longest = Math.max(0, ...numbersOf(plain).map((number) => number.length));
  if (address.test(plain) || (longest >= least && identifies.test(plain)) || longest >= Math.max(least, 6))
    return 'data';
  if (longest >= least - 1 && /(?:编号|房号|设备号|车牌|工号|尾号|门牌)/.test(plain)) return 'data';
  if (unclear.test(plain)) return 'unclear';
  return slight.test(plain) ? 'slight' : null;
}

const numbersOf = (plain: string): string[] => [
  ...digitRuns(plain, ' -,.').map(({ digits }) => digits),
  ...numerals(plain).map(({ value }) => String(value)),
];

function answered(turns: readonly Turn[], turn: Turn, at: number, within: number, kind: Kind) {
  const replies = agentTurnsAfter(turns, at, within);
  const by = replies.find(
    ({ plain }) => confirms.test(plain) || (kind === 'unclear' && asksBack.test(plain)) || repeats(plain, turn.plain),
  );
  const substantial = replies.some(({ plain }) => substance(plain).length >= 1 || acted.test(plain));
  return { confirmed: by !== undefined, by: by ?? null, replied: replies.length > 0 && substantial };
}

/** The last digits, the address or the quantity again in the agent's mouth. */
function repeats(said: string, asked: string): boolean {
  const heard = numbersOf(said);
  const number = numbersOf(asked).some(
    (given) =>
      given.length >= 3 &&
      heard.some((own) => own.length >= 3 && (given.includes(own.slice(-4)) || own.includes(given.slice(-4)))),
  );
  const place = /[\p{Script=Han}]{2}(?:路|街|道)[零一二三四五六七八九十百0-9]+号|[零一二三四五六七八九十0-9]+栋/u.exec(
    asked,
  )?.[0];
  return number || (place !== undefined && said.includes(place.slice(-6)));
}
