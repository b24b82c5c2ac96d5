import { z } from 'zod';
import type { Evidence } from '../../contract/index.ts';
import { type Call, channelOf, quote, type SpokenSentence, sentencesOf, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, type Outcome } from '../outcome.ts';
import { substance } from '../words.ts';

interface Limits {
  seconds: number;
  characters: number;
}

/** Articles 14 and 24.7: the agent does not talk over the customer. 嗯, 对, 好的 are no interruption. */
export const interruption = defineDetector({
  id: 'interruption',
  version: 1,
  title: { zh: '不打断客户', en: 'Does not interrupt' },
  severity: 'serious',
  needs: ['stereo'],
  helps: ['measures', 'transcript'],
  params: z.object({
    /** Both speak for at least this long. */
    seconds: z.number().min(0.5).max(10).default(2),
    /** The agent says at least this much meanwhile, where there is text. */
    characters: z.number().int().min(1).max(50).default(4),
  }),
  detect(call, limits) {
    const timed = call.transcript?.timing === 'exact' && sentencesOf(call, 'agent').length > 0;
    if (call.measures && call.measures.channels.length > 1) return judge(measured(call, limits, timed));
    if (timed) return judge(transcribed(call, limits));
    return cannotTell(
      '没有声音分析，转写也没有起止时间。',
      'The sound is not measured, and the transcript has no exact times.',
    );
  },
});

function judge(evidence: Evidence[]): Outcome {
  if (evidence.length === 0) return met('没有打断客户。', 'The customer was not interrupted.', { value: 0 });
  return notMet(`打断客户 ${evidence.length} 次。`, `The customer was interrupted ${evidence.length} times.`, {
    evidence,
    value: evidence.length,
  });
}

function measured(call: Call, limits: Limits, timed: boolean): Evidence[] {
  const agent = channelOf(call, 'agent');
  return (call.measures?.overlaps ?? [])
    .filter(({ start, end, by }) => by === agent && end - start >= limits.seconds)
    .flatMap(({ start, end }) => {
      if (!timed) return [span(start, end, agent)];
      const said = sentencesOf(call, 'agent').find(
        (sentence) => charactersWithin(sentence, start, end) >= limits.characters,
      );
      return said ? [span(start, end, agent, said.text)] : [];
    });
}

function transcribed(call: Call, limits: Limits): Evidence[] {
  const customer = sentencesOf(call, 'customer');
  return sentencesOf(call, 'agent').flatMap((sentence) => {
    // Half a second: sentences cut a little too long are no interruption.
    const over = customer.find(
      (other) =>
        other.start < sentence.start - 0.5 && Math.min(other.end, sentence.end) - sentence.start >= limits.seconds,
    );
    if (!over) return [];
    const end = Math.min(over.end, sentence.end);
    if (charactersWithin(sentence, sentence.start, end) < limits.characters) return [];
    return [{ ...quote(call, sentence), end }];
  });
}

/** How many characters that count are said within a span. */
function charactersWithin(sentence: SpokenSentence, start: number, end: number): number {
  const within = Math.min(sentence.end, end) - Math.max(sentence.start, start);
  if (within <= 0) return 0;
  const share = within / Math.max(0.01, sentence.end - sentence.start);
  return Math.round(substance(sentence.plain).length * Math.min(1, share));
}
