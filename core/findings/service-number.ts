/** Service numbers in a sentence: said with pauses, as radio digits, with units, in English, or heard by their sound. */
import { digitOf, digitRuns, numerals } from '../text/digits.ts';
import { placeInSource, without } from '../text/normalise.ts';
import type { Place } from '../text/safe-pattern.ts';
import { soundOf } from '../text/sounds.ts';

export interface SaidNumber extends Place {
  digits: string;
  /** Read by its sound: 灵 for 零. */
  bySound: boolean;
}

/** Fewer or more digits are no service number. */
const length = { least: 2, most: 10 };
const radio: Record<string, string> = { 洞: '零', 拐: '七', 勾: '九', 两: '二', 幺: '一' };
const english: Record<string, string> = {
  ...{ zero: '零', oh: '零', o: '零', nought: '零', one: '一', two: '二', three: '三', four: '四' },
  ...{ five: '五', six: '六', seven: '七', eight: '八', nine: '九' },
};
const numberWord = /\b(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)\b/g;
const sounds = new Map(
  Array.from('零一二三四五六七八九幺', (digit) => [soundOf(digit), digit === '幺' ? '一' : digit] as const),
);

const ofCustomer =
  /(?:[您你](?:的)?(?:客户|会员|订单|快件|包裹|用户|保单|报修|工单|设备)?|客户|会员|订单|产品|运单|保单|设备|合同|案件|工单|报修|资产|套餐|商品)(?:编号|号码|号|工号|id)(?:是|为|:)*$/;
const introduction =
  /(?:工号|编号|号码牌|服务号|工牌号?|坐席号|座席号|我是|我叫|这里是|这边是|本人|坐席|座席|客服(?:代表|专员|人员)?|专员|员工|话务员|接线员|顾问|\bid|number|agent|representative|operator|this is|my badge)(?:是|为|号|号码|:|呢|那个|就是|[^\p{L}\p{N}])*(?:[a-z]{1,3}[-\s]?)?$/u;
const afterIntroduction =
  /^\s*(?:号(?!线|楼|订单|单|机|门|店|车|床|公里|院|厂|口|桌|房|库|文|柜|结|之|以|前|后|那|这|晚|早|到|下午|上午)|[为给](?:您|你)服务|很高兴|竭诚|坐席|座席|客服|专员|话务员|at your service|speaking|how (?:can|may))/;
const otherNumber =
  /(?:尾号|后四位|订单|单号|余额|手机|电话|号码|金额|卡号|门牌|房间|验证码|运单|快件|账户|账号|密码|身份证|邮编|还有|还剩|一共|共|费用|价格|路|楼|单元|话费|流量|积分|第|order|balance|account|room|code|phone|ending|ends)(?:号|是|为|的|:|,| |is|number|in|with)*$/;
const unitAfter =
  /^\s*(?:元|块|个|热线|件|点|年|月|日|米|分|次|度|兆|[gm]\b|%|号?(?:线|楼|订单|单|机|门|店|床|院|公里)|多|万|千|百|左右|的(?:余额|订单|单子|快件))/;

/** Every number of a sentence, pauses between its digits left out. */
export function numbersIn(plain: string): SaidNumber[] {
  const text = without(without({ plain: asDigits(plain), places: null }, padding), thinking);
  const placed = (digits: string, start: number, end: number): SaidNumber => {
    const last = placeInSource(text, end - 1, end).start;
    return { digits, start: placeInSource(text, start, end).start, end: endOfWord(plain, last), bySound: false };
  };
  const runs = [...digitRuns(text.plain), ...digitRuns(text.plain, ' -,、.…~')].map(({ digits, positions }) =>
    placed(digits, positions[0]!, positions.at(-1)! + 1),
  );
  const withUnits = numerals(text.plain).map(({ value, start, end }) => placed(String(value), start, end));
  return [...withUnits, ...runs, ...heardIn(plain)];
}

