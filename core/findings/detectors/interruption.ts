import { z } from 'zod';
import type { Evidence } from '../../contract/index.ts';
import { type Call, isStereo, sentencesOf, whyNoSides } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { findInterruptions } from '../interruptions.ts';
import { cannotTell, met, notMet, type Outcome } from '../outcome.ts';

/** Articles 14 and 24.7: the agent does not talk over the customer. 嗯, 对, 好的 are no interruption. */
export const interruption = defineDetector({
  id: 'interruption',
  version: 2,
  title: { zh: '不打断客户', en: 'Does not interrupt' },
  breach: { zh: '打断客户', en: 'Customer interrupted' },
  severity: 'serious',
  needs: [],
  helps: ['stereo', 'measures', 'transcript'],
  params: z.object({
    /** Both speak for at least this long. */
    seconds: z
      .number()
      .min(0.5)
      .max(10)
      .default(2)
      .meta({ label: { zh: '重叠至少', en: 'Overlap of at least' }, unit: { zh: '秒', en: 's' } }),
    /** The agent says at least this much meanwhile, where there is text. */
    characters: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(4)
      .meta({ label: { zh: '插话至少', en: 'Words of at least' }, unit: { zh: '字', en: 'characters' } }),
  }),
  detect(call, limits) {
    const found = findInterruptions(call, 'agent', limits);
    if (found) {
      const certain = found.filter((piece) => customerSpoke(call, piece));
      return certain.length === 0 && found.length > 0 ? doubt(found) : judge(certain);
    }
    if (!isStereo(call)) {
      const { zh, en } = whyNoSides(call);
      return cannotTell(zh, en);
    }
    return cannotTell(
      '没有声音分析，转写也没有起止时间。',
      'The sound is not measured, and the transcript has no exact times.',
    );
  },
});

/** Where the customer's words have times, the customer must have said something there: a voice of the room is not interrupted. */
function customerSpoke(call: Call, { start, end }: Evidence): boolean {
  const said = call.transcript?.timing === 'exact' ? sentencesOf(call, 'customer') : [];
  return said.length === 0 || said.some((sentence) => sentence.start < end && sentence.end > start);
}

const doubt = (evidence: Evidence[]): Outcome =>
  cannotTell(
    '双方声音重叠，但转写中客户当时没有说话，可能是背景人声，请人工判断。',
    'Both sides are heard at once, but the transcript has no words of the customer there: perhaps voices of the room. A person must judge.',
    { evidence, value: 0 },
  );

function judge(evidence: Evidence[]): Outcome {
  if (evidence.length === 0) return met('没有打断客户。', 'The customer was not interrupted.', { value: 0 });
  return notMet(`打断客户 ${evidence.length} 次。`, `The customer was interrupted ${evidence.length} times.`, {
    evidence,
    value: evidence.length,
  });
}
