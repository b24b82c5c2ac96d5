/** Turns of the agent that contradict, blame or lecture, by their words and by what the customer has just said. */

import { dismissive } from './phrases/dismissive.ts';
import { disparaging } from './phrases/disparaging.ts';
import type { SentenceType } from './phrases/phrase-list.ts';
import { questionsBack } from './phrases/questions-back.ts';
import { isSoftened } from './phrases/softened.ts';
import { turnsRound } from './reversal.ts';
import type { Turn } from './turns.ts';

/** Contradicts, blames or lectures: 是您自己… · 我说了… · 您搞错了吧 · 您听我说! · 您说话要有证据 */
export const against = new RegExp(
  [
    '(?<!不)是(?:你|您)(?:自己)?(?:的(?:问题|错|责任)|不对|态度|不讲|一直|在跟|搞错|弄错|想不通|不会|没听|签|自己|电脑|材料|们)|(?:都是|就是|肯定是|本来就是)(?:你|您)|责任在(?:你|您)|(?<!不是|并非|不怪|不能怪)(?:你|您)的(?:问题|错)',
    '(?:你|您)自己(?:的)?(?:签|写|办|摔|操作|选|点|看清|想想|心里|丢|密码|不记得|做错|输|按错|没|都|弄|买|要)',
    '(?:你|您)(?:肯定|就是|又|都|可能)?(?:搞|弄|听|写|输|记|看|按|填|算)(?:的)?(?:错|不对)(?:了)?',
    '(?:你|您)(?:当时|明明|根本|就|又)?没(?:有)?(?:交|签|点|看清|听懂|记住|按我|办|带|当面|跟我|说清)',
    '(?:你|您)(?:明明|就是|肯定)(?:是)?|(?:你|您)(?:签收|办|用|拿到|欠费|有|做|写错|输错)了(?!吗|么|没)|(?:告诉|通知)(?:过)?(?:你|您)(?:了|过)|(?:你|您)说的是(?!哪|什|啥)',
    '我(?:都|也)?说(?:了|过|是|您|你)(?!明)|我(?:什么时候|哪里|没有?)(?:(?:说|讲)(?!清|明白|好)|骂|骗|搞错|推卸|算错)|(?:我|我们)没(?:(?:说|讲)(?!清|明白|好)|骗|错|责任|有责任|多收)|我刚说了|我讲了|我态度怎么|我跟(?:你|您)说(?:了|过)',
    '(?:没(?:有)?(?:多收|算错|搞错|一小时)|没交就是)|怎么不可能|(?:不可能|怎么可能)(?:这样|不让|没)|系统不会错|流量不会|就是这样|不是[0-9零一二三四五六七八九十百]+[。!]?$|不是(?:你|您)是谁|明明是(?:你|您)|^[嗯呃,]*(?:你|您)没?有[。!]?$|就是(?:你|您|欠)|谁(?:跟|骗|告诉|说)(?:你|您|的)?|我说是就是',
    '(?:你|您)(?:先)?听我(?:说|讲)|不用听|(?:你|您)(?:别|不要|不用)(?:跟(?!他|她|它|别人)|乱|瞎|什么|冤枉|给我|抵赖|怪|喊|不承认|解释|争|吵|说)|(?:你|您)(?:怎么还|打多少次|不同意也|就凭)|就凭(?:你|您)|怪(?:谁|我们|不得)|赖我|跟我们无关',
    '(?:你|您)(?:应该知道|说话(?:要|注意)|不讲道理|夸张|在撒谎|在胡说|一直在|要看清|要学|不懂|不会用|再好好|声音比|早这样|错在|还不承认|拿到了还|不注册|没按|这样没法)|成年人|教(?:你|您)道理|有录音|说的是实话|有什么不合理|不摔能|难道是|还说没有|没责任|怎么成',
    // Thrown back: 你才胡说 · 你态度就好吗 · 你专业你来 · 不是你还能是谁 · 你去投诉啊，我不怕
    '(?:你|您)[^,。!?]{0,4}才(?:差|坏|不|没)|(?:你|您)先[^,。!?]{1,4}的$|不([^,。!?]{1,4})也得|我说的(?:是|就是)|还赖|赖账|是(?:你|您)[^,。!?]{0,6}(?:写|填|报|弄|搞|说|记|按|输)错|怎么(?:不对|就错|不行|不合理)了|(?:你|您)自己(?:看|查|读)|(?:你|您)才(?!能|可以|会|刚|有|知道|收|办|买)|(?:你|您)(?:撒谎|说谎|胡说|胡扯|瞎说|乱说|无理|抵赖)|(?:态度|素质|脾气)(?:就|也)(?:好|高|不怎么样)|(?:你|您)(?:行|能|厉害|专业|懂)(?:你|您)来|不是(?:你|您)还(?:能|会)?(?:是谁|有谁)|不怕(?:你|您)|(?:投诉|告|曝光)(?:啊|呀|呗|去)[,!?。]|(?:我|我们)(?:可|又|根本)?没(?:有)?(?:胡扯|胡说|撒谎|乱说|乱收|瞎说|骂|欺负|送错|弄坏|赖)|(?:你|您)没(?!有?收到)[^,。!?;]{1,6}怎么会',
  ].join('|'),
);
/** The same said kindly: with a doubt of one's own, an apology, or help. */
const kindly =
  /抱歉|对不起|不好意思|(?<![跟和与]我们?)没(?:关系|事(?!了))|(?:^|,)没问题|理解|麻烦(?:你|您)|(?:帮|给|为|替)(?:你|您)(?!说|扣|算)|请(?:你|您|问)|(?<!就|也)好吗|可以吗|(?<!不|怎么不)可能|(?:你|您)(?:看|试)一下|谢谢|误会|您说得对|您说的我|放心|让(?:你|您)|我(?:都|先|已经|这边|也)*(?:记(?!得)|登记|反馈|核实)|别生气/;
