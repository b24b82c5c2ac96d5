import { z } from 'zod';
import type { Bilingual, Evidence } from '../../contract/index.ts';
import { type Call, span } from '../call.ts';
import { agrees, asksConsent, isUnclear, refuses } from '../consent.ts';
import { defineDetector } from '../define-detector.ts';
import { findHolds, type Hold } from '../holds.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';

const reasonGiven =
  /查|核实|核对|核查|确认|了解|咨询|请示|请教|联系|询问|问(?:一下|下|问)|处理|刷新|办理|登记|测试|操作|系统|因为|由于|帮(?:您|你)|为(?:您|你)|给(?:您|你)(?:看|算|找|调|改|弄|转)|看(?:一下|看|下)|找(?:一下|找|下)|转接|调(?:一下|取|出|阅)|翻(?:一下|看|阅)|算(?:一下|下)|申请|提交|登录|打开|记录一下|商量|反馈|沟通|网络(?:慢|卡)|check|look|because|verify|find|pull (?:it )?up|confirm|ask|transfer/;
/** A number of seconds or minutes, or words that promise a short time. */
const limitGiven =
  /(?:[0-9]+|[一二两三四五六七八九十半几])(?:多|来|几)?个?(?:到|至|-|~|,|或)?(?:[0-9]+|[一二两三四五六七八九十半几])*个?(?:秒|分(?!钱|期|店|公司|之|数|类|享|析|部|机)|小时|钟头|刻钟|s\b)(?:钟)?(?!前|之前|以前)|分分钟|片刻|(?:一|待)?(?:小)?会儿?(?:就|即可|便)|一下(?:下)?就(?:好|行|回|来)|马上(?:就)?(?:好|回|来|出|完|可以|行|有结果|给(?:您|你)(?:答复|回复|结果))|(?:^|[,。!?;])马上(?=$|[,。!?;])|很快|(?:不会|不用|不需要|不)(?:太|很|等太|等很|等)?久|不超过|用不了多久|seconds?|minutes?|(?:just )?a moment|right back|shortly/;
/** Promises no time: 请稍等一会儿 · 我马上查 */
const limitVague = /一会儿?|一阵|马上|立刻|尽快|稍后|一下下|不多时/;

/** Articles 26.4 and 24.13: before a wait say why, get consent, and say how long. */
export const holdConsent = defineDetector({
  id: 'hold-consent',
  version: 3,
  title: { zh: '等待前说明原因、征得同意、告知时限', en: 'Before a wait: reason, consent, time limit' },
  breach: { zh: '等待前没有说明、征得同意或告知时限', en: 'Wait without reason, consent or time limit' },
  severity: 'serious',
  situation: { zh: '等待', en: 'wait' },
  needs: ['transcript'],
  helps: ['measures'],
  params: z.object({
    /** Seconds of waiting from which it is a hold. */
    least: z
      .number()
      .min(5)
      .max(120)
      .default(15)
      .meta({ label: { zh: '等待从几秒算起', en: 'A wait counts from' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { least }) {
    const holds = findHolds(call, least);
    if (!holds)
      return cannotTell('转写没有时间，无法找到等待。', 'The transcript has no times: waits cannot be found.');
    if (holds.length === 0) return noOccasion();
    const judged = holds.map((hold) => ({ hold, ...lacking(hold) }));
    const faulty = judged.filter(({ lacks }) => lacks.length > 0);
    const open = judged.filter(({ doubts }) => doubts.length > 0);
    if (faulty.length === 0 && open.length > 0) {
      const doubts = [...new Set(open.flatMap((found) => found.doubts))];
      return cannotTell(
        `等待前${doubts.map((doubt) => doubt.zh).join('，')}，请人工判断。`,
        `Before the wait ${doubts.map((doubt) => doubt.en).join(', ')}: a person must judge.`,
        { evidence: open.map(({ hold }) => request(call, hold)) },
      );
    }
    if (faulty.length === 0)
      return met(
        '等待前说明了原因、征得了同意、告知了时限。',
        'Reason, consent and time limit were given before the wait.',
        { evidence: holds.map((hold) => request(call, hold)), value: holds.length },
      );
    const lacks = [...new Set(faulty.flatMap((found) => found.lacks))];
    return notMet(
      `让客户等待前没有${lacks.map((part) => part.zh).join('、')}。`,
      `Before the wait the agent did not ${lacks.map((part) => part.en).join(', ')}.`,
      { evidence: faulty.map(({ hold }) => request(call, hold)), value: faulty.length },
    );
  },
});

const parts = {
  reason: { zh: '说明原因', en: 'say why' },
  consent: { zh: '征得同意', en: 'get consent' },
  limit: { zh: '告知时限', en: 'give a time limit' },
};

const transfers = /转(?:接|到|给|至|去|过去|人工)|transfer|put(?:ting)? you through/;
const perhapsNoHold = {
  zh: '是否让客户等待分不清',
  en: 'whether the customer was kept waiting cannot be told',
};
const unclearAnswer = { zh: '客户的回答不明确', en: 'the customer’s answer is not clear' };
const vagueLimit = { zh: '时限说得含糊', en: 'the time limit is vague' };

/** What is missing, and what may be there. */
function lacking(hold: Hold): { lacks: Bilingual[]; doubts: Bilingual[] } {
  const found = lackingIn(hold);
  if (hold.certain || found.lacks.length === 0) return found;
  return { lacks: [], doubts: [perhapsNoHold] };
}

function lackingIn({ before, answers }: Hold): { lacks: Bilingual[]; doubts: Bilingual[] } {
  const said = before.map(({ plain }) => plain).join(',');
  const first = before[0];
  const reactions = first ? answers.filter(({ start }) => start >= first.start) : [];
  const decided = reactions.findLast(({ plain }) => agrees(plain) || refuses(plain));
  const doubtful = !decided && reactions.some(({ plain }) => isUnclear(plain));
  const consent = decided ? agrees(decided.plain) : asksConsent(said) && !doubtful;
  // Article 26.6 asks reason and consent of a transfer, and no time.
  const limit = limitGiven.test(said) || transfers.test(said);
  const vague = !limit && limitVague.test(said);
  return {
    lacks: [
      ...(reasonGiven.test(said) ? [] : [parts.reason]),
      ...(consent || doubtful ? [] : [parts.consent]),
      ...(limit || vague ? [] : [parts.limit]),
    ],
    doubts: [...(doubtful ? [unclearAnswer] : []), ...(vague ? [vagueLimit] : [])],
  };
}

/** From the request to the end of the wait, with the request's words. */
function request(call: Call, hold: Hold): Evidence {
  const words = hold.before.map(({ text }) => text).join(' ');
  const start = Math.min(hold.start, hold.before[0]?.start ?? hold.start);
  const end = call.recording.durationS === null ? hold.end : Math.min(hold.end, call.recording.durationS);
  return span(start, end, null, words === '' ? null : words);
}
