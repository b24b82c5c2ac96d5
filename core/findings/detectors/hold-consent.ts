import { z } from 'zod';
import type { Evidence } from '../../contract/index.ts';
import { type Call, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { findHolds, type Hold } from '../holds.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';
import { isAssent } from '../words.ts';

const reasonGiven =
  /查|核实|核对|确认|了解|咨询|请示|联系|询问|处理|刷新|办理|登记|测试|操作|系统|需要|因为|由于|帮(?:您|你)|为(?:您|你)|看一下|看看|转接|check|look|because|verify/;
const consentAsked =
  /(?:可以|好|行|方便|能|介意|同意)(?:吗|嘛|么|不)|好不好|可不可以|行不行|能不能|是否(?:可以|方便)|may i|would you mind|is (?:that|it) (?:ok|all ?right)/;
const limitGiven =
  /(?:[0-9]+|[一二两三四五六七八九十半几])(?:多|来)?个?(?:到|至|-|~)?(?:[0-9]+|[一二两三四五六七八九十半几])?(?:秒|分|小时|钟头|刻钟)|片刻|seconds?|minutes?/;

/** Articles 26.4 and 24.13: before a wait say why, get consent, and say how long. */
export const holdConsent = defineDetector({
  id: 'hold-consent',
  version: 2,
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
    const faulty = holds.map((hold) => ({ hold, lacks: lacking(hold) })).filter(({ lacks }) => lacks.length > 0);
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

function lacking({ before, answers }: Hold): { zh: string; en: string }[] {
  const said = before.map(({ plain }) => plain).join('，');
  const agreed = before.length > 0 && answers.some(({ plain }) => isAssent(plain));
  return [
    ...(reasonGiven.test(said) ? [] : [parts.reason]),
    ...(consentAsked.test(said) || agreed ? [] : [parts.consent]),
    ...(limitGiven.test(said) ? [] : [parts.limit]),
  ];
}

/** From the request to the end of the wait, with the request's words. */
function request(call: Call, hold: Hold): Evidence {
  const words = hold.before.map(({ text }) => text).join(' ');
  const start = Math.min(hold.start, hold.before[0]?.start ?? hold.start);
  const end = call.recording.durationS === null ? hold.end : Math.min(hold.end, call.recording.durationS);
  return span(start, end, null, words === '' ? null : words);
}
