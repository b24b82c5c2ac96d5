/** Holds: the waits of a call that belong together, with what the agent said before and after. */

import { heardAs } from '../text/sounds.ts';
import { type Call, type SpokenSentence, sentencesOf } from './call.ts';
import { agrees, asksBack, isUnclear, refuses } from './consent.ts';
import { findWaits, type Wait } from './waits.ts';
import { isAssent, substance } from './words.ts';

export interface Hold {
  start: number;
  end: number;
  /** The agent's words up to the hold, as far as they belong to one request. */
  before: SpokenSentence[];
  /** What the customer answered to it. */
  answers: SpokenSentence[];
  /** The agent's first sentences after the hold. */
  after: SpokenSentence[];
  /** False when it cannot be told that the agent kept the customer waiting; see Wait. */
  certain: boolean;
}

/** Waits that lie closer together than this, without thanks between, are one hold: the agent just stayed in touch. */
const togetherS = 15;
/** A customer who goes to look for something keeps the agent waiting, not the other way round. */
/** 等一下我话没说完 asks the agent to go on listening. */
const interrupts = /(话|我)(还)?没(有)?(说|讲|问)完|听我(说|讲)|先别/;
const customerLooks =
  /(你|您)?(稍|先)?等(我)?(一下|一会|会儿|等)|(?<![帮给替让])我(去|先)?(找|看|试|查|问|翻)(一下|一找|看|找|试|查)|别挂|不要挂/;
export const thanksForWaiting =
  /(感谢|谢谢|多谢|谢|辛苦|劳烦|麻烦)(您|你|了)?.{0,6}(等(?!一|下|会|我(?!$|[,。!?这那]))|耐心|配合)|(?<!不用|不必|不会|别|要|还|继续|再)久等|(让|叫|使|害)(您|你).{0,4}等|(?<!要|别|不用|不必|还|再|会)等了?(这么|那么|很|好)(长|久)|(耽误|耽搁)(您|你|了)|(抱歉|不好意思|对不起).{0,6}等(?!一|下)|(您|你)等(?!等).{0,4}辛苦|(thank|appreciat).{0,20}(wait|hold|patien)|sorry.{0,24}wait/;

/**
 * @param minS length of a wait that counts as a hold, seconds
 * @returns null when nothing tells who talks when
 */
export function findHolds(call: Call, minS: number): Hold[] | null {
  const waits = findWaits(call, minS)?.filter(isHold);
  if (!waits) return null;
  const agent = sentencesOf(call, 'agent');
  const groups: { start: number; end: number; certain: boolean }[] = [];
  for (const { start, end, certain } of waits) {
    const previous = groups.at(-1);
    const between = previous && agent.filter((said) => said.start >= previous.end - 1 && said.start < start);
    if (previous && start - previous.end <= togetherS && !between?.some(({ plain }) => thanksForWaiting.test(plain)))
      Object.assign(previous, { end, certain: previous.certain || certain });
    else groups.push({ start, end, certain });
  }
  return groups
    .map(({ start, end, certain }) => ({ ...holdOf(call, start, end), certain }))
    .filter((hold) => !ofCustomer(hold));
}

/** Queue, prompts, a customer who went away or is thinking are no hold of the agent's. */
const notHeld: ReadonlySet<Wait['cause']> = new Set(['queue', 'system', 'customer-away', 'thinking']);
const isHold = ({ cause }: Wait): boolean => !notHeld.has(cause);

function holdOf(call: Call, start: number, end: number): Omit<Hold, 'certain'> {
  const { before, answers } = requestBefore(call, start);
  const after = sentencesOf(call, 'agent')
    .filter((said) => said.start >= end - 2)
    .slice(0, 2);
  return { start, end, before, answers, after };
}

/** Sentences of the agent that one request may have, as recognisers cut it. */
const requestSentences = 6;
/** A customer's words of up to so many characters do not end a request. */
const shortWords = 3;

/** Back from the hold: the agent's sentences, over the customer's short words, to where the customer really spoke. */
function requestBefore(call: Call, start: number): { before: SpokenSentence[]; answers: SpokenSentence[] } {
  const before: SpokenSentence[] = [];
  const answers: SpokenSentence[] = [];
  const earlier = call.transcript?.sentences.filter((said) => said.start < start - 0.2 && said.end <= start + 2) ?? [];
  for (const said of earlier.toReversed()) {
    if (said.speaker === 'agent') before.unshift(said);
    else if (reacts(said)) answers.unshift(said);
    else {
      if (before.length === 0) answers.unshift(said);
      break;
    }
    if (before.length === requestSentences) break;
  }
  return { before, answers };
}

/** Yes, no or a question about the request itself. */
const reacts = ({ plain }: SpokenSentence): boolean =>
  isAssent(plain) ||
  asksBack(plain) ||
  isUnclear(plain) ||
  substance(plain).length <= shortWords ||
  ((agrees(plain) || refuses(plain)) && substance(plain).length <= 12);

/** Whether thanks are there only when a word is read by its sound: 九等了. */
export type Thanks = 'said' | 'heard' | 'maybe' | 'none';
const thanksVocabulary = ['久等', '等待', '等候', '感谢', '谢谢'];
/** Thanks or an apology that does not say for what. */
const vagueThanks =
  /^(?:(?:喂|您好|你好|好的|嗯|啊|那个)[,。!]?)*(?:(?:非常|很|实在|真是?)?(?:谢谢|多谢|感谢|不好意思|抱歉|对不起)|thank|sorry)(?!.{0,4}(?:来电|致电|接听|支持))/;

/** How the agent thanks after a hold. */
export function thanksIn(plain: string): Thanks {
  if (thanksForWaiting.test(plain)) return 'said';
  if (thanksForWaiting.test(heardAs(plain, thanksVocabulary))) return 'heard';
  return vagueThanks.test(plain) ? 'maybe' : 'none';
}

function ofCustomer(hold: Hold): boolean {
  return hold.answers.some(({ plain }) => customerLooks.test(plain) && !interrupts.test(plain));
}
