import { z } from 'zod';
import { digitRuns, numerals } from '../../text/digits.ts';
import { quote, type SpokenSentence, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { met, notMet } from '../outcome.ts';

interface Said {
  digits: string;
  start: number;
  end: number;
}

/** 工号八零一二 · 八零一二号客服 · 我是8012 */
const before = /(?:工号|编号|号码牌|服务号|工牌号?|我是|这里是|id|number)(?:是|为|:|：|[^\p{L}\p{N}])*$/u;
const after = /^\s*(?:号|为您服务|很高兴|坐席|座席|客服|话务员)/;

/** Articles 23.12 and 26.1: the service number in the opening, and the right one. */
export const agentId = defineDetector({
  id: 'agent-id',
  version: 2,
  title: { zh: '开场报工号', en: 'States the service number' },
  breach: { zh: '开场没有报对工号', en: 'Service number missing or wrong' },
  severity: 'serious',
  needs: ['transcript'],
  helps: ['call-record'],
  params: z.object({
    /** The agent's sentences that count as the opening. */
    sentences: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(3)
      .meta({
        label: { zh: '开场的坐席语句', en: 'Opening sentences of the agent' },
        unit: { zh: '句', en: 'sentences' },
      }),
  }),
  detect(call, { sentences }) {
    const opening = sentencesOf(call, 'agent').slice(0, sentences);
    const wanted = call.recording.agentNo?.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '') ?? '';
    const numbers = opening.flatMap((sentence) => numbersIn(sentence).map((said) => ({ sentence, said })));
    const right = wanted === '' ? undefined : numbers.find(({ said }) => said.digits.replace(/^0+/, '') === wanted);
    if (right) {
      const evidence = [quote(call, right.sentence, right.said.start, right.said.end)];
      return met(`报了工号 ${right.said.digits}，与记录一致。`, `Said ${right.said.digits}, as recorded.`, {
        evidence,
      });
    }
    const introduced = numbers.find(({ sentence, said }) => introducesNumber(sentence, said));
    if (!introduced)
      return notMet('开场没有报工号。', 'No service number in the opening.', { evidence: [quote(call, opening[0]!)] });
    const evidence = [quote(call, introduced.sentence, introduced.said.start, introduced.said.end)];
    const { digits } = introduced.said;
    if (wanted === '')
      return met(`报了工号 ${digits}；没有坐席信息可核对。`, `Said ${digits}; no agent is on record to compare with.`, {
        evidence,
      });
    return notMet(
      `报的工号是 ${digits}，记录中是 ${call.recording.agentNo}。`,
      `Said ${digits}, but the record has ${call.recording.agentNo}.`,
      { evidence },
    );
  },
});

function numbersIn({ plain }: SpokenSentence): Said[] {
  const runs = digitRuns(plain).map(
    (run): Said => ({ digits: run.digits, start: run.positions[0]!, end: run.positions.at(-1)! + 1 }),
  );
  const withUnits = numerals(plain).map(({ value, start, end }): Said => ({ digits: String(value), start, end }));
  return [...runs, ...withUnits];
}

function introducesNumber({ plain }: SpokenSentence, { digits, start, end }: Said): boolean {
  if (digits.length < 2 || digits.length > 10) return false;
  return before.test(plain.slice(Math.max(0, start - 20), start)) || after.test(plain.slice(end, end + 10));
}