/** Said without any argument: 是您本人办理吗 · 我说一下您记一下 */
const plainAsk = /(?:吗|呢|么)[?。]?$|我说一下|我跟(?:你|您)说一下|(?:你|您)自己(?:可以|使用|也可以)|(?:你|您)说得对/;

/** What no courtesy of form excuses: blame by its grammar, and the customer's word called untrue. */
const blaming = new RegExp(
  [
    // 你自己算错了 · 你手机的问题 · 是你不让我说话 · 就你事多
    '(?:你|您)(?:自己|肯定|就是|又|都|可能|眼神|耳朵|记性|手机)*[^,。!?;我]{0,2}(?:错|坏|破|丢|忘)(?:了|的)',
    '(?:你|您)(?!们?公司)[^,。!?;我的]{1,4}的(?:问题|错|责任|毛病)',
    // 你刚才说的是这个月
    '(?:你|您)(?:刚才|刚刚|之前|上次|当时|自己)(?:明明|就|自己)?说(?:的|过)',
    '(?<!不)是(?:你|您)(?:不|没|先|总|老|非|硬|偏|眼神|记性|耳朵|理解)|就(?:你|您)[^,。!?;的]{1,4}(?:$|[,。!?;])',
    '你自己(?!可以|去|也|保管|方便|选|的时候)[^,。!?;]{1,8}(?:的|了|啊|怪|认)',
    '不是(?:你|您)[^,。!?;]{0,5}还(?:能|会)?(?:是|有)谁',
    '(?:你|您)(?:这是|就是|纯粹|分明|又|还|还在|还想)?(?:在)?(?:编|装|演|狡辩|嘴硬|抵赖|赖账|诬|冤枉|撒谎|说谎|胡说|瞎说|乱说|胡扯|不认账|挑事|找茬|贪)',
    '别(?:夸张|乱讲|乱说|瞎说|瞎讲|胡说|赖|犟|装|狡辩|抵赖|嘴硬|不承认|冤枉|诬|什么都(?:往|怪|赖))',
    '还想(?:赖|抵赖|狡辩|骗|讹|占|不认)|(?:你|您)别想(?:赖|讹|骗|占)|看花眼|就(?:你|您)(?:有|不)',
    // Called impossible or untrue at once: 不可能 · 没有的事 · 胡说
    '(?:^|[,。!?;])(?:这|那|根本|绝对)*(?:不可能|没有的事|哪有的事|没这(?:回)?事|胡说|瞎说|胡扯|[^,。!?;我]{1,4}(?:瞎说|胡说|乱说|瞎讲|骗你的))(?:的|的事)?(?=$|[,。!?;])',
    '自己(?:又|也|都)?不(?:看|听|问|查|想|注意)',
    // 没订过能扣你钱吗 · 你没用电表自己会转啊
    '(?:没|不)[^,。!?;]{1,6}(?:能|会|怎么会|怎么能|怎么)(?!不能)[^,。!?;]{1,9}(?:吗|啊|呢)?(?=$|[?])(?<=[吗啊呢?])',
    // 我说不能就不能 · 我说了算
    '我说(?:了)?(?:算|不[^,。!?;]{1,4}就不|是就是|[^,。!?;]{1,5}就[^,。!?;]{1,5}$)|听谁的',
    // Lectures: 做人要讲信用 · 当家长的要教育好
    '做人(?:要|得|不能)|当(?:爹|妈|家长|父母|老板|客户)的|(?:要|得)(?:讲|有)(?:信用|道理|良心|素质|文明)|(?:你|您)(?:应该|得|要)(?:反省|学会|懂得|讲理|负责)',
    '(?:\\p{Script=Han}{1,4})了就是|(\\p{Script=Han}{2,5})就是\\1|不([^,。!?;]{1,3})就是不\\2',
  ].join('|'),
  'u',
);
/** What somebody says who stays with it, once the customer has answered. */
const persists =
  /就是|肯定|当然|明明|本来|根本|不可能|录音|监控|系统(?:里|上)?(?:写|显示|记)|有记录|写着|合同|规定|自己|也没用|不算|照样|(?:也|都)(?:得|要|是)/;