/** Fills the place of an English word that one digit stands for. */
const filling = '\u200b';
const padding = /\u200b+ ?/gu;
/** Said while looking for the next digit: 八零那个一二 */
const thinking =
  /(?<=[0-9零一二三四五六七八九幺][,、]?)(?:那个|这个|就是|嗯|呃|啊|哦)[,、]?(?=[0-9零一二三四五六七八九幺])/gu;

/** A digit in Chinese beside Arabic ones: 8零12 */
const mixed = /(?<=\d)[零〇一二三四五六七八九幺](?=\d)/gu;

/** Radio digits beside other digits, and English number words, as Chinese digits in their places. */
function asDigits(plain: string): string {
  const words = plain.replace(numberWord, (word) => english[word]!.padEnd(word.length, filling));
  const alike = words.replace(mixed, (character) => digitOf(character)!.digit);
  return alike.replace(
    /[洞拐勾两](?=[\s,、-]*[零一二三四五六七八九幺洞拐勾两])|(?<=[零一二三四五六七八九幺洞拐勾两][\s,、-]*)[洞拐勾两]/g,
    (digit) => radio[digit]!,
  );
}

/** Where a digit, or the English word that it stands for, ends in the sentence. */
const endOfWord = (plain: string, at: number): number => at + (/^[a-z]+/.exec(plain.slice(at))?.[0].length ?? 1);

/** After 工号, or before 号为您服务: characters that all sound like digits. */
function heardIn(plain: string): SaidNumber[] {
  const places = [
    ...plain.matchAll(/(?<=工号(?:是|为|:|,)*)[\p{Script=Han}]{3,6}/gu),
    ...plain.matchAll(/[\p{Script=Han}]{3,6}(?=号(?:[为给]|客服|坐席|座席))/gu),
  ];
  return places.flatMap(({ 0: written, index }) => {
    const fromStart = !/^号/.test(plain.slice(index + written.length));
    const characters = Array.from(written);
    const digits = characters.map((character) => sounds.get(soundOf(character)) ?? null);
    const from = fromStart ? 0 : digits.lastIndexOf(null) + 1;
    const stop = fromStart ? (digits.includes(null) ? digits.indexOf(null) : digits.length) : digits.length;
    const run = digits.slice(from, stop).join('');
    if (run.length < 3) return [];
    const [found] = digitRuns(run);
    return found ? [{ digits: found.digits, start: index + from, end: index + stop, bySound: true }] : [];
  });
}

/**
 * Whether the words around a number make it the speaker's own service number.
 * @param least digits of the number on record where it has but one
 */
export function isIntroduced(plain: string, number: SaidNumber, least = length.least): boolean {
  const { digits, start, end } = number;
  if (digits.length < least || digits.length > length.most || isOfOther(plain, number)) return false;
  const before = plain.slice(Math.max(0, start - 24), start);
  return introduction.test(before.replace(falseStart, '')) || afterIntroduction.test(plain.slice(end, end + 12));
}

/** Begun and taken up again: 工号八零…八零一二. */
const falseStart = /(?<=[号是为个:,])[0-9零〇一二两三四五六七八九幺]{1,4}(?:\.{2,}|…+|[,、])$/;

/** The words around a number make it one of the customer's, money, or a number of something else. */
export function isOfOther(plain: string, { start, end }: Place): boolean {
  const before = plain.slice(Math.max(0, start - 24), start);
  return ofCustomer.test(before) || otherNumber.test(before) || unitAfter.test(plain.slice(end, end + 12));
}

/** A clause of its own beside the greeting: 您好，8012，请讲. */
export function standsAlone(plain: string, { start, end }: SaidNumber): boolean {
  const before = plain.slice(0, start);
  const alone = /(?:^|[,。!?;、\s])$/.test(before) && /^(?:$|[,。!?;、\s])/.test(plain.slice(end));
  return (
    alone &&
    !otherNumber.test(before) &&
    /^(?:.{0,10}(?:好|hello|hi|morning|afternoon|致电|来电)[^您你]{0,12})?$/.test(before)
  );
}
