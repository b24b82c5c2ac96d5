import { z } from 'zod';
import type { Call } from '../call.ts';
import { channelOf, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const times = (rings: number) => ({ zh: numerals[rings], en: `${numbers[rings]} ring${rings === 1 ? '' : 's'}` });

/** Article 26.1. One ring cycle is 1 s of tone and 4 s of silence: the fourth ring begins after 15 s. */
export const answerInThreeRings = defineDetector({
  id: 'answer-in-three-rings',
  version: 2,
  title: ({ rings }) => ({ zh: `${times(rings).zh}声铃响内接听`, en: `Answers within ${times(rings).en}` }),
  breach: ({ rings }) => ({
    zh: `铃响超过${times(rings).zh}声才接听`,
    en: `Answered after more than ${times(rings).en}`,
  }),
  severity: 'serious',
  situation: { zh: '呼入振铃', en: 'ringing of an inbound call' },
  occasion: (call) => call.recording.direction !== 'outbound',
  needs: [],
  helps: ['call-record', 'measures'],
  params: z.object({
    rings: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(3)
      .meta({ label: { zh: '最多振铃', en: 'Rings at most' }, unit: { zh: '声', en: 'rings' } }),
    /** Seconds from one ring to the next. */
    cycle: z
      .number()
      .min(1)
      .max(10)
      .default(5)
      .meta({ label: { zh: '振铃周期', en: 'From one ring to the next' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { rings, cycle }) {
    const recorded = call.callRecord?.ringSeconds ?? null;
    const heard = recorded === null ? ringsHeard(call) : null;
    if (recorded === null && heard === null)
      return cannotTell(
        '话单没有振铃时长，录音中也没有振铃声。',
        'Neither the call record nor the recording tells of ringing.',
      );
    const count = heard?.count ?? Math.ceil(recorded! / cycle);
    const grounds = { value: count, evidence: heard ? [span(heard.start, heard.end, heard.channel)] : [] };
    const zh = recorded === null ? `录音中响铃 ${count} 声` : `振铃 ${seconds(recorded)} 秒，约 ${count} 声`;
    const en = recorded === null ? `${count} rings are heard` : `It rang ${seconds(recorded)} s, about ${count} rings`;
    return count <= rings
      ? met(`${zh}。`, `${en}.`, grounds)
      : notMet(`${zh}，超过 ${rings} 声。`, `${en}, more than ${rings}.`, grounds);
  },
});

/**
 * Ringing before the agent first speaks; what both channels carry is one ringing. Ringing later in the call is that of
 * a transfer; so is a second one in a mono recording.
 */
function ringsHeard(call: Call): { count: number; start: number; end: number; channel: number } | null {
  const agent = channelOf(call, 'agent');
  const answered = agent === null ? undefined : call.measures?.channels[agent]?.speech[0]?.[0];
  const ringing = call.measures?.tones.filter(
    ({ kind, start }) => kind === 'ring' && start < (answered ?? Number.POSITIVE_INFINITY),
  );
  const first = ringing?.[0];
  if (!ringing || !first) return null;
  const atOnce = ringing.filter(({ start }) => start < first.end);
  const { start, end, channel, count = 1 } = atOnce.reduce((a, b) => ((b.count ?? 1) > (a.count ?? 1) ? b : a));
  return { count, start, end, channel };
}
