import { z } from 'zod';
import { quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { courtesyWords } from '../phrases/courtesy.ts';
import { isGarbled } from '../words.ts';

/** Article 11: how many different courtesy words the agent used. */
export const courtesyWordsUsed = defineDetector({
  id: 'courtesy-words',
  version: 2,
  title: { zh: '使用礼貌用语', en: 'Uses courtesy words' },
  breach: { zh: '礼貌用语不足', en: 'Too few courtesy words' },
  severity: 'minor',
  needs: ['transcript'],
  params: z.object({
    least: z
      .number()
      .int()
      .min(1)
      .max(courtesyWords.length)
      .default(2)
      .meta({ label: { zh: '至少几种', en: 'Different words at least' }, unit: { zh: '种', en: 'kinds' } }),
  }),
  detect(call, { least }) {
    const said = sentencesOf(call, 'agent');
    const used = courtesyWords
      .filter(({ pattern }) => said.some(({ plain }) => pattern.test(plain)))
      .map(({ id }) => id);
    const words = used.join('、');
    if (used.length >= least)
      return met(`使用了礼貌用语：${words}。`, `Courtesy words used: ${words}.`, { value: used.length });
    const garbled = said.find(({ plain }) => isGarbled(plain));
    if (garbled)
      return cannotTell(
        '有的话转写不清，礼貌用语可能在其中。',
        'The transcript does not show some words: courtesy words may be among them.',
        { value: used.length, evidence: [quote(call, garbled)] },
      );
    return notMet(
      used.length === 0 ? '全程没有礼貌用语。' : `礼貌用语过少，只有：${words}。`,
      used.length === 0 ? 'No courtesy words in the whole call.' : `Too few courtesy words, only: ${words}.`,
      { value: used.length },
    );
  },
});
