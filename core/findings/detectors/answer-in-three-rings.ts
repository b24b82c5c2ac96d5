import { z } from 'zod';
import type { Call } from '../call.ts';
import { span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';

/** Article 26.1. One ring cycle is 1 s of tone and 4 s of silence: the fourth ring begins after 15 s. */
export const answerInThreeRings = defineDetector({
  id: 'answer-in-three-rings',
  version: 1,
  title: { zh: '三声铃响内接听', en: 'Answers within three rings' },
  severity: 'serious',
  occasion: (call) => call.recording.direction !== 'outbound',
  needs: [],
  helps: ['call-record', 'measures'],
  params: z.object({
    rings: z.number().int().min(1).max(10).default(3),
    /** Seconds from one ring to the next. */
    cycle: z.number().min(1).max(10).default(5),
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

/** Ringing before anybody speaks. */
function ringsHeard(call: Call): { count: number; start: number; end: number; channel: number } | null {
  const ringing = call.measures?.tones.filter((tone) => tone.kind === 'ring') ?? [];
  if (ringing.length === 0) return null;
  const count = ringing.reduce((sum, tone) => sum + (tone.count ?? 1), 0);
  return { count, start: ringing[0]!.start, end: ringing.at(-1)!.end, channel: ringing[0]!.channel };
}
