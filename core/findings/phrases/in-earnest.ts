/** Whether somebody says a phrase in his own name, or reports, denies, supposes or concedes it. */

export type Standing =
  | 'said'
  /** Somebody else's words, words that are not to be said, a case that is only supposed, or a concession. */
  | 'unsaid'
  /** Followed by an offer of help: whether that makes up for it a person must judge. */
  | 'made-good';

const verbs = '说|讲|骂|提到|反映|表示|认为|觉得|告诉|回复|答复|回答|告知|反馈|投诉|听到|写';
const others =
  '(?<![跟和对给向同让])(?:您|你)|客户|用户|顾客|对方|同事|别人|有人|人家|他|她|谁|那位|哪位|那边|前台|营业厅|网点|门店|坐席|座席|客服|师傅|快递员|工作人员|店员|人员|上次|之前|刚才|昨天';
/** Somebody else's words: 您刚才说不归我管 · 客户说“…” · 跟您说不归我管的是哪位 */
const quoting = new RegExp(
  `(?:${others})[^,。!?;]{0,8}(?:${verbs})(?:的|得|过|了|是|我们|我|您|你)*(?:那|这)?(?:句|些|个)?话?[,:]?["“「『‘']?[^,。!?;“”"]{0,5}$`,
);
/** A question of somebody else: 客户问凭什么扣钱 */
const asking =
  /(?:(?:客户|用户|顾客|对方|他|她)[^,。!?;]{0,4}问(?!题)(?:我|的|了|过|是)*|[您你]问的是?)(?!题)[,:]?["“]?[^,。!?;]{0,4}$/;
/** The sentence before announces a quotation: 您刚才讲的是。 · 他的原话是： */
const announcing = new RegExp(
  `(?:${others})[^,。!?;]{0,10}(?:${verbs})(?:的|过|了|是|我们|我|您|你|这样|这么|一句|这句话?|那句话?)*[,:。…]*\\s*["“「『‘']?$|(?:原话|意思)(?:就)?是[,:。…]*\\s*["“「『‘']?$`,
);
/** Words that are named in order not to be said: 我们不会说… · 不是说… · 怎么能说… */
const denying =
  /(?:不会|不能|没人(?:可以|能|会)?|谁(?:也|都)不能|不可以|不可能|不应该?|不该|没有?|并非|绝不|从不|不允许|禁止|不要|别|不敢|不得|(?:不是|怎么(?:能|会|可以)|哪能|岂能))(?:再|跟|和|对|向|您|你|客户|用户|随便|这样|这么)*(?:说|讲|回答|答复|告诉|讲过|说过|用)[^,。]{0,6}$/;
/** It is not so: 不是不归我管，是… · 怎么会不归我管呢; 这不是明知故问吗 says that it is. */
const negating = /(?:(?<![是这])不是|并非|不存在|不会|没有|怎么(?:会|可能|能))(?:因为|觉得|指|什么)?["“]?$/;
const rhetorical = /^[^,。!?;]{0,3}[吗嘛么]/;
const supposing = /(?:如果|要是|假如|万一|倘若|假设|即使|就算|哪怕|不管是不是|不论是不是|无论是不是)[^,。!?;就]{0,10}$/;
/** The words after it name it as words: “…”这种话不应该说 · …是不对的 */
const named =
  /^["”」』’]?(?:的?[这那](?:种|句|样|类|些|几个字)的?(?:话|说法|态度|回答)?|(?:是|这样)(?:不对|不应该|不合适|不妥|不允许|错误)|这(?:话|种)|的(?:说法|话(?!,))|等(?:用语|忌语|词))/;
const conceding = /(?:虽然|虽说|虽|尽管|固然|即便|即使|就算|哪怕)[^,。!?;]{0,12}$/;
const but = '所以|因此|但是?|不过|可是|可|然而|还是|也(?:会|可以|一定|帮|能)|我?(?:一样|照样|同样)';
const help =
  '(?:我|我们|这边)?(?:先|马上|立刻|现在|这就|还是|也|会|可以|来|一定|尽量|尽快|能)*(?:帮|为|给|替)(?:您|你|忙)|我(?:们)?(?:还是|也|就|都)?(?:会|可以|来|去|一定|马上|先|尽量|愿意)(?!不|没)|(?:我|我们)?(?:先|已经|已)?(?:把|将)(?:您|你)[^,。!?;]{0,10}(?:派|转|提交|反馈|登记|上报|发|递)|派单|转(?:接|给|到)|联系|协助|反馈|您放心';
const makesUp = new RegExp(`^[^,。!?;]{0,6}[,。;]?\\s*(?:${but})[^。!?]{0,6}?(?:${help})`);
const offers = new RegExp(`^[^,。!?;]{0,4}[,。;]\\s*(?:那|所以)?(?:您?(?:别|不要|不用)急,)?(?:${help})`);
/** An offer that is none: 但我也没办法 · 但我帮不了您 */
const refusing =
  /没(?:有)?(?:办法|法子|辙)|帮不(?:了|上|到)|无能为力|不(?:会|能|可能|想|愿|肯)(?:帮|管|给|为|替)|管不了|爱莫能助|自己(?:想办法|去|打|找)|没用|你?(?:去)?找(?:别人|他们)/;

/**
 * All texts as `normalise` spells them.
 * @param earlier the speaker's sentence before
 * @param before of the sentence itself, what is said up to the phrase
 * @param after what the speaker says after it, the next sentence included
 * @param excusable words that an offer of help makes up for
 */
export function standingOf(earlier: string, before: string, after: string, excusable: boolean): Standing {
  const near = before.slice(-34);
  if (negating.test(near) && !rhetorical.test(after)) return 'unsaid';
  if (quoting.test(near) || asking.test(near) || denying.test(near) || supposing.test(near) || named.test(after))
    return 'unsaid';
  if (/^["“「『‘',\s]*[^,。!?;]{0,6}$/.test(before) && announcing.test(earlier.slice(-30))) return 'unsaid';
  if (!excusable || refusing.test(after.slice(0, 40))) return 'said';
  if (makesUp.test(after)) return 'unsaid';
  const helps = offers.test(after);
  if (conceding.test(near) && (helps || new RegExp(help).test(after.slice(0, 30)))) return 'unsaid';
  return helps ? 'made-good' : 'said';
}
