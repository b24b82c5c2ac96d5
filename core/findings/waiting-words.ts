/**
 * What is said around a wait: complaints about it, announcements of the system, a customer who goes to look for
 * something, an agent who asks to wait. All on `plain` text; clauses are judged one by one.
 */
import { isCallingOut, isFarewell, substance } from './words.ts';

const clausesOf = (plain: string): string[] =>
  plain
    .split(/[,，。.!！?？;；:：、…]+/)
    .map((clause) => clause.replace(/\s/g, ''))
    .filter(Boolean);
const joined = (plain: string): string => plain.replace(/[\s\p{P}]/gu, '');

const complaint = new RegExp(
  [
    /人呢|人(到|跑|去)?哪|哪去了|去哪(儿|里)?了|跑哪/,
    /没(有)?(人|声|动静|反应|回应|响应|信号)|有(没有)?(人|声音)/,
    /(还)?在(不在|吗|么|嘛|听)|听(得|不)?(到|见)|能听/,
    /(怎么|咋|为什么|干嘛|为啥).{0,4}(不|没|还没|还不|这么|那么|又)/,
    /(这么|那么|好|太|多|很)(久|慢|长时间)|半天|老半天/,
    /等.{0,6}(分钟|小时|久|天|多长)|还要等|要等多|让我等|一直(在)?等|干等/,
    /(好|查|弄|办|问|完|找)(到|好|完)?了?(没|吗|没有)$|还没(好|查|弄|完|有)|快一?点|快些|抓紧/,
    /不(说话|理|吭声|出声|回答)|说(句|个)?话|回(个|句)话|理(我|一下)|搞什么|什么情况|怎么回事|到底|没完没了/,
    /电话.{0,3}(断|坏|卡)|断线|掉线了|是不是(断|挂)/,
    /areyou(still)?there|anybody|anyone|how(much)?long|toolong|hurry/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Said to those who keep somebody waiting, and otherwise of anything. */
const threat =
  /投诉|举报|曝光|12315|12345|一二三一五|差评|(找|叫|喊|让).{0,4}(领导|经理|主管|负责人)|什么(服务|态度|公司)|服务.{0,3}差|complain|supervisor|manager/;
/** 你等着，我要曝光你们: nobody who says so goes away for something. */
export const threatens = (plain: string): boolean => threat.test(joined(plain));
/** Characters around a complaint that belong to it, where nothing parts the words. */
const aroundIt = 4;
/** Characters that may be said beside a complaint: in any wait, and in one that the agent asked for. */
const beside = { any: 8, asked: 30 };

/**
 * A customer who complains of the wait or calls into it; what else is said in the same breath may be short. A long
 * story in which somebody waited once is none.
 * @param asked the agent asked to wait and has not come back: whoever complains then, complains of that
 */
export function isWaitingComplaint(plain: string, asked = false): boolean {
  if (isCallingOut(plain)) return true;
  const left = clausesOf(plain).map((clause) => (isCall(clause) ? '' : besideComplaint(clause, asked)));
  const found = left.some((rest, index) => rest.length < clausesOf(plain)[index]!.length);
  return found && substance(left.join('')).length <= (asked ? beside.asked : beside.any);
}

/** A single character that is no 喂 calls somebody else: 妈，… */
const isCall = (clause: string): boolean => isCallingOut(clause) && (clause.length > 1 || clause === '喂');

/** What of a clause is not the complaint; all of it when there is none. */
function besideComplaint(clause: string, asked: boolean): string {
  const match = complaint.exec(clause) ?? (asked ? threat.exec(clause) : null);
  if (!match) return clause;
  const [from, to] = [match.index - aroundIt, match.index + match[0].length + aroundIt];
  return clause.slice(0, Math.max(0, from)) + clause.slice(to);
}

const announced = new RegExp(
  [
    /(来电|电话|咨询)(对我们)?(来说)?(很|非常|十分|至关)?重要/,
    /(坐席|座席|话务员|客服|人工|线路|专员)(人员|代表|服务|专员)?(目前|现在|当前)?(正|均|全|都|已)?(在)?(全部|全)?(繁)?忙/,
    /排队|前面(还)?有.{0,4}(位|人)/,
    /请按|按.{0,2}键|(输入|选择).{0,12}(键结束|井号)|星号键|人工服务请|自助服务/,
    /(通话|来电|本次服务).{0,6}(可能|将|会)?被?录音|您(所)?拨打的|请在.{0,4}(提示音|嘀).{0,4}后|留言/,
    /请(对|为).{0,14}(评价|打分)|满意请|正在(为您)?播放/,
    /yourcallis(very)?important|(agents|operators|representatives)are.{0,12}busy|in(a|the)queue|press(one|two|\d)|pleasestayontheline/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** Said by systems and, less often, by people. */
const ambiguous =
  /正在(为|帮|给)?(您|你)?(转接|接通|连接|呼叫)|(转接|接通)中|请?(您|你)?(耐心)?(稍候|稍后|稍等|等待|等候)|请?(您|你)?(不要|勿|别)挂(机|断)?|请?(您|你)?保持(线路|通话)(畅通)?|感谢(您|你)?(的)?(耐心)?(等待|等候)|please(hold|wait)|connecting|transferring/g;

/** An announcement that no person makes. */
export const isAnnouncement = (plain: string): boolean => announced.test(joined(plain));

/** Nothing but what a system says as well as an agent: 正在为您转接，请稍候. */
export function mayBeAnnouncement(plain: string): boolean {
  const left = joined(plain).replace(ambiguous, '');
  return left.length < joined(plain).length && substance(left).length <= 2;
}

const goes = new RegExp(
  [
    /我(先|这就|马上|现在|得|赶紧|再|还要|要)?去.{0,4}(找|拿|取|看|问|开|关|翻|倒|叫|接|查|核|上|趟|那边|楼|房间|车)(?!了|过)/,
    /我(先|再|来|赶紧|这边)?(找找|找一?下|看看|看一?下|看一看|翻翻|翻一?下|拿一?下|取一?下|拿个|找个|找支|拿支|记一?下|戴|开一?下|打开)/,
    /(别|不要)挂(电话|机|断|啊|哦)?$|holdon|(just|wait)a(sec|moment|minute)|letme(get|find|look|check)/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
const bidsWait = /(你|您|先|稍|再|麻烦|请)?(等(我|一下|一等|等|一会|会儿|下|着)|稍等|稍候)/;
/** The customer waits, or speaks of waiting. */
const waitsOneself =
  /我(就|先|在|可以|能|再|这边|这里|都|已经|也|还)*(稍)?等|^(我?在)?等着(呢|的|哈)|等(了|多|不|到|得|你们|您|半天)|(要|让我|叫我|又|还|一直|需)(再)?等/;
/** Asks for something that only the agent can look up. */
const wants = /想|帮|要(问|查|看|咨询|办)|能不能|麻烦|什么|怎么|哪|吗$|呢$|为什么/;

/** Whether a customer who says so leaves the telephone for a while. `maybe`: it may be a request as well. */
export function goesAway(plain: string): 'yes' | 'maybe' | 'no' {
  // How somebody ends, not what a long story tells.
  const clauses = clausesOf(plain).slice(-4);
  const away = clauses.some((clause) => goes.test(clause) && !wants.test(clause));
  const bids = clauses.some((clause) => bidsWait.test(clause) && !waitsOneself.test(clause));
  if (away || bids) return 'yes';
  return clauses.some((clause) =>
    /^[嗯好那哦呃啊行]*我(再|先|来|这边|自己)?(查|问|试)(一?下|查|问|试)(啊|哈|吧)?$/.test(clause),
  )
    ? 'maybe'
    : 'no';
}

const agentSends =
  /(?<![帮给为替])(您|你)(先|可以|再|慢慢|去)?.{0,3}(找|拿|取|翻|准备|核对|看)(一?下|找|看|好)|(我|这边)(在这)?(等|稍等)(您|你|着)|不着急|不用急|慢慢(找|来|看)|别急/;
/** The agent lets the customer look for something. */
export const sendsAway = (plain: string): boolean => agentSends.test(joined(plain));

const agentHolds =
  /(稍|请|先|耐心|麻烦|您|你|再)(您|你)?(稍)?(等|候)|等(着|一?下|一会|会儿|等)|别挂|不要挂|(帮|给|为|替)(您|你)?.{0,4}(查|看|核|(?<!请)问|转|找|联系|确认|处理|登记)|我(先|这边|去|来)?.{0,3}(查|看|核实|问|请示|联系)(一?下|看|查)|转接|转到|onemoment|hold|justa(moment|sec)|letme(check|see)/;
/** The agent asks to wait, or says that something is being looked up. */
export const asksToWait = (plain: string): boolean =>
  clausesOf(plain).some((clause) => agentHolds.test(clause)) && !sendsAway(plain);

const question =
  /[?？]|吗|呢$|什么|多少|哪|几|(请|麻烦)?(您|你)?.{0,2}(报|提供|说|念|告诉|输入|确认)(一下|下|给|我)|请(讲|说|问)/;
/** The agent waits for what the customer answers. */
export function asksCustomer(plain: string): boolean {
  const last = clausesOf(plain).slice(-2).join(' ');
  return (question.test(last) || /[?？]\s*$/.test(plain)) && !asksToWait(plain);
}

/** Numbers that a customer reads out, a group at a time. */
export function dictates(plain: string): boolean {
  const digits = plain.match(/[0-9零〇一二两三四五六七八九幺洞拐勾]/g)?.length ?? 0;
  return digits >= 2 && digits * 2 >= substance(plain).length;
}

const toCustomer =
  /您|你好|喂|请|等|抱歉|不好意思|对不起|谢谢|感谢|查|帮|好了|可以了|先生|女士|小姐|hello|sorry|thank|hold|check|sir|madam/;
/** Whether an agent's words may be meant for the customer, and not for a colleague. */
export const isForCustomer = (plain: string): boolean => toCustomer.test(joined(plain));

const closing =
  /感谢(您|你)?(的)?(来电|致电|接听|配合)|祝(您|你)|愉快|(就|先)(这样|到这)|没(有)?(别的|其他|什么)?(事|问题|需要)(情)?了|挂了|打扰|不客气|谢谢/;
/** How calls end, with or without 再见. */
export const endsCall = (plain: string): 'yes' | 'maybe' | 'no' =>
  isFarewell(plain) ? 'yes' : closing.test(joined(plain)) ? 'maybe' : 'no';
