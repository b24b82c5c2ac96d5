import { z } from 'zod';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';
import { complains, complaintBusiness, noComplaint } from '../phrases/complaint.ts';
import { agentTurnsAfter, quoteMatch, quoteTurn, type Turn, turnsOf, unknownAfter } from '../turns.ts';

const apology = /对不(?:起|住)|抱歉|不好意思|道歉|歉意|见谅|谅解|添(?:了)?麻烦|sorry/;
/** Recorded, or handed on to those who decide: 登记 · 建工单 · 上报 · 转接班长 · 请主管回电 */
const takesUp =
  /(?:登记|记录|记下|记一下|备案|受理|立案)(?!您的电话)|(?:来|我)记录|(?:建|下|提交?|开|派|生成)(?:了|个|好|一个)?(?:投诉)?(?:工单|单子?|加急|申请)|工单|投诉单|单号|上报|反馈|反映给|汇报|升级(?!不)|加急|催办|(?:转|接)(?:接)?(?:给|到|至)?[^,。!?]{0,6}(?:班长|主管|经理|领导|专员|专席|负责人|部门|同事)|正在为您转|(?:请|让|由|找|安排|联系)[^,。!?]{0,8}(?:班长|主管|经理|领导|专员|专人|负责人|专席|部门|同事)[^,。!?]{0,6}(?:接|联系|跟进|处理|回|沟通|来|听|给您|核实)|(?:专员|专人|专席|班长|主管|经理|领导|负责人)(?:会|马上|稍后|尽快)?(?:给您)?(?:联系|跟进|处理|回电|回复|来接|接听)|(?:请|让|由|叫)(?:他|她)(?:们)?[^,。!?]{0,10}(?:回(?:您|你|电|复)|联系|给(?:您|你)|打给)|报修|call you back|record/;
/** What is done about it, with an apology as good as a record. */
const acts =
  /(?:马上|立刻|立即|尽快|现在就?|这就|一定|会|我)(?:给|帮|为)?(?:您|你)?(?:去)?(?:处理|核实|核查|提交|解决|退款|跟进|查询|查一下|催|安排|落实)|给您(?:答复|回复|回电|退)|(?:回复|联系|回电|答复)(?:您|你)|撤诉|还会|处理结果|预计/;
const refuses =
  /(?:你|您)?(?:要|想|爱|尽管|随便)?(?:去)?(?:投诉|告|曝光|找|打|报)(?:就|去|您的|你的)?(?:投诉|找|打|告)?(?:吧|呗|好了)|(?:去)?告吧|随便|随你|请便|(?:你|您)去(?:啊|吧|呗|好了)|投诉啥|想见就见|怎么可能|(?:投诉|曝光|告|找谁|说)[^,。!?]{0,6}(?:没用|没有用|一样|都是这|也没用)|不(?:怕|受理|管|接电话|可能|会接|归)|管不了|没(?:有)?办法|没空|没人管|(?:很|正|在)忙|不在[,。]?(?:您|你)?(?:改天|明天|以后|再)|谁怕|吓唬|(?:我)?等着(?!您)|(?:您|你)的权利|要讲道理|(?:别|没有这个|不到|不了)(?:的|部门)|先挂|说完(?:就|了)?挂|挂机|升级不了|处理不了|自己(?:打|上网|去|找)|直接去找|再打一次|跟我说(?:不行|没用|就)|我就是(?:管事|负责|领导)|叫(?:主管|领导|经理)干|(?:告得|赢)|怎么了|说什么了|也是这么说|离这|一样要|正常现象|都是这么|不知道|(?:没有|不)必要|没必要|(?:^|[,。])没有(?:主管|领导|经理|班长)|go ahead|找不到/;
/** The agent only listens yet, or makes sure. */
const listens =
  /^(?:[嗯呃哦],?)*(?:嗯|好的?(?!,?再见)|您?(?:请)?(?:说|讲)|请(?:讲|问(?!您还有)|您)|您(?:先)?(?:别|消|冷静|不要)|先生|女士|稍等|我理解|理解|哪|您是哪|您要|看情况)|(?:别|先别)(?:着?急|激动|生气)|消消气|冷静|跟我说说|什么(?:问题|事)|稍等/;

/** On-site rules 4 and 9, articles 15 to 22: a complaint or an escalation is recorded, passed on, or put right. */
export const complaintTakenUp = defineDetector({
  id: 'complaint-taken-up',
  version: 3,
  title: { zh: '受理客户投诉', en: 'Takes up a complaint' },
  breach: { zh: '没有受理客户投诉', en: 'Complaint not taken up' },
  severity: 'serious',
  situation: { zh: '客户投诉', en: 'complaint of the customer' },
  needs: ['transcript'],
  params: z.object({
    /** The agent's turns after the complaint within which it must be taken up. */
    turns: z
      .number()
      .int()
      .min(1)
      .max(20)
      .default(6)
      .meta({
        label: { zh: '投诉后坐席几次发言内受理', en: 'Taken up within so many turns of the agent' },
        unit: { zh: '次', en: 'turns' },
      }),
    /** True: an apology with a remedy is not enough, it must be recorded or passed on. */
    recorded: z
      .boolean()
      .default(false)
      .meta({ label: { zh: '必须登记或上报', en: 'Must be recorded or passed on' } }),
  }),
  detect(call, { turns: within, recorded }) {
    const turns = turnsOf(call);
    const complained = turns.findIndex(isComplaint);
    // What became of an earlier complaint is a question like others, unless it is refused.
    const at = complained < 0 ? turns.findIndex(isBusiness) : complained;
    if (at < 0) return noOccasion();
    const complaint = quoteMatch(call, turns[at]!, complained < 0 ? complaintBusiness : complains);
    const replies = agentTurnsAfter(turns, at, within);
    const taken = replies.find((turn) => isTakenUp(turn, recorded) && !isRefused(turn));
    if (taken)
      return met('受理了客户的投诉。', 'The complaint was taken up.', {
        evidence: [...complaint, ...quoteMatch(call, taken, takesUp)],
      });
    const refusal = replies.find(isRefused);
    if (refusal)
      return notMet('客户投诉，坐席推脱、拒绝或顶撞。', 'The complaint was refused or provoked.', {
        evidence: [...complaint, ...quoteTurn(call, refusal)],
      });
    if (complained < 0) return noOccasion();
    if (replies.length === 0 || unknownAfter(turns, at) || replies.every(({ plain }) => listens.test(plain)))
      return cannotTell('客户投诉后没有听到坐席如何处理。', 'What was done about the complaint is not heard.', {
        evidence: complaint,
      });
    return notMet('客户投诉，坐席没有受理。', 'The complaint was not taken up.', {
      evidence: [...complaint, ...replies.slice(0, 1).flatMap((turn) => quoteTurn(call, turn))],
    });
  },
});

const isComplaint = ({ speaker, plain }: Turn): boolean =>
  speaker === 'customer' &&
  complains.test(plain) &&
  !noComplaint.test(plain) &&
  (!complaintBusiness.test(plain) || /我(?:就)?要(?:到[^,。]{1,6})?投诉/.test(plain));

const isBusiness = ({ speaker, plain }: Turn): boolean => speaker === 'customer' && complaintBusiness.test(plain);

/** A record or a passing on; else an apology together with what is done. */
const isTakenUp = ({ plain }: Turn, recorded: boolean): boolean =>
  takesUp.test(plain) || (!recorded && apology.test(plain) && acts.test(plain));

const isRefused = ({ plain }: Turn): boolean => refuses.test(plain);
