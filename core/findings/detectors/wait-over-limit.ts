import { z } from 'zod';
import { span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';
import { findWaits } from '../waits.ts';

/** Article 24.14: the customer is not left waiting for over a minute. */
export const waitOverLimit = defineDetector({
  id: 'wait-over-limit',
  version: 1,
  title: { zh: '客户等待不超过一分钟', en: 'No wait over one minute' },
  breach: { zh: '客户等待超过一分钟', en: 'Customer waited over a minute' },
  severity: 'serious',
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
    const waits = findWaits(call, 5);
    if (!waits)
      return cannotTell(
        '没有带时间的转写，录音中也没有测得说话。',
        'There is no transcript with times, and no speech measured in the recording.',
      );
    const longest = Math.max(0, ...waits.map((wait) => wait.end - wait.start));
    const over = waits.filter((wait) => wait.end - wait.start > limit);
    const certain = over.filter((wait) => wait.certain);
    const evidence = (certain.length > 0 ? certain : over).map((wait) => span(wait.start, wait.end));
    if (certain.length > 0) {
      const lengths = certain.map((wait) => seconds(wait.end - wait.start)).join('、');
      return notMet(
        `客户等待 ${lengths} 秒，超过 ${limit} 秒。`,
        `The customer waited ${lengths} s, over ${limit} s.`,
        {
          evidence,
          value: longest,
        },
      );
    }
    if (over.length > 0)
      return cannotTell(
        '单声道录音：长时间没有连续说话，但分不清其间是谁的声音。',
        'Mono: nobody speaks at length for long, but whose the short words are cannot be told.',
        { evidence, value: longest },
      );
    return met(`最长等待 ${seconds(longest)} 秒。`, `The longest wait is ${seconds(longest)} s.`, { value: longest });
  },
});
