import { z } from 'zod';
import { type Call, quote, type SpokenSentence, sentencesOf, together } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { isIntroduced, isOfOther, numbersIn } from '../service-number.ts';
import { isFarewell } from '../words.ts';

/** 期待再次为您服务 · 欢迎再次来电 · 有需要随时来电 · 很高兴为您服务 */
const wish =
  /(?:期待|期盼|希望|盼望?|欢迎|愿意|乐意|恭候|以后|下次|下回|再次|随时|后续|竭诚|很高兴|很荣幸|专属|继续)[^,。!?]{0,12}(?:服务|来电|致电|效劳|通话|联系|找我|打给|打(?:过)?来|拨打|再来|再会|咨询)|(?:有(?:任何|什么)?(?:问题|需要|疑问|事)|如需|需要)[^。!?]{0,8}(?:来电|致电|联系|找我|(?:可以|再|继续|直接|随时)找|打(?:给|来|我)|拨打|再打|招呼|咨询)|为(?:您|你)服务|serve you again|call (?:us )?again/;

const titles = {
  both: { zh: '结束时报工号并期待再次服务', en: 'Closing: service number and wish to serve again' },
  number: { zh: '结束时报工号', en: 'Closing: service number' },
  wish: { zh: '结束时期待再次服务', en: 'Closing: wish to serve again' },
};
const breaches = {
  both: { zh: '结束时没有报工号或期待再次服务', en: 'Closing without service number or wish' },
  number: { zh: '结束时没有报工号', en: 'Closing without service number' },
  wish: { zh: '结束时没有期待再次服务', en: 'Closing without wish to serve again' },
};

/** Article 23.12: the service number once more in the closing, with the hope to serve again. */
export const closingAgentId = defineDetector({
  id: 'closing-agent-id',
  version: 2,
  title: ({ wants }) => titles[wants],
  breach: ({ wants }) => breaches[wants],
  severity: 'minor',
  needs: ['transcript'],
  params: z.object({
    /** The agent's sentences that count as the closing. */
    sentences: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(4)
      .meta({
        label: { zh: '结尾的坐席语句', en: 'Closing sentences of the agent' },
        unit: { zh: '句', en: 'sentences' },
      }),
    /** What the closing must hold. */
    wants: z
      .enum(['both', 'number', 'wish'])
      .default('both')
      .meta({
        label: { zh: '须说：both 两者，number 工号，wish 期待再次服务', en: 'Must hold: both, number, or wish' },
      }),
  }),
  detect(call, { sentences, wants }) {
    const agent = sentencesOf(call, 'agent');
    // The greeting is not the closing of a short call; recordings that begin later have none.
    const opens = agent[0] !== undefined && !isFarewell(agent[0].plain) && isGreeting(call, agent[0]);
    const last = agent.slice(Math.max(opens ? 1 : 0, agent.length - sentences)) as [
      SpokenSentence,
      ...SpokenSentence[],
    ];
    const end = last.length > 0 ? together(last) : null;
    const wanted = digitsOf(call.recording.agentNo);
    const numbers = end ? numbersIn(end.plain) : [];
    const right = numbers.find((said) =>
      wanted === '' ? isIntroduced(end!.plain, said) : digitsOf(said.digits) === wanted && !isOfOther(end!.plain, said),
    );
    const hoped = end ? wish.exec(end.plain) : null;
    const lacks = [
      ...(wants !== 'wish' && !right ? [{ zh: '报工号', en: 'give the service number' }] : []),
      ...(wants !== 'number' && !hoped ? [{ zh: '表示期待再次服务', en: 'hope to serve again' }] : []),
    ];
    const places = [right && [right.start, right.end], hoped && [hoped.index, hoped.index + hoped[0].length]];
    const evidence = places.flatMap((place) => (place && end ? [quote(call, end, place[0], place[1])] : []));
    if (lacks.length === 0)
      return met('结束时报了工号或表示期待再次服务。', 'The closing holds what is asked for.', { evidence });
    const final = call.transcript?.sentences.at(-1);
    if (call.recording.endMissing || (final?.speaker !== 'agent' && !last.some(({ plain }) => isFarewell(plain))))
      return cannotTell('录音到客户的话为止，听不到坐席的结束语。', 'The call ends before the agent closes it.', {
        evidence,
      });
    return notMet(
      `结束时没有${lacks.map(({ zh }) => zh).join('、')}。`,
      `The agent’s closing does not ${lacks.map(({ en }) => en).join(' or ')}.`,
      { evidence: [quote(call, agent.at(-1)!)] },
    );
  },
});

const digitsOf = (number: string | null): string =>
  number?.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '') ?? '';

/** The first words of the call, or a greeting that answers the customer's. */
const isGreeting = (call: Call, { plain, start }: SpokenSentence): boolean =>
  /^(?:喂|[嗯呃诶],?)*,?(?:您好|你好|[早晚]上好|[上中下]午好|欢迎)|帮(?:到)?(?:您|你)|请(?:讲|说)|什么事/.test(plain) ||
  !call.transcript?.sentences.some((sentence) => sentence.speaker !== 'agent' && sentence.start < start);