/** In order; one that follows another needs less to be one. */
export function hardTurns(turns: readonly Turn[]): Turn[] {
  const hard: Turn[] = [];
  let before: Turn | undefined;
  for (const [at, turn] of turns.entries()) {
    if (turn.speaker !== 'agent') continue;
    if (isHard(turn, turns[at - 1]) || (before && hard.at(-1) === before && staysWithIt(turn))) hard.push(turn);
    before = turn;
  }
  return hard;
}

function isHard(turn: Turn, said: Turn | undefined): boolean {
  if (contradicts(turn)) return true;
  if (kindly.test(turn.plain)) return false;
  if (blaming.test(turn.plain) || rudeTypes.some((type) => isOf(type, turn.plain))) return true;
  if (said?.speaker !== 'customer') return false;
  if (isSoftened(turn.plain)) return false;
  return turnsRound(said.plain, turn.plain) || deniesByAsking(said.plain, turn.plain);
}

const rudeTypes: readonly SentenceType[] = [...questionsBack, ...dismissive, ...disparaging];
const isOf = ({ says, with: company, unless, doubtful }: SentenceType, plain: string): boolean =>
  says.test(plain) && (!company || company.test(plain)) && !unless?.(plain) && !doubtful?.(plain);

/** 你们骗人 · 谁骗人了 */
function deniesByAsking(theirs: string, own: string): boolean {
  const denied = /(?:谁|哪里|哪儿?|怎么(?:就)?)([^,。!?;]{1,4}?)了?(?=$|[,。!?;])/.exec(own)?.[1];
  return denied !== undefined && theirs.includes(denied);
}

const staysWithIt = ({ plain }: Turn): boolean => persists.test(plain) && !kindly.test(plain) && !plainAsk.test(plain);

const contradicts = ({ plain }: Turn): boolean =>
  against.test(plain) &&
  !kindly.test(plain) &&
  !(plainAsk.test(plain) && !/怎么还|怎么不可能|谁|搞错|难道|自己的自己|都不认|听不懂|态度[就也]|才/.test(plain));
