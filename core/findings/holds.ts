/** Holds: the waits of a call that belong together, with what the agent said before and after. */
import { type Call, type SpokenSentence, sentencesOf } from './call.ts';
import { findWaits, type Wait } from './waits.ts';
import { isAssent } from './words.ts';

export interface Hold {
  start: number;
  end: number;
  /** The agent's words up to the hold, as far as they belong to one request. */
  before: SpokenSentence[];
  /** What the customer answered to it. */
  answers: SpokenSentence[];
  /** The agent's first sentences after the hold. */
  after: SpokenSentence[];
}

/** Waits that lie closer together than this, without thanks between, are one hold: the agent just stayed in touch. */
const togetherS = 15;
/** A customer who goes to look for something keeps the agent waiting, not the other way round. */
const customerLooks =
  /(你|您)?(稍|先)?等(我)?(一下|一会|会儿|等)|我(去|先)?(找|看|试|查|问|翻)(一下|一找|看|找|试|查)|别挂|不要挂/;
export const thanksForWaiting =
  /(感谢|谢谢|多谢|谢).{0,6}(等|耐心)|久等|让(您|你)等|等了?(这么|那么)?(长|久)|thank.{0,12}(wait|hold|patien)/;

/**
 * @param minS length of a wait that counts as a hold, seconds
 * @returns null when nothing tells who talks when
 */
export function findHolds(call: Call, minS: number): Hold[] | null {
  const waits = findWaits(call, minS)?.filter(isHold);
  if (!waits) return null;
  const agent = sentencesOf(call, 'agent');
  const groups: { start: number; end: number }[] = [];
  for (const { start, end } of waits) {
    const previous = groups.at(-1);
    const between = previous && agent.filter((said) => said.start >= previous.end - 1 && said.start < start);
    if (previous && start - previous.end <= togetherS && !between?.some(({ plain }) => thanksForWaiting.test(plain)))
      previous.end = end;
    else groups.push({ start, end });
  }
  return groups.map(({ start, end }) => holdOf(call, start, end)).filter((hold) => !ofCustomer(hold));
}

/** Queue, prompts, a customer who went away or is thinking are no hold of the agent's. */
const notHeld: ReadonlySet<Wait['cause']> = new Set(['queue', 'system', 'customer-away', 'thinking']);
const isHold = ({ cause }: Wait): boolean => !notHeld.has(cause);

function holdOf(call: Call, start: number, end: number): Hold {
  const { before, answers } = requestBefore(call, start);
  const after = sentencesOf(call, 'agent')
    .filter((said) => said.start >= end - 2)
    .slice(0, 2);
  return { start, end, before, answers, after };
}

/** Back from the hold: the agent's sentences, over the customer's short yes, to where the customer really spoke. */
function requestBefore(call: Call, start: number): { before: SpokenSentence[]; answers: SpokenSentence[] } {
  const before: SpokenSentence[] = [];
  const answers: SpokenSentence[] = [];
  const earlier = call.transcript?.sentences.filter((said) => said.start < start - 0.2 && said.end <= start + 2) ?? [];
  for (const said of earlier.toReversed()) {
    if (said.speaker === 'agent') before.unshift(said);
    else if (isAssent(said.plain)) answers.unshift(said);
    else {
      if (before.length === 0) answers.unshift(said);
      break;
    }
    if (before.length === 4) break;
  }
  return { before, answers };
}

function ofCustomer(hold: Hold): boolean {
  return hold.answers.some(({ plain }) => customerLooks.test(plain));
}
