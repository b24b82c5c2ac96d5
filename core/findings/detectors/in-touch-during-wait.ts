import { z } from 'zod';
import { type Call, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { doubtOf } from '../doubtful-wait.ts';
import { keptWaiting } from '../kept-waiting.ts';
import { cannotTell, met, noOccasion, notMet, seconds } from '../outcome.ts';
import type { Wait } from '../waits.ts';

/** Article 26.5: during a wait the agent stays in touch, that is, comes back with a word in between. */
export const inTouchDuringWait = defineDetector({
  id: 'in-touch-during-wait',
  version: 1,
  title: { zh: '等待中与客户保持联系', en: 'Stays in touch during a wait' },
  breach: { zh: '等待中没有回线联系客户', en: 'No word during a long wait' },
  limitS: ({ every }) => every,
  severity: 'minor',
  situation: { zh: '较长的等待', en: 'longer wait' },
  needs: [],
  helps: ['measures', 'transcript', 'stereo'],
  params: z.object({
    /** Seconds from the beginning of the wait to its end, words in between included. */
    long: z
      .number()
      .min(15)
      .max(600)
      .default(60)
      .meta({ label: { zh: '长等待从几秒算起', en: 'A long wait counts from' }, unit: { zh: '秒', en: 's' } }),
    /** Seconds. */
    every: z
      .number()
      .min(10)
      .max(300)
      .default(45)
      .meta({ label: { zh: '至少每隔', en: 'A word at least every' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { long, every }) {
    const kept = keptWaiting(call);
    if (!kept)
      return cannotTell(
        '没有带时间的转写，录音中也没有测得说话。',
        'There is no transcript with times, and no speech measured in the recording.',
      );
    const parts = kept.filter(({ hold }) => hold.end - hold.start >= long).flatMap(({ waits }) => waits);
    if (parts.length === 0) return noOccasion();
    const longest = Math.max(...parts.map(({ start, end }) => end - start));
    const over = parts.filter(({ start, end }) => end - start > every);
    // Without words a silent wait may be the customer's, who went to look for something; music is the agent's doing.
    const certain = over.filter((wait) => wait.certain && (wait.cause === 'music' || hasWords(call)));
    const evidence = (certain.length > 0 ? certain : over).map(({ start, end, cause }) => ({
      ...span(start, end),
      cause,
    }));
    if (certain.length > 0)
      return notMet(
        `长时间等待中 ${seconds(longest)} 秒没有联系客户，超过 ${every} 秒。`,
        `In a long wait the customer hears nothing of the agent for ${seconds(longest)} s, over ${every} s.`,
        { evidence, value: longest },
      );
    if (over.length > 0) return cannotTell(...doubt(call, over), { evidence, value: longest });
    return met(
      `等待中最长 ${seconds(longest)} 秒没有联系客户。`,
      `During the wait the longest time without a word is ${seconds(longest)} s.`,
      { value: longest },
    );
  },
});

const hasWords = ({ transcript }: Call): boolean =>
  transcript !== null && transcript.timing !== 'estimated' && !transcript.speakersEstimated;

function doubt(call: Call, over: readonly Wait[]): [string, string] {
  const open = over.find(({ certain }) => !certain);
  if (open) return doubtOf(call, open);
  return [
    '线路长时间无人说话；没有转写，不知道是坐席让客户等，还是客户自己离开。',
    'Nobody speaks for long; without words it is not known whether the agent or the customer went away.',
  ];
}
