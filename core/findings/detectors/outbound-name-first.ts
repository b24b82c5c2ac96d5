import { z } from 'zod';
import { quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';

const asksName =
  /叫(?:什么|啥)(?!时|意思)|(?:什么|啥)名字|(?:您|你)(?:的)?(?:姓名|名字)(?!在|的)|(?:报|说)一下(?:您|你)?的?(?:姓名|名字)|姓名报一下|(?:^|[,。!?])(?:姓名|名字)(?=$|[,。!?])|(?:您|你)?贵姓|尊姓|姓名(?:是|叫)|(?:请问|您的?|你的?)大名|(?:说|报|留|问|提供|告诉)[^,。!?]{0,4}(?:您|你)的?(?:全名|大名|姓名|名字)|(?:您|你)姓(?:什么|啥)|(?:怎么|如何)称呼|(?:您|你)(?:是)?(?:谁|哪一?位)|谁啊|哪一?位(?=[?啊呀,]|$)|your name|who (?:is this|are you)/;
const introduces =
  /我是|我叫|我们是|这里是|这边是|我姓|来电是|致电|给您(?:打|来)电话?|工号|(?:客服|专员|顾问|经理|快递员|回访|中心|物流|电信|保险|银行)(?:的|$|[,。0-9零一二三四五六七八九幺])|的[小老]\p{Script=Han}|this is|my name is|calling from/u;
/** The question breaks off, or the transcript does not show it. */
const unfinished = /(?:请问|您是|称呼?|名|贵)(?:\[[^\]]*\]|\.{3,}|…)|(?:请问)?(?:您|你)是$|^喂?[,]?是(?:\.{3,}|…)/;

/** Asks for the customer by name: 你是张三吗 · 喂，李女士吧 · 张建国？ */
const asksFor =
  /(?:您|你)?(?:是不是|是)[^,。!?]{1,8}(?:吗|吧|不|么|嘛|(?<=是不是.{1,8}))(?=$|[,。!?])|^(?:喂|哎|诶|[,。!])*\p{Script=Han}{2,4}(?:先生|女士|小姐|老师)?(?:吗|吧|\?)$/u;
const greets = /(?:您|你|大家)好|[早晚]上好|[上下中]午好|早安|hello|\bhi\b/;
const inaudible = /\[[^\]]*\]|\((?:听不清|不清|噪音|模糊|inaudible)[^)]*\)/;

/** Article 26.2: an outbound call does not open by asking the name. */
export const outboundNameFirst = defineDetector({
  id: 'outbound-name-first',
  version: 4,
  title: { zh: '外呼不先问姓名', en: 'Outbound: does not open by asking the name' },
  breach: { zh: '外呼开口先问姓名', en: 'Outbound call opens by asking the name' },
  severity: 'minor',
  situation: { zh: '外呼开场', en: 'opening of an outbound call' },
  occasion: (call) => call.recording.direction !== 'inbound',
  needs: ['transcript'],
  params: z.object({
    sentences: z
      .number()
      .int()
      .min(1)
      .max(5)
      .default(2)
      .meta({
        label: { zh: '开场的坐席语句', en: 'Opening sentences of the agent' },
        unit: { zh: '句', en: 'sentences' },
      }),
  }),
  detect(call, { sentences }) {
    if (call.recording.direction === null)
      return cannotTell('不知道是呼入还是呼出。', 'Whether the call is inbound or outbound is not known.');
    let greeted = false;
    let unheard = false;
    for (const sentence of sentencesOf(call, 'agent').slice(0, sentences)) {
      const asked = asksName.exec(sentence.plain);
      const introduced = introduces.exec(sentence.plain);
      unheard ||= inaudible.test(sentence.plain.slice(0, asked?.index));
      if (asked && unheard && !introduced)
        return cannotTell('问姓名之前的话转写不清。', 'What comes before the question is not understood.', {
          evidence: [quote(call, sentence)],
        });
      if (asked && (!introduced || asked.index < introduced.index))
        return notMet('开口先问客户姓名，未先自我介绍。', 'Asks the name before saying who is calling.', {
          evidence: [quote(call, sentence)],
        });
      const wanted = asksFor.exec(sentence.plain);
      greeted ||= greets.test(sentence.plain);
      if (wanted && !greeted && (!introduced || wanted.index < introduced.index))
        return cannotTell(
          '开口就找客户本人，没有先问好和自我介绍，请人工判断。',
          'Asks for the customer at once, before a greeting or who is calling: a person must judge.',
          { evidence: [quote(call, sentence)] },
        );
      if (introduced) break;
      if (unfinished.test(sentence.plain))
        return cannotTell('开口的问话没有说完或转写不清。', 'The first question breaks off or is not clear.', {
          evidence: [quote(call, sentence)],
        });
    }
    return met('没有开口先问姓名。', 'Does not open by asking the name.');
  },
});
