/** How long one side lets the other wait for a reply: from the end of one's words to the beginning of the other's. */
import type { Party } from '../contract/index.ts';
import { type Call, isStereo, type SpokenSentence, sentencesOf } from './call.ts';
import { type Talk, talkTrack } from './talk.ts';
import { isCallingOut } from './words.ts';

export interface ReplyGap {
  by: Party;
  /** When the reply begins, seconds. */
  at: number;
  seconds: number;
}

/** @returns null where the sides cannot be told apart */
export function replyGaps(call: Call): ReplyGap[] | null {
  if (!isStereo(call)) return null;
  const talks = talkTrack(call)?.talks ?? [];
  return talks.flatMap(({ who, start }, index) => {
    const previous = talks[index - 1];
    if (!previous || who === 'unknown' || previous.who === who || start < previous.end) return [];
    return [{ by: who, at: start, seconds: hundredths(start - previous.end) }];
  });
}

/** What the customer said last, and how long the agent took to react. */
export interface AgentReply {
  /** End of the customer's words and beginning of the agent's, seconds. */
  start: number;
  end: number;
  /** Seconds that the customer spoke. */
  spoken: number;
  /** The customer's last sentence; null without words. */
  said: SpokenSentence | null;
}

/**
 * The agent's replies, one to each turn of the customer. A call into the silent line (喂？) is no new turn: the first
 * words still wait. A turn into which the agent comes early has no gap and counts as answered at its end.
 * @returns null when nothing tells who talks when, or only to the beginnings of sentences
 */
export function agentReplies(call: Call): AgentReply[] | null {
  const track = talkTrack(call);
  if (!track || track.source === 'mono') return null;
  if (track.source === 'transcript' && call.transcript?.timing !== 'exact') return null;
  const sentences = call.transcript?.timing === 'estimated' ? [] : sentencesOf(call, 'customer');
  const replies: AgentReply[] = [];
  let open: { end: number; spoken: number; said: SpokenSentence | null } | null = null;
  for (const talk of track.talks) {
    if (talk.who === 'agent') {
      if (open)
        replies.push({ start: open.end, end: Math.max(open.end, talk.start), spoken: open.spoken, said: open.said });
      open = null;
    } else if (talk.who === 'customer') {
      const said = lastWithin(sentences, talk);
      const calls = said !== null && isCallingOut(said.plain);
      if (!open || !calls) open = { end: talk.end, spoken: talk.end - talk.start, said };
    }
  }
  return replies;
}

/** Sentences are cut to within this of the speech, seconds. */
const slack = 0.5;

function lastWithin(sentences: readonly SpokenSentence[], { start, end }: Talk): SpokenSentence | null {
  return sentences.findLast((said) => said.start < end - slack / 2 && said.end > start + slack / 2) ?? null;
}

const questionMark = /[?？]\s*$/;
const questionWords =
  /吗|呢$|么$|多少|几[点天个号时年月块]|哪|什么|怎么|怎样|咋|啥|为何|为什么|谁|多久|多长|如何|[能会可是有要行好对](?:不|没)[能会可是有要行好对]|有没有|\b(?:what|how|when|why|which|who|where|can|could|do|does|is|are|will|would)\b.*\b(?:you|i|it|that|this|there|the|my)\b/;

/** Whether a sentence asks for an answer. */
export const isQuestion = ({ text, plain }: SpokenSentence): boolean =>
  !isCallingOut(plain) && (questionMark.test(text) || questionWords.test(plain.replace(/[\s\p{P}]+$/u, '')));

const hundredths = (value: number) => Math.round(value * 100) / 100;
