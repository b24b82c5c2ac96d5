import { z } from 'zod';
import { type Call, isStereo, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet, seconds } from '../outcome.ts';
import { causesInWords, keepsWaiting } from '../silence-cause.ts';
import { findWaits, type Wait } from '../waits.ts';

/** A limit in words: whole minutes as minutes. */
const long = (limit: number) =>
  limit === 60
    ? { zh: '一分钟', en: 'a minute' }
    : limit % 60 === 0
      ? { zh: `${limit / 60}分钟`, en: `${limit / 60} minutes` }
      : { zh: `${limit}秒`, en: `${limit} s` };

/** Article 24.14: the customer is not left waiting for over a minute. */
export const waitOverLimit = defineDetector({
  id: 'wait-over-limit',
  version: 2,
  title: ({ limit }) => ({ zh: `客户等待不超过${long(limit).zh}`, en: `No wait over ${long(limit).en}` }),
  breach: ({ limit }) => ({ zh: `客户等待超过${long(limit).zh}`, en: `Customer waited over ${long(limit).en}` }),
  limitS: ({ limit }) => limit,
  severity: 'serious',
  situation: { zh: '等待', en: 'wait' },
  needs: [],
  helps: ['measures', 'transcript', 'stereo'],
  params: z.object({
    /** Seconds. */
    limit: z
      .number()
      .min(10)
      .max(600)
      .default(60)
      .meta({ label: { zh: '最长等待', en: 'Wait at most' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { limit }) {
    const found = findWaits(call, 5);
    if (!found)
      return cannotTell(
        '没有带时间的转写，录音中也没有测得说话。',
        'There is no transcript with times, and no speech measured in the recording.',
      );
    const waits = found.filter(keepsWaiting);
    const longest = longestOf(waits);
    const over = waits.filter((wait) => wait.end - wait.start > limit);
    const certain = over.filter((wait) => wait.certain);
    if (certain.length > 0) return notMet(...tooLong(certain, limit), groundsOf(certain, longest));
    if (over.length > 0) return cannotTell(...reasonOf(call, over[0]!), groundsOf(over, longest));
    const perhaps = findWaits(call, 5, 'goes-on')!.filter(keepsWaiting);
    const overPerhaps = perhaps.filter((wait) => wait.end - wait.start > limit);
    if (overPerhaps.length > 0)
      return cannotTell(
        '等待中有短促的声音，没有文字可对照，分不清是坐席回来说话还是其他声音。',
        'Short sounds within the wait have no words to tell by whether the agent came back or not.',
        groundsOf(overPerhaps, longestOf(perhaps)),
      );
    // Two who think are no wait in which the limit could be broken.
    if (waits.every(({ cause }) => cause === 'thinking')) return noOccasion();
    return met(`最长等待 ${seconds(longest)} 秒。`, `The longest wait is ${seconds(longest)} s.`, { value: longest });
  },
});

const longestOf = (waits: readonly Wait[]): number => Math.max(0, ...waits.map(({ start, end }) => end - start));

const groundsOf = (waits: readonly Wait[], value: number) => ({
  evidence: waits.map(({ start, end, cause }) => ({ ...span(start, end), cause })),
  value,
});

function tooLong(waits: readonly Wait[], limit: number): [zh: string, en: string] {
  const lengths = waits.map(({ start, end }) => seconds(end - start)).join('、');
  const why = causesInWords(waits);
  return [
    `客户等待 ${lengths} 秒${why.zh}，超过 ${limit} 秒。`,
    `The customer waited ${lengths} s${why.en}, over ${limit} s.`,
  ];
}

/** Why a long wait is not held against the agent. */
function reasonOf(call: Call, { start, end, cause }: Wait): [zh: string, en: string] {
  const length = seconds(end - start);
  if (cause === 'queue')
    return [
      `有 ${length} 秒音乐，客户此前没有说话；是排队还是坐席让客户等待，分不清。`,
      `${length} s of music before the customer has spoken: a queue or a hold, which cannot be told.`,
    ];
  if (cause === 'customer-away')
    return [
      `有 ${length} 秒无人说话，可能是客户离开。`,
      `Nobody speaks for ${length} s: the customer may have gone away.`,
    ];
  if (cause === 'abandoned')
    return [
      `最后 ${length} 秒无人说话，没有道别；是通话已结束还是客户被搁置，分不清。`,
      `Nobody speaks for the last ${length} s and nobody said goodbye: whether the call was over cannot be told.`,
    ];
  if (cause === 'thinking')
    return [
      `坐席提问后 ${length} 秒无人说话，之后客户回答；是否让客户等待，分不清。`,
      `After the agent’s question nobody speaks for ${length} s until the customer answers: whether anybody was kept waiting cannot be told.`,
    ];
  if (isStereo(call))
    return [
      `有 ${length} 秒没有测得坐席说话，转写却有坐席的话，二者不符。`,
      `For ${length} s no voice of the agent is heard where the transcript has words of the agent: the two disagree.`,
    ];
  return [
    '单声道录音：长时间没有连续说话，但分不清其间是谁的声音。',
    'Mono: nobody speaks at length for long, but whose the short words are cannot be told.',
  ];
}
