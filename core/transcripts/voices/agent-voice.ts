/** Which voice is the agent's: by what only agents say. Pure. */
import { comparable } from '../../text/chinese.ts';
import { digitRuns } from '../../text/digits.ts';
import type { VoicedSentence } from './split-by-voice.ts';

/** Said by those who serve, with what each is worth; a customer may say one of them, hardly several. */
const service: readonly { pattern: RegExp; worth: number }[] = [
  { pattern: /(很高兴|竭诚|继续)?为您服务|at your service/, worth: 3 },
  { pattern: /欢迎(致电|来电|您的来电)|感谢(您的?)?(来电|致电|拨打)|thank you for calling/, worth: 3 },
  { pattern: /有什么可以?(帮|为)|可以帮(到)?您|how (can|may) i help/, worth: 3 },
  { pattern: /(客服|服务)(中心|热线)|客户服务/, worth: 1 },
  { pattern: /(帮|为|给)您(查|核实|办理|登记|转接|反馈|处理|确认)/, worth: 1 },
  { pattern: /请您?稍(等|候)|感谢您的?(耐心)?等待|让您久等/, worth: 1 },
  { pattern: /请问(您)?(贵姓|怎么称呼|还有)|麻烦您(提供|说一下|核对)/, worth: 1 },
  { pattern: /祝您(生活|工作|身体)/, worth: 1 },
];
/** 工号八零一二 */
const introduction = /工号|坐席号|service number/;
const own = 4;
/** Seconds in which people introduce themselves. */
const opening = 60;
/** What a voice must be worth, and how many times the other's. */
const enough = 3;
const clearly = 2;

/** @returns the agent's voice; null when the words do not tell clearly */
export function agentVoice(sentences: readonly VoicedSentence[], agentNo: string | null): number | null {
  const worth = new Map<number, number>();
  for (const { voice, start, text } of sentences)
    if (voice !== null) worth.set(voice, (worth.get(voice) ?? 0) + worthOf(comparable(text), start, agentNo));
  const [first, second] = [...worth].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < enough) return null;
  return first[1] >= clearly * (second?.[1] ?? 0) ? first[0] : null;
}

function worthOf(plain: string, start: number, agentNo: string | null): number {
  const phrases = service.reduce((sum, { pattern, worth }) => sum + (pattern.test(plain) ? worth : 0), 0);
  return phrases + (start <= opening && saysOwnNumber(plain, agentNo) ? own : 0);
}

function saysOwnNumber(plain: string, agentNo: string | null): boolean {
  const digits = (agentNo ?? '').normalize('NFKC').replace(/\D/g, '');
  const said = digitRuns(plain).map((run) => run.digits);
  if (digits.length >= 3 && said.includes(digits)) return true;
  // Customers ask for the number; they do not tell one.
  return introduction.test(plain) && said.some((number) => number.length >= 2 && number.length <= 8);
}
