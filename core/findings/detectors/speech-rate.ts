import { z } from 'zod';
import { quote, type SpokenSentence, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { characters, speechWithin } from '../pace.ts';

/** Articles 4 and 12: characters a minute over the agent's speech. */
export const speechRate = defineDetector({
  id: 'speech-rate',
  version: 1,
  title: { zh: '语速适中', en: 'Moderate pace' },
  breach: { zh: '语速过快或过慢', en: 'Pace too fast or too slow' },
  severity: 'minor',
  needs: ['transcript'],
  helps: ['measures'],
  params: z.object({
    /** Characters a minute. */
    slowest: z
      .number()
      .min(30)
      .max(300)
      .default(120)
      .meta({ label: { zh: '最慢', en: 'Slowest' }, unit: { zh: '字/分钟', en: 'characters/min' } }),
    fastest: z
      .number()
      .min(100)
      .max(600)
      .default(300)
      .meta({ label: { zh: '最快', en: 'Fastest' }, unit: { zh: '字/分钟', en: 'characters/min' } }),
    /** Sentences with fewer characters say nothing about pace. */
    least: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(8)
      .meta({
        label: { zh: '短于此的语句不计', en: 'Shorter sentences do not count' },
        unit: { zh: '字', en: 'characters' },
      }),
  }),
  detect(call, { slowest, fastest, least }) {
    if (call.transcript?.timing !== 'exact')
      return cannotTell(
        '转写没有准确的起止时间，无法计算语速。',
        'The transcript has no exact times to reckon the pace from.',
      );
    const sentences = sentencesOf(call, 'agent').filter(
      (sentence) => characters(sentence) >= least && sentence.end > sentence.start,
    );
    const spoken = sentences.reduce((sum, sentence) => sum + speechWithin(call, sentence), 0);
    if (spoken < 5)
      return cannotTell('坐席说话太少，无法计算语速。', 'The agent speaks too little to reckon the pace.');
    const rate = Math.round((sentences.reduce((sum, sentence) => sum + characters(sentence), 0) / spoken) * 60);
    if (rate >= slowest && rate <= fastest)
      return met(`平均每分钟 ${rate} 字。`, `${rate} characters a minute.`, { value: rate });
    const distance = (sentence: SpokenSentence) =>
      (characters(sentence) / speechWithin(call, sentence)) * (rate > fastest ? -1 : 1);
    const worst = sentences.toSorted((a, b) => distance(a) - distance(b)).slice(0, 1);
    return notMet(
      rate > fastest ? `语速过快，平均每分钟 ${rate} 字。` : `语速过慢，平均每分钟 ${rate} 字。`,
      rate > fastest ? `Too fast: ${rate} characters a minute.` : `Too slow: ${rate} characters a minute.`,
      { evidence: worst.map((sentence) => quote(call, sentence)), value: rate },
    );
  },
});
