/** Chapters 4 conduct and 5 etiquette. */
import type { Article } from '../articles.ts';

const manner = {
  zh: '是整通的印象，不是哪一处声音或哪一句话。',
  en: 'It is an impression of the whole call and no one sound or sentence.',
};
const unseen = {
  zh: '坐席在系统里查了什么、记了什么，录音中听不到，要对照工单。',
  en: 'What the agent looks up and writes down is not in the recording; it is compared with the ticket.',
};
const business = {
  zh: '对错要懂业务的人判断。',
  en: 'Right or wrong is for who knows the business.',
};

const human = (id: string, zh: string, en: string, person: Article['person']): Article => ({
  id,
  asks: { zh, en },
  grounds: ['human'],
  rules: [],
  ...(person && { person }),
});

export const chapters4and5: readonly Article[] = [
  human('23.1', '专业', 'Professional', manner),
  human('23.2', '专注', 'Focused', manner),
  human('23.3', '从容', 'Relaxed', manner),
  human('23.4', '完整记录', 'Records everything', unseen),
  human('23.5', '快速使用客户资料', 'Uses customer data fast', unseen),
  human('23.6', '普通话', 'Mandarin', {
    zh: '转写不记口音；识别得好不好也看线路。',
    en: 'A transcript has no accent, and how well speech is recognised depends on the line as well.',
  }),
  human('23.7', '熟悉业务', 'Knows the business', business),
  human('23.8', '用语不含糊', 'No ambiguous wording', {
    zh: '一句话会不会引起误解，要知道客户当时知道什么。',
    en: 'Whether words can be misunderstood depends on what the customer knows.',
  }),
  {
    id: '23.9',
    asks: { zh: '避免长时间静默', en: 'Avoids long silence' },
    grounds: ['audio'],
    rules: ['prolonged-silence'],
  },
  {
    id: '23.10',
    asks: { zh: '不能即答：请稍候、转接或回电', en: 'No answer at once: asks to wait, transfers or calls back' },
    grounds: ['text'],
    rules: [],
    person: {
      zh: '能不能当场答，只有懂业务的人知道；请客户等待和转接做得如何，由 26.4、26.6 的规则判，答应的回电要查工单。',
      en: 'Whether an answer was to be had at once is known to who knows the business; how waits and transfers are asked for is judged under 26.4 and 26.6, and a promised call back is on the ticket.',
    },
  },
  {
    id: '23.11',
    asks: { zh: '等待后向客户致谢', en: 'Thanks the customer after a wait' },
    grounds: ['text'],
    rules: ['hold-thanks'],
  },
  {
    id: '23.12',
    asks: { zh: '告知工号，希望再次服务', en: 'Tells the service number and hopes to serve again' },
    grounds: ['text'],
    rules: ['closing-agent-id'],
  },
  {
    id: '23.13',
    asks: { zh: '感谢客户配合', en: 'Thanks for the cooperation' },
    grounds: ['text'],
    rules: ['closing'],
  },
  { id: '23.14', asks: { zh: '积极地结束', en: 'Ends positively' }, grounds: ['text'], rules: ['closing'] },
  {
    id: '23.15',
    asks: { zh: '让客户先挂机', en: 'Lets the customer hang up first' },
    grounds: ['meta', 'audio'],
    rules: ['customer-hangs-up-first'],
    person: {
      zh: '话单没有挂机方、录音也没有单侧忙音时，无法判断。',
      en: 'Without a hang-up party on record and a busy tone on one side it cannot be told.',
    },
  },
  human('24.1', '不含糊', 'Not vague', {
    zh: '留有余地的话常是如实回答，见第 3 条。',
    en: 'Cautious words are often honest; see article 3.',
  }),
  human('24.2', '不过于敏感', 'Not oversensitive', manner),
  human('24.3', '不吸烟、不进食', 'No smoking or eating', {
    zh: '咀嚼声与线路杂音难分，吸烟听不见。',
    en: 'Chewing is hard to tell from noise of the line, and smoking is not heard.',
  }),
  human('24.4', '不用俚语、行话', 'No slang or jargon', {
    zh: '一个词是不是行话，看行业和客户。',
    en: 'Whether a word is jargon depends on the trade and on the customer.',
  }),
  human('24.5', '不开玩笑', 'No joking', { zh: '玩笑靠语气才听得出。', en: 'A joke is known by its tone.' }),
  human('24.6', '不装懂', 'Does not pretend to understand', business),
  {
    id: '24.7',
    asks: { zh: '不打断、不顶撞', en: 'Does not interrupt or challenge' },
    grounds: ['audio'],
    rules: ['interruption'],
    person: {
      zh: '不抢话的顶撞由人听。',
      en: 'A challenge that does not talk over the customer is heard by a person.',
    },
  },
  human('24.8', '不打官腔', 'Not bureaucratic', manner),
  {
    id: '24.9',
    asks: { zh: '不提高嗓门', en: 'Does not shout' },
    grounds: ['audio'],
    rules: ['raised-voice'],
  },
  {
    id: '24.10',
    asks: { zh: '不粗鲁', en: 'Not rude' },
    grounds: ['text'],
    rules: ['insult'],
    person: {
      zh: '没有粗话的无礼（语气、冷笑）由人听。',
      en: 'Rudeness without rude words (tone, a sneer) is heard by a person.',
    },
  },
  human('24.11', '不低声下气', 'Does not grovel', manner),
  human('24.12', '不凭记忆，要记录', 'Notes instead of memory', unseen),
  {
    id: '24.13',
    asks: { zh: '不突然切走，未经同意不让客户等', en: 'No sudden switch; no wait without permission' },
    grounds: ['text', 'audio'],
    rules: ['hold-consent', 'transfer-consent'],
  },
  {
    id: '24.14',
    asks: { zh: '离开不让客户等超过一分钟', en: 'Does not leave the customer waiting over one minute' },
    grounds: ['audio'],
    rules: ['wait-over-limit'],
  },
  human('25', '外呼前备好提纲', 'Outline before dialling', {
    zh: '提纲在拨号之前，不在录音里。',
    en: 'The outline is made before dialling and is not in the recording.',
  }),
  {
    id: '26.1',
    asks: { zh: '三声内接听，礼貌问候，报企业和工号', en: 'Within three rings; greeting, company and service number' },
    grounds: ['audio', 'meta', 'text'],
    rules: ['answer-in-three-rings', 'greeting', 'agent-id'],
  },
  {
    id: '26.2',
    asks: { zh: '外呼不先问姓名', en: 'Outbound: does not open by asking the name' },
    grounds: ['text'],
    rules: ['outbound-name-first'],
  },
  {
    id: '26.3',
    asks: { zh: '称呼客户，不清楚时确认', en: 'Addresses by name or title; confirms what is unclear' },
    grounds: ['text'],
    rules: ['addresses-by-name', 'confirms-request'],
  },
  {
    id: '26.4',
    asks: { zh: '等待前说明原因、征得同意、告知时限', en: 'Before a wait: reason, consent, time limit' },
    grounds: ['text'],
    rules: ['hold-consent'],
  },
  {
    id: '26.5',
    asks: { zh: '等待中保持联系', en: 'Stays in touch during a wait' },
    grounds: ['audio', 'text'],
    rules: ['in-touch-during-wait'],
  },
  {
    id: '26.6',
    asks: { zh: '转接说明原因、征得同意', en: 'Transfer: explains why, gets consent' },
    grounds: ['text'],
    rules: ['transfer-consent'],
  },
  {
    id: '26.7',
    asks: { zh: '有人接起后再退出', en: 'Drops off only when somebody has picked up' },
    grounds: ['text', 'human'],
    rules: [],
    person: {
      zh: '转接后的一段多半不在这条录音里；接起与否要看交换机记录。',
      en: 'What follows a transfer is mostly not in this recording; whether somebody picked up is on the exchange’s record.',
    },
  },
  {
    id: '26.8',
    asks: { zh: '转接或等待后感谢客户等候', en: 'After a transfer or wait thanks for waiting' },
    grounds: ['text'],
    rules: ['hold-thanks'],
  },
  human('26.9', '正确记录并核对姓名、号码', 'Writes name and number correctly and confirms them', unseen),
];
