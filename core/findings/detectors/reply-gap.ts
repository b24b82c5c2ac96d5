import { z } from 'zod';
import { covered } from '../../audio/measures/spans.ts';
import type { SilenceCause } from '../../contract/index.ts';
import { type Call, channelOf, sentencesOf, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { findHolds } from '../holds.ts';
import { cannotTell, met, noOccasion, notMet, seconds } from '../outcome.ts';
import { type AgentReply, agentReplies, isQuestion } from '../reply-gaps.ts';
import { asksToWait } from '../waiting-words.ts';
import { findWaits } from '../waits.ts';

/** Fewer replies have no median that means anything. */
const leastReplies = 3;
/** Without words, a sound shorter than this is no turn that asks for a reply, seconds. */
const leastTurn = 1;
/** A gap that one of these fills is a wait, which other rules judge, or not the agent's. */
const notReply: ReadonlySet<SilenceCause | null> = new Set(['music', 'customer-away', 'system', 'queue'] as const);

/** Article 4: the agent reacts quickly to the customer. */
export const replyGap = defineDetector({
  id: 'reply-gap',
  version: 2,
  title: { zh: '及时回应客户', en: 'Replies promptly' },
  breach: { zh: '回应客户过慢', en: 'Slow to reply' },
  severity: 'minor',
  situation: { zh: '客户的提问', en: 'question of the customer' },
  needs: [],
  helps: ['measures', 'stereo', 'transcript'],
  params: z.object({
    /** Seconds. */
    median: z
      .number()
      .min(0.5)
      .max(30)
      .default(3)
      .meta({ label: { zh: '回应间隔中位数上限', en: 'Median gap at most' }, unit: { zh: '秒', en: 's' } }),
    longest: z
      .number()
      .min(1)
      .max(60)
      .default(10)
      .meta({ label: { zh: '提问后最长间隔', en: 'Longest gap after a question' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, limits) {
    const replies = agentReplies(call);
    if (!replies)
      return cannotTell(
        '分不清双方何时说话：单声道录音，转写也没有准确的起止时间。',
        'Who talks when cannot be told: a mono recording, and no transcript with exact times.',
      );
    const known = sentencesOf(call, 'customer').length > 0;
    const due = withoutWaits(call, replies).filter(({ said, spoken }) =>
      known ? said !== null && isQuestion(said) : spoken >= leastTurn,
    );
    if (due.length === 0)
      return known
        ? noOccasion()
        : cannotTell(
            '客户说话太少，无法判断回应快慢。',
            'The customer speaks too little to tell how quick the replies are.',
          );
    const lengths = due.map(lengthOf).toSorted((a, b) => a - b);
    const longest = lengths.at(-1)!;
    const median = lengths.length >= leastReplies ? lengths[Math.floor((lengths.length - 1) / 2)]! : null;
    const channel = channelOf(call, 'agent');
    const evidence = (over: number) =>
      due
        .filter((reply) => lengthOf(reply) > over)
        .map(({ start, end, said }) => span(start, end, channel, said?.text ?? null));
    if (median !== null && median > limits.median)
      return notMet(
        `回应客户的间隔中位数 ${seconds(median)} 秒，超过 ${limits.median} 秒。`,
        `The median gap before a reply is ${seconds(median)} s, over ${limits.median} s.`,
        { evidence: evidence(limits.median), value: median },
      );
    if (longest > limits.longest) {
      const grounds = { evidence: evidence(limits.longest), value: longest };
      return known
        ? notMet(
            `客户提问后 ${seconds(longest)} 秒才回应，超过 ${limits.longest} 秒。`,
            `The reply to a question takes ${seconds(longest)} s, over ${limits.longest} s.`,
            grounds,
          )
        : cannotTell(
            `客户说完 ${seconds(longest)} 秒后坐席才说话；是否在等回应，须看转写。`,
            `The agent speaks ${seconds(longest)} s after the customer; whether a reply was due only the words tell.`,
            grounds,
          );
    }
    if (!known && median === null)
      return cannotTell(
        '客户说话太少，无法判断回应快慢。',
        'The customer speaks too little to tell how quick the replies are.',
      );
    return met(
      `回应及时，最长间隔 ${seconds(longest)} 秒。`,
      `Prompt replies, the longest gap is ${seconds(longest)} s.`,
      { value: median ?? longest },
    );
  },
});

const lengthOf = ({ start, end }: AgentReply): number => end - start;

function withoutWaits(call: Call, replies: readonly AgentReply[]): AgentReply[] {
  const waits = (findWaits(call, 2) ?? []).filter(({ cause }) => notReply.has(cause));
  // A pause that the agent asked for is a hold, whatever the customer calls into it.
  const asked = (findHolds(call, 2) ?? []).filter(({ before }) => before.some(({ plain }) => asksToWait(plain)));
  return replies.filter(
    ({ start, end }) =>
      ![...waits, ...asked].some((wait) => covered([start, end], [[wait.start, wait.end]]) > (end - start) / 2),
  );
}
