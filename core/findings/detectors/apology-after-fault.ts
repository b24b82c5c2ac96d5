import { z } from 'zod';
import type { Call } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';
import { quoteTurn, type Turn, turnsOf, unknownAfter } from '../turns.ts';

const apology =
  /对不(?:起|住)|抱歉|不好意思|道(?:个|一个|声)?歉|歉意|致歉|见谅|(?:请|敬请|望)(?:您)?(?:多多?)?(?:谅解|原谅|包涵|体谅|理解)|赔(?:个)?不是|(?:添|带来)(?:了|的)?(?:麻烦|不便|困扰)|打扰(?:了|您)|sorry|apologi/;

const did =
  '(?:弄|搞|登记|登|记|录入|录|算|取消|叫|称呼|约|安排|弄混|搬|拿|量|标|印|扣|发|送|寄|说|讲|看|听|写|标|报|开|填|输|打|办|转|下|查|解释|操作|处理|派|接|回复|通知|备注|印|改|拿|装|贴|退|交|订|传|识别|打印|配)';
/** A fault without words for doubt or for somebody else: 弄错了 · 多扣了 · 漏发 · 误停 · 我们的失误 */
const fault = new RegExp(
  [
    `${did}错(?!过|觉|误代码|综)`,
    '(?:多|重复|误|乱|少)(?:扣|收|计|算|充)(?:款|费|钱|了)?',
    // 派单漏了 · 是仓库漏装了 · 包装没做好 · 是我没看仔细 · 是我们没通知到
    '(?:派|派单|登记|安排|通知|装|发货)(?:的时候)?(?:给)?漏(?:了|掉)|(?<=(?:仓库|我们|我|这边|同事|系统)[^,。!?;您你]{0,4})漏(?:了)?(?:装|发|派|登|记|寄|配|写|报)',
    '(?:包装|打包|质检|配送|安排|准备|衔接|沟通|通知)(?:的)?(?:没(?:有)?(?:做|弄|处理)?(?:好|到位|及时|做)|不(?:到位|好|及时|当))|是(?:我|我们)(?:这边)?没(?:有)?(?:看|听|说|问|查|写|通知|联系|核对|核实|交代|注意)(?:仔细|清楚|到|及时|好|明白)?',
    '(?:我们|我|这边|仓库|同事|系统)(?:这边)?(?:给|把)(?:您|你)[^,。!?;]{0,6}(?:弄丢|搞丢|弄坏|弄混|搞混|取消错|漏)',
    '(?:漏|忘)(?:了|记)?(?:给|帮|为|把)?(?:您|你)?(?:发|记|寄|送|提交|处理|登记|办|退|录|备注|通知)',
    '误(?:停|办|关|操作|删|发|判|开通|收)',
    '(?:我们|我|我司|公司|这边|这边的?|工作|内部|仓库|系统)(?:这边|方)?(?:的)?(?:失误|疏忽|过失|差错|责任|过错|错误|不对|原因|问题|疏漏|没做好|没有做好|没处理好|处理慢了|超时了|通知晚了|搞砸了)',
    '是(?:我|我们)(?:这边)?没(?:有)?(?:说|讲|解释|交代|写|问|听)(?:清楚|明白|清|到位)',
    '(?:^|[,。!哦啊呃])漏了|(?:刚才|刚刚|前面)(?:念|讲|说|读|看)错|念错了?',
    '(?:操作|工作|录入|登记|处理)(?:失误|差错|有误|错误)',
    '(?:系统|平台|我们的?(?:网络|设备|机器|网站))(?:出错|出了错|出故障|故障|瘫痪|崩溃|出了问题|出问题|异常)',
    '出了?(?:差错|纰漏|岔子|错)',
    '(?:我|我们|这边|同事|仓库|公司|人员|快递员|他)[^,。!?;您你]{0,6}(?:超时了|晚了|慢了|态度不好|没做好|没有做好|不小心|疏忽|(?:弄|搞)丢)',
    '(?:没有?|未)及时(?:给您|帮您|为您|处理|回复|发货|联系)',
    'made a mistake|my mistake|our (?:fault|mistake|error)',
  ].join('|'),
  'g',
);
/** The fault is denied, only possible, a rule, the customer's own, or still looked into. */
const notOurs =
  /(?:没有?|不会|不是|并未|未|有没有|是不是|是否|没)(?:我们|我|系统|你们)?[^,。!?;]{0,4}$|(?:如果|要是|万一|假如|若|避免|防止|以免|可能|也许|或许|应该是|好像|大概|不确定|怕|会不会|连续|只要|请问)[^,。!?;]{0,10}$|(?:您|你)(?:那边|自己|是)?(?:的)?[^,。!?;给把我]{0,6}$/;
const ourTurn = /(?:给|帮|为|把|替)(?:您|你)(?:的)?[^,。!?;]{0,8}$/;
const deniedAfter = /^[^,。!?;]{0,4}(?:吗|吧|么|怎么办|的话|不要紧|没(?:关系|事)|可以|会锁定|的时候|时[,，])/;

/** The customer says that the company did wrong: then the agent's word decides whether it did. */
const blamed =
  /(?:你们|你|贵公司|系统|账单|客服|快递|仓库|钱)[^,。!?]{0,10}(?:搞|弄|算|发|送|扣|写|登记|登|记|录|寄|报|说|开|办|标)错|(?:多|重复|乱|误)(?:扣|收)|扣了两次|你们[^,。!?]{0,6}(?:问题|失误|责任|故障|忘了|不对)|算得不对|账[^,。]{0,4}不对/;
