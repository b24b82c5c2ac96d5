/** What only who serves says, and what only who calls says. All on `plain` text. */

interface Sign {
  pattern: RegExp;
  /** 3 tells by itself, 2 with another sign, 1 hardly. */
  weight: number;
}

const agentSigns: readonly Sign[] = [
  { pattern: /(很|非常)?高兴为您服务|竭诚为您服务|[为给]您服务[，。！]?$|号?(坐席|客服)?[为给]您服务/, weight: 3 },
  {
    pattern: /请问(您)?(有什么|有啥|需要什么|还有什么|还有其他|有哪方面).{0,6}(帮|服务|需要|咨询|问题|业务)/,
    weight: 3,
  },
  { pattern: /(有什么|什么)(可以|能)(够)?帮(到|助)?(您|你)/, weight: 3 },
  { pattern: /(我的工号|工号[是为]?[\d零〇一二三四五六七八九幺两]{2,})/, weight: 2 },
  { pattern: /(感谢|谢谢)(您的?)?(致电|来电|耐心等(待|候)|等(待|候)|配合|理解)/, weight: 2 },
  { pattern: /(还有|还需要)(其他|别的|什么).{0,6}(帮|需要|咨询|可以)/, weight: 2 },
  { pattern: /(帮|为|给)您(查询?|核实|核对|登记|记录|处理|转接|办理|反馈|申请|确认|催|取消|看)/, weight: 2 },
  { pattern: /请您?(稍等|稍候|不要挂机|别挂机|保持(电话)?畅通|提供一下|说一下您|放心)/, weight: 2 },
  { pattern: /请问(您|先生|女士)?(怎么称呼|贵姓)|您贵姓|(先生|女士)[，,]?您好|您好[，,]?(先生|女士)/, weight: 2 },
  {
    pattern: /(请|麻烦)您?(对)?.{0,8}(服务|本次通话).{0,4}(评价|打分)|祝您(生活|工作)?.{0,4}(愉快|顺利|好)/,
    weight: 2,
  },
  { pattern: /给您(带来|造成)(了)?.{0,4}(不便|麻烦|困扰)|您反(映|馈)的/, weight: 2 },
  {
    pattern:
      /(how (can|may) i (help|assist)|may i help|thank you for (calling|holding|waiting)|my name is \w+[, ]+how)/,
    weight: 3,
  },
  { pattern: /(is there anything else|let me (check|look) (that|it|into)|bear with me|may i have your)/, weight: 2 },
];

const customerSigns: readonly Sign[] = [
  {
    pattern: /我要投诉|我要举报|我打12315|叫你们?(领导|经理|主管)|你们(到底|怎么(回事|搞|办事|还)|这(是)?什么服务)/,
    weight: 3,
  },
  { pattern: /你(的)?工号(是)?(多少|几|什么)|你叫什么名字/, weight: 3 },
  {
    pattern:
      /我(的|家|这个|那个)?(快递|包裹|件|订单|宽带|账单|话费|卡|手机|空调|货|单号|网).{0,8}(没|不|坏|丢|多|还|怎么|什么时候|停|断)/,
    weight: 2,
  },
  { pattern: /我(想|要|来)(问|咨询|查|办|退|改|取消|了解|反映|投诉|报修)/, weight: 2 },
  { pattern: /(帮|给)我(查|看|办|改|取消|退|催|转|问|弄|处理|开)/, weight: 2 },
  { pattern: /你们(公司|客服|那边|这边|的人|快递|网点|那个)/, weight: 2 },
  { pattern: /我都?(打|等)了.{0,4}(次|遍|天|个小时|分钟|电话)/, weight: 2 },
  {
    pattern:
      /(i want to|i would like to|i'd like to) (complain|cancel|ask|check|return)|my (order|parcel|package|bill|account|internet) /,
    weight: 2,
  },
];

/** Announcements of the system say an agent's words with a voice that is not the agent's. */
const announcement =
  /请按|按[0-9零一二三四五六七八九]|井号|星号键|(坐席|客服|线路)(正)?忙|正在为您(转接|接通|排队)|通话(可能|将)(会)?被?录音|排队(人数|等候)|press \w+ (for|to)|calls? (may|will) be recorded/;

/** How much a sentence sounds like one or the other; own service number aside. */
export function signsIn(plain: string): { agent: number; customer: number } {
  if (announcement.test(plain)) return { agent: 0, customer: 0 };
  const most = (signs: readonly Sign[]) =>
    signs.reduce((sum, { pattern, weight }) => (pattern.test(plain) ? Math.max(sum, weight) : sum), 0);
  return { agent: most(agentSigns), customer: most(customerSigns) };
}
