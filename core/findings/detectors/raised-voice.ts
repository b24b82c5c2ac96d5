import { z } from 'zod';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';
import { raisedVoiceOf } from '../voice-level.ts';

/** Articles 7 and 24.9: the agent against the agent's own median; the customer's shouting is not the agent's. */
export const raisedVoice = defineDetector({
  id: 'raised-voice',
  version: 1,
  title: { zh: '不突然提高音量', en: 'Does not raise the voice' },
  breach: { zh: '突然提高音量', en: 'Voice raised' },
  severity: 'serious',
  needs: ['stereo', 'measures'],
  helps: ['transcript'],
  params: z.object({
    /** Decibels above the agent's median. */
    above: z
      .number()
      .min(3)
      .max(30)
      .default(7)
      .meta({ label: { zh: '高出平时', en: 'Above the usual level' }, unit: { zh: 'dB', en: 'dB' } }),
    /** Seconds of speech at least. */
    least: z
      .number()
      .min(0.3)
      .max(10)
      .default(1)
      .meta({ label: { zh: '持续至少', en: 'For at least' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { above, least }) {
    const voice = raisedVoiceOf(call, 'agent', { above, least });
    if (!voice) return cannotTell('坐席说话太少，无法比较音量。', 'The agent speaks too little to compare levels.');
    const { loud, rise } = voice;
    if (loud.length === 0)
      return met(`音量平稳，最多高出 ${seconds(rise)} dB。`, `Even level, at most ${seconds(rise)} dB above.`, {
        value: rise,
      });
    return notMet(
      `音量突然高出平时 ${seconds(rise)} dB。`,
      `The voice rises ${seconds(rise)} dB above its usual level.`,
      {
        evidence: loud,
        value: rise,
      },
    );
  },
});
