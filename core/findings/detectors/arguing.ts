import { z } from 'zod';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { quoteMatch, type Turn, turnsOf } from '../turns.ts';

/** Contradicts, blames or lectures: 是您自己… · 我说了… · 您搞错了吧 · 您听我说! · 您说话要有证据 */
const against = new RegExp(
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
  /抱歉|对不起|不好意思|没(?:关系|事(?!了)|问题)|理解|麻烦(?:你|您)|(?:帮|给|为|替)(?:你|您)(?!说|扣|算)|请(?:你|您|问)|(?<!就|也)好吗|可以吗|(?<!不|怎么不)可能|(?:你|您)(?:看|试)一下|谢谢|误会|您说得对|您说的我|放心|让(?:你|您)|我(?:都|先|已经|这边|也)*(?:记(?!得)|登记|反馈|核实)|别生气/;
/** Said without any argument: 是您本人办理吗 · 我说一下您记一下 */
const plainAsk = /(?:吗|呢|么)[?。]?$|我说一下|我跟(?:你|您)说一下|(?:你|您)自己(?:可以|使用|也可以)|(?:你|您)说得对/;

/** Articles 15 to 22 and on-site rule 2: never argue. */
export const arguing = defineDetector({
  id: 'arguing',
  version: 2,
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
    const hard = own.filter((turn) => contradicts(turn) || throwsBack(turns[turns.indexOf(turn) - 1], turn));
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

const contradicts = ({ plain }: Turn): boolean =>
  against.test(plain) &&
  !kindly.test(plain) &&
  !(plainAsk.test(plain) && !/怎么还|怎么不可能|谁|搞错|难道|自己的自己|都不认|听不懂|态度[就也]|才/.test(plain));

/** Words that say nothing of what the quarrel is about. */
const small =
  /[\s\p{P}]|你们|您们|我们|他们|自己|没有|根本|明明|肯定|什么时候|[你您我他她咱没不未别就都才又在也先再了的啊呀吧呢吗是说有]/gu;
const negative = /没|不|未|别|什么时候|哪有/;

/**
 * The customer's own words turned against him: 我没签 · 你签了. The same said of the same person is a restatement,
 * and what is said with an offer or as a question is none.
 */
function throwsBack(before: Turn | undefined, { plain }: Turn): boolean {
  if (before?.speaker !== 'customer' || !/^[嗯呃,]*(?:你|您)/.test(plain) || kindly.test(plain) || plainAsk.test(plain))
    return false;
  if (/^[嗯呃,]*(?:你|您们?们?)/.test(before.plain) || plain.length > 12) return false;
  const [own, theirs] = [plain.replace(small, ''), before.plain.replace(small, '')];
  const same = own !== '' && (own.length === 1 ? theirs.includes(own) : theirs.includes(own.slice(0, 2)));
  return same && negative.test(plain) !== negative.test(before.plain);
}

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
