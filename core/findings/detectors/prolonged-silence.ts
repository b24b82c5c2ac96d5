import { z } from 'zod';
import { span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';
import { findSilences } from '../silences.ts';

/** Article 23.9: no long silence. Hold music is no silence, so that a transcript alone can only clear a call. */
export const prolongedSilence = defineDetector({
  id: 'prolonged-silence',
  version: 1,
  title: { zh: '避免长时间静默', en: 'No prolonged silence' },
  breach: { zh: '长时间静默', en: 'Prolonged silence' },
  severity: 'minor',
  needs: [],
  helps: ['measures', 'transcript'],
  params: z.object({
    /** Seconds. */
    limit: z
      .number()
      .min(3)
      .max(120)
      .default(15)
      .meta({ label: { zh: '静默上限', en: 'Silence at most' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { limit }) {
    const found = findSilences(call);
    if (!found)
      return cannotTell(
        '没有带时间的转写，录音中也没有测得说话。',
        'There is no transcript with times, and no speech measured in the recording.',
      );
    const { gaps, measured } = found;
    const longest = Math.max(0, ...gaps.map(({ start, end }) => end - start));
    const over = gaps.filter(({ start, end }) => end - start >= limit);
    const grounds = { evidence: over.map(({ start, end }) => span(start, end)), value: longest };
    if (over.length === 0)
      return met(`最长静默 ${seconds(longest)} 秒。`, `The longest silence is ${seconds(longest)} s.`, grounds);
    if (!measured)
      return cannotTell(
        `有 ${seconds(longest)} 秒无人说话；是静默还是等待音乐，须分析声音。`,
        `Nobody speaks for ${seconds(longest)} s; whether that is silence or hold music only the sound can tell.`,
        grounds,
      );
    return notMet(
      `静默 ${seconds(longest)} 秒，超过 ${limit} 秒。`,
      `Silent for ${seconds(longest)} s, over ${limit} s.`,
      grounds,
    );
  },
});
