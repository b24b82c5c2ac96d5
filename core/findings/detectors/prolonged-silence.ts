import { z } from 'zod';
import { span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';
import { causesInWords, keepsWaiting } from '../silence-cause.ts';
import { findSilences, perhapsSilent } from '../silences.ts';
import { unwordedFor } from '../unworded.ts';

/**
 * Article 23.9: no long silence. Hold music is no silence, so that a transcript alone can only clear a call. What
 * counts is that nobody on the call speaks; a room's babble is nobody on the call.
 */
export const prolongedSilence = defineDetector({
  id: 'prolonged-silence',
  version: 3,
  title: { zh: '避免长时间静默', en: 'No prolonged silence' },
  breach: { zh: '长时间静默', en: 'Prolonged silence' },
  limitS: ({ limit }) => limit,
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
    const gaps = found.gaps.filter(keepsWaiting);
    const longest = Math.max(0, ...gaps.map(({ start, end }) => end - start));
    const over = gaps.filter(({ start, end }) => end - start >= limit);
    const certain = over.filter((gap) => gap.certain);
    const grounds = {
      evidence: (certain.length > 0 ? certain : over).map(({ start, end, cause }) => ({ ...span(start, end), cause })),
      value: longest,
    };
    const perhaps = over.length > 0 ? [] : (perhapsSilent(call) ?? []).filter(keepsWaiting);
    const overPerhaps = perhaps.filter(({ start, end }) => end - start >= limit);
    if (overPerhaps.length > 0)
      return cannotTell(
        '有一段时间只有微弱的人声或分不清的声音，没有文字可对照；是通话中的人在说话还是背景声，分不清。',
        'For a while there are only soft voices or unclear sound, and no words to tell by whether somebody on the call speaks or the room does.',
        {
          evidence: overPerhaps.map(({ start, end, cause }) => ({ ...span(start, end), cause })),
          value: Math.max(...overPerhaps.map(({ start, end }) => end - start)),
        },
      );
    const hidden = over.length > 0 ? null : unwordedFor(call, limit);
    if (hidden)
      return cannotTell(...hidden.why, { evidence: [{ ...span(...hidden.span), cause: null }], value: longest });
    if (over.length === 0)
      return met(`最长静默 ${seconds(longest)} 秒。`, `The longest silence is ${seconds(longest)} s.`, grounds);
    if (!found.measured)
      return cannotTell(
        `有 ${seconds(longest)} 秒无人说话；是静默还是保留音，须分析声音。`,
        `Nobody speaks for ${seconds(longest)} s; whether that is silence or hold music only the sound can tell.`,
        grounds,
      );
    if (certain.length === 0)
      return cannotTell(
        `有 ${seconds(longest)} 秒似乎无人说话，但分不清是微弱的声音、客户离开还是通话已结束。`,
        `Nobody seems to speak for ${seconds(longest)} s, but faint sound, a customer who went away or the end of the call cannot be told from it.`,
        grounds,
      );
    const why = causesInWords(certain);
    return notMet(
      `静默 ${seconds(longest)} 秒${why.zh}，超过 ${limit} 秒。`,
      `Silent for ${seconds(longest)} s${why.en}, over ${limit} s.`,
      grounds,
    );
  },
});