/** The reproach is granted in a word: 是错了 · 嗯，反了 · 确实晚了 */
const granted =
  /^(?:[嗯哦啊呃对],?|是的?,|好,)*(?:是|确实|的确|真是|还真是)?(?:给您|帮您)?(?:错|少|反|漏|晚|迟|延误|弄反|写反|记反|弄错|发错)了(?=$|[,。!?;])/;
const reproach =
  /(?:错|反|少|漏|晚|迟|延误|坏|没来|没到|不对)|说(?:好)?(?:了)?(?:今天|昨天|上午|下午|三天)[^,。!?]{0,4}(?:到|来)/;
const maybe =
  /(?:可能|也许|或许|好像|应该)是?(?:我们|我|系统|快递|仓库)?[^,。!?]{0,8}(?:错|漏|问题|故障|延迟|误)|不确定/;
const denied =
  /(?:没有|没|并未|未)(?:出|搞|弄|算|扣|发|送|多扣|重复)[^,。]{0,4}|(?:是|都是?)(?:正确|正常|对)的|扣费(?:是)?正(?:常|确)|没问题/;

/** Articles 15 to 22: the own mistake, or the company's, is apologised for at once. */
export const apologyAfterFault = defineDetector({
  id: 'apology-after-fault',
  version: 3,
  title: { zh: '出错后向客户道歉', en: 'Apologises for a mistake' },
  breach: { zh: '出错后没有道歉', en: 'No apology for a mistake' },
  severity: 'serious',
  situation: { zh: '坐席承认的过错', en: 'admitted mistake' },
  needs: ['transcript'],
  params: z.object({
    /** The agent's turns after the admission within which the apology is due, the one before it included. */
    turns: z
      .number()
      .int()
      .min(0)
      .max(10)
      .default(2)
      .meta({
        label: { zh: '承认出错后坐席几次发言内道歉', en: 'Apology within so many turns after the admission' },
        unit: { zh: '次', en: 'turns' },
      }),
  }),
  detect(call, { turns: within }) {
    const turns = turnsOf(call);
    const admitted = turns.flatMap((turn, at) => {
      const place = turn.speaker === 'agent' ? (admission(turn) ?? grants(turns[at - 1], turn)) : null;
      return place ? [{ turn, at, ...place }] : [];
    });
    if (admitted.length === 0) return doubt(call, turns) ?? noOccasion();
    const judged = admitted.map((found) => ({ ...found, sorry: apologyAround(turns, found.at, within) }));
    const missing = judged.filter(({ sorry }) => !sorry);
    if (missing.length === 0)
      return met('出错后向客户道了歉。', 'The mistake was apologised for.', {
        evidence: judged.flatMap(({ turn, start, end }) => quoteTurn(call, turn, start, end)),
      });
    const evidence = missing.flatMap(({ turn, start, end }) => quoteTurn(call, turn, start, end));
    if (missing.some(({ at }) => unknownAfter(turns, at)))
      return cannotTell(
        '承认出错后有说话人不明的语句，无法判断有没有道歉。',
        'After the admission somebody speaks whose side is not known: an apology cannot be ruled out.',
        { evidence },
      );
    return notMet('承认出错，但没有向客户道歉。', 'A mistake was admitted and not apologised for.', {
      evidence,
      value: missing.length,
    });
  },
});

function admission({ plain }: Turn): { start: number; end: number } | null {
  for (const { 0: words, index } of plain.matchAll(fault)) {
    const before = plain.slice(Math.max(0, index - 20), index);
    const after = plain.slice(index + words.length, index + words.length + 12);
    if ((notOurs.test(before) && !ourTurn.test(before)) || deniedAfter.test(after)) continue;
    return { start: index, end: index + words.length };
  }
  return null;
}

function grants(before: Turn | undefined, { plain }: Turn): { start: number; end: number } | null {
  if (
    before?.speaker !== 'customer' ||
    !reproach.test(before.plain) ||
    /(?:我|自己)(?:可能|好像)?[^,。!?;]{0,3}错/.test(before.plain)
  )
    return null;
  const found = granted.exec(plain);
  return found && { start: found.index, end: found.index + found[0].length };
}

function apologyAround(turns: readonly Turn[], at: number, within: number): boolean {
  const agent = turns.filter(({ speaker }) => speaker === 'agent');
  const own = agent.indexOf(turns[at]!);
  return agent.slice(Math.max(0, own - 1), own + within + 1).some(({ plain }) => apology.test(plain));
}

/** A reproach that the agent neither confirms nor denies, or a fault that is only possible. */
function doubt(call: Call, turns: readonly Turn[]) {
  for (const [at, turn] of turns.entries()) {
    const doubted = turn.speaker === 'agent' && maybe.test(turn.plain);
    const reproach = turn.speaker === 'customer' && blamed.test(turn.plain);
    if (!doubted && !reproach) continue;
    const later = turns.slice(at).filter(({ speaker }) => speaker === 'agent');
    if (reproach && later.some(({ plain }) => denied.test(plain))) continue;
    if (later.some(({ plain }) => apology.test(plain))) continue;
    return cannotTell(
      '客户指出差错，坐席没有说是不是己方的错，无法判断是否应道歉。',
      'The customer names a mistake; whether it is the company’s is not said.',
      { evidence: quoteTurn(call, turn) },
    );
  }
  return null;
}
