import { z } from 'zod';
import { normalise } from '../../text/normalise.ts';
import { heardAs, soundOf } from '../../text/sounds.ts';
import { quote } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { agentUtterances } from '../opening.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { placeOfWord } from '../phrases/find-phrases.ts';

const polite = new RegExp(
  [
    '(?<![为对要比跟说像祝])[您你]好(?!好|像|不(?!好意思)|多|久|几|歹|烦|凶|意思|奇怪|笨|厉害|容易|难|坏|自|慢|吵|朋友|大|心|了|没|人|学|说|话|歹|狠|懒|严|的)',
    '(?<!今天|昨天|明天|是|到)(?:早上|上午|中午|下午|晚上|午|各位|大家|先生|女士|小姐|老师|阿姨|叔叔|经理|师傅|同志|侬|你地|您老|老板|亲)(?:您|你)?(?:们)?好(?!像|不(?!好意思)|多|几|打|说|办|取|用|看|了|的|找|走)',
    '(?:早|晚|午)安|(?:^|[,。!])(?:您|你)?早(?=$|[,。!啊])',
    '(?:新年|新春|春节|元旦|元宵|中秋|国庆|端午|五一|劳动节|圣诞|双节|佳节|假日|节日|节|周末|除夕|小年|腊八|重阳|清明|暑假|年)(?:节)?(?:期间)?(?:快乐|好(?!像|多|不)|愉快|吉祥|安康|大吉)|过年好|恭喜发财|恭贺|拜年|万事如意',
    '欢迎(?:您|你)?(?:的)?(?:致电|来电|拨打|使用|光临|接入|咨询|联系|再次|您)|(?:感谢|谢谢|多谢)(?:您|你)?(?:的)?(?:致电|来电|拨打|接听|接通|咨询|选择|关注)',
    '(?:高兴|荣幸|乐意|有幸|愿意|竭诚|真诚|诚挚|开心)(?:能)?(?:地)?(?:为|给)(?:您|你)服务|(?:高兴|荣幸)(?:能)?(?:接到|接听|和您|与您|跟您)',
    'hello|\\bhi\\b|\\bgreetings|good (?:morning|afternoon|evening|day)|welcome|thank(?:s| you)(?: so much| very much)? for (?:calling|your call|contacting|choosing)|happy (?:new year|holidays|chinese)|merry christmas|nice to (?:meet|speak)|哈[喽啰罗]|嗨喽|雷猴|雷好',
  ].join('|'),
);
/** Words of service without a greeting. */
const serving =
  /(?:为|给)(?:您|你)服务|(?:什么|啥)[^,。!?]{0,3}(?:可以|能)?(?:帮(?:到)?|为|效劳)(?:您|你)?|打扰(?:您|你|了|一下)|how (?:can|may) i help|很高兴/;
/** What recognisers may write otherwise: 宁好. */
const vocabulary = [
  '您好',
  '你好',
  '早上好',
  '上午好',
  '中午好',
  '下午好',
  '晚上好',
  '欢迎致电',
  '感谢致电',
  '感谢您致电',
];

/** Article 26.1: a polite greeting in the opening, with the company's name where the library has set one. */
export const greeting = defineDetector({
  id: 'greeting',
  version: 3,
  title: { zh: '规范问候开场', en: 'Opens with a polite greeting' },
  breach: { zh: '开场没有规范问候', en: 'No proper greeting' },
  severity: 'serious',
  needs: ['transcript'],
  params: z.object({
    /** The agent's sentences that count as the opening. */
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
    /** Names of the company, one of which must be said; none = not asked for. */
    companies: z
      .array(z.string().min(1).max(50))
      .max(20)
      .default([])
      .meta({ label: { zh: '单位名称（须说出其一）', en: 'Company names, one of which must be said' } }),
  }),
  detect(call, { sentences, companies }) {
    const opening = agentUtterances(call).slice(0, sentences);
    const [first] = opening;
    const evidence = first ? [quote(call, first)] : [];
    const written = opening.find(({ plain }) => polite.test(plain));
    const greeted = written ?? opening.find(({ plain }) => polite.test(heardAs(plain, vocabulary)));
    if (!greeted) {
      const served = opening.find(({ plain }) => serving.test(plain));
      if (served)
        return cannotTell('开场只有服务用语，没有问候语。', 'The opening offers service without a greeting.', {
          evidence: [quote(call, served)],
        });
      return notMet('开场没有礼貌问候。', 'The opening has no polite greeting.', { evidence });
    }
    const bySound = written ? { zh: '', en: '' } : { zh: '（按读音匹配）', en: ' (by its sound)' };
    if (companies.length === 0)
      return met(
        `开场有礼貌问候${bySound.zh}；未要求说单位名称。`,
        `The opening has a polite greeting${bySound.en}; a company name is not asked for.`,
        { evidence: [quote(call, greeted)] },
      );
    const names = companies.map((name) => normalise(name).plain);
    const named = names.find((name) => opening.some(({ plain }) => placeOfWord(plain, name)));
    const heard = names.find((name) => opening.some(({ plain }) => soundOf(plain).includes(soundOf(name))));
    if (named ?? heard)
      return met(
        `开场有礼貌问候${bySound.zh}，说了单位名称${named ? '' : '（按读音匹配）'}。`,
        `The opening has a polite greeting${bySound.en} and names the company${named ? '' : ' (by its sound)'}.`,
        { evidence: [quote(call, greeted)] },
      );
    const asked = companies.join('、');
    return notMet(`开场没有说单位名称（要求说：${asked}）。`, `The opening does not name the company (${asked}).`, {
      evidence,
    });
  },
});
