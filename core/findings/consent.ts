/** How people ask, agree, refuse and put off: all on `plain` text. */

const clausesOf = (plain: string): string[] => plain.split(/[,。!?;、…\s]+/).filter((clause) => clause !== '');

const lead = '(?:嗯|唔|哦|噢|喔|啊|哎|诶|呃|那|就|行|欸|唉|哈|没事|也|都)*';
const assent = new RegExp(
  `^${lead}(?:${[
    '好(?!久|像|多|烦|慢|几|不|难|吵|奇怪|什么|意思)',
    '可以(?!不)',
    '行(?!不)',
    '中(?=$|[的啊呢])|成(?=$|[的啊吧])|得嘞?(?=$)|妥|要得|冇问题',
    '要(?=$|[的啊呀])',
    '没(?:事|问题|关系|意见)|不(?:要紧|碍事|着急|急|用急|介意)|无所谓',
    '对(?!了|不|面|方|啊?你)|是(?:的|啊|呀|呢)?(?=$)|嗯|唔|哦(?=$)',
    '同意|方便|愿意|当然|没问题|都(?:行|可以)|随(?:便|你)(?:吧|$)',
    '(?:麻烦|辛苦|拜托)(?:你|您)|谢谢|多谢|感谢|有劳',
    '(?:你|您)(?:就|先|去|赶紧|快|慢慢|快点|帮我|给我|再)*(?:查|看|弄|问|忙|办|核实|核对|处理|转|找|联系|搞|试|确认|说|等|去)(?!不)[^吗么啥]{0,6}$',
    '(?:去|查|看|弄|问|转|办|找|等)(?:着|一下|一会儿?|会儿?)?吧|去(?:查|问|看)(?:一下|吧)?$|转(?:吧|过去|$)',
    '(?:我)?(?:这边|就|可以|能|在这?儿?|在线)*等(?:着|你|您|一下|会儿?|一会儿?|得起)?(?:吧|呗|好了)?$',
    '(?:你|您)?(?:就)?快(?:点|一点|些|着点)|尽快|抓紧|赶紧|麻溜',
    '帮我(?:查|看|问|转|办|弄|处理)',
    "ok|okay|sure|yes|yeah|yep|fine|alright|all right|no problem|go ahead|of course|please do|take your time|i(?:'ll| will| can) (?:wait|hold)",
  ].join('|')})`,
);
const refusal =
  /不行(?!不)|不(?:可以|好(?!意思)|要(?!紧|急)|方便|同意|愿意|等|想等|能等|答应|接受)|等不(?:了|起|及)|没(?:有)?(?:时间|空|功夫|工夫|耐心)|赶时间|太(?:久|慢|长)|别(?:让我|叫我|再|转|查|挂|了)|又(?:要|让|叫)(?:我)?等|还(?:要|得)(?:我)?等|一直(?:让|叫|要)?(?:我)?等|都等了|凭什么|为什么(?:又|要|还)|算了|不用(?:查|转|了|麻烦)|不(?:要|想)?转(?!账)|你来(?:办|处理)|急(?:着|死|用)|少来|我拒绝|直接(?:告诉|说|给)|现在就(?:要|给|告诉)|马上(?:给我|要|告诉)|\bno\b|can't wait|cannot wait|don't/;
/** After a request: how long, why, and the like; whoever asks so waits. */
const asksOn =
  /(?<!还)(?:要|需要|得|大概|大约|等)*(?:多久|多长时间|多少时间|几分钟|多少分钟|久(?:吗|不久)|快(?:吗|不快))|how long/;
const unclear = /^(?:啊|哎|什么|啥|嗯\?|喂|哈|哦|呃|再说一遍|没听清|听不清|\[[^\]]*\]|\([^)]*\)|\*+|…|\.)+[\p{P}]*$/u;

/** A customer's refusal to a request. */
export const refuses = (plain: string): boolean => clausesOf(plain).some((clause) => refusal.test(clause));

/** A customer's yes to a request, in whatever words; a question how long it takes is one. */
export function agrees(plain: string): boolean {
  if (refuses(plain)) return false;
  return (
    clausesOf(plain)
      .slice(0, 2)
      .some((clause) => assent.test(clause)) || asksOn.test(plain)
  );
}

/** Neither yes nor no: 啊？ */
export const isUnclear = (plain: string): boolean => unclear.test(plain.trim());

/** Asks on while the request stands: 要多久？ 为什么？ 等什么？ */
export const asksBack = (plain: string): boolean =>
  asksOn.test(plain) ||
  /^(?:嗯|那|哦)*[,]?(?:为什么|为啥|怎么了|干嘛|等什么|查什么|转(?:到|给)?(?:谁|哪)[^,]{0,4}|转哪里|是谁)/.test(plain);

/** The agent asks for consent. */
export const asksConsent = (plain: string): boolean =>
  /(?:可以|好|行|方便|能|介意|同意|成|ok|没问题)(?:吗|嘛|么|不|伐)(?!能|会|了)|(?:介意|方便|同意|愿意)[^,。!?;]{0,8}(?:吗|嘛|么)|好不好|要不要|需不需要|用不用|可不可以|行不行|能不能|成不成|方不方便|是否(?:可以|方便|同意|介意|愿意)|您看(?:可以|行|好|怎么样|如何|这样)|(?:征得|征求)(?:您|你)?(?:的)?(?:同意|意见)|可否|介不介意|may i|can i (?:put|place|transfer)|could you (?:please )?(?:hold|wait)|would you mind|do you mind|is (?:that|it) (?:ok|okay|all ?right|fine)|(?:ok|okay|all ?right) with you/.test(
    plain,
  );
