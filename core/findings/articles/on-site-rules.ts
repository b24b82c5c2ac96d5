/** On-site rules (现场管理办法) about the handling of calls. */
import type { Article } from '../articles.ts';

export const onSiteRules: readonly Article[] = [
  {
    id: '1',
    asks: {
      zh: '不突然抬高声音、不辱骂、不随意挂断、不影响其他坐席',
      en: 'Does not raise the voice, insult, hang up at will or disturb other agents',
    },
    grounds: ['audio', 'text', 'human'],
    rules: ['raised-voice', 'insult'],
    person: {
      zh: '谁先挂机由 23.15 的规则判，挂得有没有道理由人听；影响其他坐席要到现场看。',
      en: 'Who hangs up first is judged under 23.15, whether it was at will is heard; disturbed agents are seen on site.',
    },
  },
  {
    id: '2',
    asks: {
      zh: '全程普通话（客户要求的除外），用语规范，不争辩',
      en: 'Mandarin throughout (unless the customer asks), standard wording, no arguing',
    },
    grounds: ['text', 'human'],
    rules: ['forbidden-phrase', 'rhetorical-question', 'arguing'],
    person: {
      zh: '是不是普通话由人听；客户要求说方言的不算。',
      en: 'Whether it is Mandarin is heard; what the customer asks for is no breach.',
    },
  },
  {
    id: '3',
    asks: {
      zh: '等待有保留音、及时回线，等待中不质疑客户、不闲聊',
      en: 'Hold music, back quickly; no doubting the customer and no chat during the hold',
    },
    grounds: ['audio', 'text', 'human'],
    rules: ['wait-over-limit', 'hold-without-music'],
    person: {
      zh: '等待时坐席多半已静音，质疑、闲聊若录到了，是对谁说的由人听。',
      en: 'The agent is mostly mute during a hold; if doubts or chat are recorded, whom they are said to is heard.',
    },
  },
  {
    id: '4',
    asks: {
      zh: '问到工号清楚告知；对坐席的投诉如实建单',
      en: 'Gives the service number when asked; tickets complaints about agents truthfully',
    },
    grounds: ['text', 'human'],
    rules: ['agent-id-when-asked'],
    person: {
      zh: '工单是否如实，要对照工单系统。',
      en: 'Whether the ticket is true is compared with the ticket system.',
    },
  },
  {
    id: '5',
    asks: { zh: '首问责任制，不推诿', en: 'First-contact responsibility, no pushing off' },
    grounds: ['text'],
    rules: ['pushing-off'],
  },
  {
    id: '6',
    asks: { zh: '不泄露客户资料和内部产品信息', en: 'Gives no customer data or internal product information away' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '同样的号码说给本人是核对，说给别人是泄露；对方是谁、什么是内部信息，机器不知道。',
      en: 'The same number is a confirmation to its owner and a leak to others; a machine knows neither who calls nor what is internal.',
    },
  },
  {
    id: '7',
    asks: { zh: '上报故障、群体投诉和话务拥塞', en: 'Reports an outage, a mass complaint or congestion' },
    grounds: ['human'],
    rules: [],
    person: { zh: '上报不在录音里。', en: 'The report is not made in the recording.' },
  },
  {
    id: '8',
    asks: { zh: '不擅自接受媒体采访', en: 'Gives no unauthorised press interview' },
    grounds: ['human'],
    rules: [],
    person: {
      zh: '对方是不是媒体、有没有授权，录音里没有。',
      en: 'Who is the press and who was authorised is not in the recording.',
    },
  },
  {
    id: '9',
    asks: {
      zh: '升级投诉、VIP 来电交给值班长',
      en: 'Passes an escalating complaint or a VIP caller to the shift leader',
    },
    grounds: ['text', 'human'],
    rules: ['complaint-taken-up'],
    person: {
      zh: '谁是 VIP、值班长有没有接到，在客户资料和工单里。',
      en: 'Who is a VIP and whether the shift leader got it is in customer data and tickets.',
    },
  },
];
