import { z } from 'zod';
import { span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { doubtOf } from '../doubtful-wait.ts';
import { cannotTell, met, noOccasion, notMet, seconds } from '../outcome.ts';
import { causesInWords, keepsWaiting } from '../silence-cause.ts';
import { unwordedFor } from '../unworded.ts';
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
  version: 3,
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
    if (over.length > 0) return cannotTell(...doubtOf(call, over[0]!), groundsOf(over, longest));
    const perhaps = findWaits(call, 5, 'goes-on')!.filter(keepsWaiting);
    const overPerhaps = perhaps.filter((wait) => wait.end - wait.start > limit);
    if (overPerhaps.length > 0)
      return cannotTell(
        '等待中有短促的声音，没有文字可对照，分不清是坐席回来说话还是其他声音。',
        'Short sounds within the wait have no words to tell by whether the agent came back or not.',
        groundsOf(overPerhaps, longestOf(perhaps)),
      );
    const hidden = unwordedFor(call, limit);
    if (hidden)
      return cannotTell(...hidden.why, { evidence: [{ ...span(...hidden.span), cause: null }], value: longest });
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
