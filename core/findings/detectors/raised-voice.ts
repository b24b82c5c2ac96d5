import { z } from 'zod';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';
import { raisedVoiceOf } from '../voice-level.ts';

/** Articles 7 and 24.9: the agent against the agent's own usual level; the customer's shouting is not the agent's. */
export const raisedVoice = defineDetector({
  id: 'raised-voice',
  version: 2,
  title: { zh: '不突然提高音量', en: 'Does not raise the voice' },
  breach: { zh: '突然提高音量', en: 'Voice raised' },
  severity: 'serious',
  needs: ['stereo', 'measures'],
  helps: ['transcript'],
  params: z.object({
    /** Decibels above the agent's usual level. */
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
    const { loud, rise, certain } = voice;
    if (loud.length === 0)
      return met(`音量平稳，最多高出 ${seconds(rise)} dB。`, `Even level, at most ${seconds(rise)} dB above.`, {
        value: rise,
      });
    if (!certain)
      return cannotTell(
        `通话大部分时间音量比开头高出 ${seconds(rise)} dB；是提高音量还是话筒位置变了，分不清。`,
        `For most of the call the voice is ${seconds(rise)} dB louder than at its beginning: raised, or the microphone was moved, which cannot be told.`,
        { evidence: loud, value: rise },
      );
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
