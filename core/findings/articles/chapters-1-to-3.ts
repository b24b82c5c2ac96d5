/** Chapters 1 quality, 2 language and 3 attitude. */
import type { Article } from '../articles.ts';

const heard = {
  zh: '语气靠人听：音色、情绪没有公认的尺度，机器会错怪人。',
  en: 'Tone is heard by a person: timbre and feeling have no agreed measure, and a machine would accuse wrongly.',
};

export const chapters1to3: readonly Article[] = [
  { id: '1', asks: { zh: '态度积极', en: 'Positive attitude' }, grounds: ['human'], rules: [], person: heard },
  { id: '2', asks: { zh: '热情', en: 'Warmth' }, grounds: ['human'], rules: [], person: heard },
  {
    id: '3',
    asks: { zh: '自信肯定，不含糊', en: 'Confident and affirmative, never vague' },
    grounds: ['human', 'text'],
    rules: [],
    person: {
      zh: '“可能”“大概”往往是如实回答（如到货时间）；是不是敷衍，要知道坐席本可以知道什么。',
      en: '“Maybe” and “about” are often the honest answer (such as a delivery time); whether they evade depends on what the agent could have known.',
    },
  },
  {
    id: '4',
    asks: { zh: '语速适中，反应快', en: 'Standard pace, quick reaction' },
    grounds: ['text', 'audio'],
    rules: ['speech-rate', 'reply-gap'],
  },
  {
    id: '6',
    asks: { zh: '语调有重点，不平板、不尖利', en: 'Intonation with emphasis, not flat, not shrill' },
    grounds: ['human'],
    rules: [],
    person: heard,
  },
  {
    id: '7',
    asks: {
      zh: '音量不大不弱；话筒在嘴左下方',
      en: 'Volume neither loud nor weak; microphone below left of the mouth',
    },
    grounds: ['audio'],
    rules: ['voice-volume', 'raised-voice'],
    person: {
      zh: '话筒的位置听不出来，要到现场看。',
      en: 'Where the microphone is cannot be heard; it is seen at the desk.',
    },
  },
  {
    id: '8',
    asks: { zh: '简洁，少闲聊', en: 'Concise, little small talk' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '一句话是闲聊还是业务所需，要懂业务和这通来意才能分。',
      en: 'Whether a sentence is small talk or needed depends on the business and on why the customer calls.',
    },
  },
  {
    id: '9',
    asks: { zh: '适时停顿，让客户思考、参与', en: 'Pauses that let the customer think and take part' },
    grounds: ['audio'],
    rules: ['talk-share'],
    person: {
      zh: '停顿是否合时宜由人听；回应快慢按第 4 条判。',
      en: 'Whether a pause comes at the right moment is heard; how quick replies are is judged under article 4.',
    },
  },
  {
    id: '10',
    asks: { zh: '听得见的微笑', en: 'A smile that can be heard' },
    grounds: ['human'],
    rules: [],
    person: heard,
  },
  {
    id: '11',
    asks: { zh: '使用礼貌用语，不说服务忌语', en: 'Courtesy words, no forbidden phrases' },
    grounds: ['text'],
    rules: ['courtesy-words', 'forbidden-phrase'],
  },
  {
    id: '12',
    asks: { zh: '语速适中、语气柔和、吐字清楚、普通话', en: 'Moderate pace, soft tone, clear articulation, Mandarin' },
    grounds: ['text', 'audio', 'human'],
    rules: ['speech-rate'],
    person: {
      zh: '语气、吐字和普通话由人听：识别出错不等于吐字不清，转写也不记口音。',
      en: 'Tone, articulation and Mandarin are heard: a recogniser’s error is no proof of bad articulation, and a transcript has no accent.',
    },
  },
  {
    id: '13',
    asks: { zh: '耐心，不反问、不质问', en: 'Patient; no rhetorical or accusing questions' },
    grounds: ['text'],
    rules: ['rhetorical-question'],
  },
  {
    id: '14',
    asks: {
      zh: '不懂的不烦、不装、不推；不打断，先听完',
      en: 'Unknown topic: no impatience, pretending or pushing off; never interrupts',
    },
    grounds: ['audio', 'text'],
    rules: ['interruption', 'pushing-off'],
    person: {
      zh: '是否装懂要懂业务的人才听得出。',
      en: 'Whether somebody pretends to understand is heard by who knows the business.',
    },
  },
  {
    id: '15',
    asks: { zh: '礼貌大方，有问必答', en: 'Polite and generous; answers every question' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '一个问题有没有真正答到，要懂业务；有回应不等于有回答。',
      en: 'Whether a question is really answered depends on the business; a reply is not yet an answer.',
    },
  },
  {
    id: '16',
    asks: { zh: '不说教、不责怪客户', en: 'No lecturing, no blaming' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '提醒与说教用的是同样的话，差别在语气和前后文；明显的质问、忌语由第 11、13 条的规则判。',
      en: 'Advice and lecturing use the same words and differ in tone and context; plain accusations are judged under 11 and 13.',
    },
  },
  {
    id: '17',
    asks: { zh: '疑难问题先解释，再交给合适的人', en: 'Hard questions are explained and passed to the right person' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '问题难不难、交给谁才对，取决于业务分工。',
      en: 'Whether a question is hard and who is right for it depends on how work is divided.',
    },
  },
  {
    id: '18',
    asks: { zh: '关照有特殊需要的客户', en: 'Extra help for people with special needs' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '客户是否需要关照，要听出来或在资料中看到；机器不猜年龄和残障。',
      en: 'Whether somebody needs help is heard or on record; a machine does not guess age or disability.',
    },
  },
  {
    id: '19',
    asks: { zh: '不开玩笑、不嘲讽', en: 'No jokes, no mocking' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '讽刺的字面往往是好话，靠语气才听得出。',
      en: 'Mockery often has friendly words; only the tone tells.',
    },
  },
  {
    id: '20',
    asks: { zh: '不与客户争辩，必要时请班长协助', en: 'Never argues; asks the team leader for help' },
    grounds: ['text', 'human'],
    rules: ['arguing'],
    person: {
      zh: '语气里的较劲由人听。',
      en: 'A fight that is only in the tone is heard by a person.',
    },
  },
  {
    id: '21',
    asks: { zh: '自己的差错当即更正并道歉', en: 'Own mistakes are corrected and apologised for at once' },
    grounds: ['text', 'human'],
    rules: ['apology-after-fault'],
    person: {
      zh: '坐席没有察觉的差错，只有懂业务的人才知道。',
      en: 'A mistake that the agent does not notice is known only to who knows the business.',
    },
  },
  {
    id: '22',
    asks: { zh: '受表扬时谦虚', en: 'Modest when praised' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '表扬少见，谦虚与否在语气。',
      en: 'Praise is rare, and modesty is in the tone.',
    },
  },
];
