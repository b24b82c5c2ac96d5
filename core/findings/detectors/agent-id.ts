import { z } from 'zod';
import { type Call, quote, type SpokenSentence } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { agentUtterances } from '../opening.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { isIntroduced, numbersIn, type SaidNumber, standsAlone } from '../service-number.ts';

/** The customer asks for the number; who only asks who is speaking leaves it to the agent to tell it. */
const asks = /工号|编号|你(?:是)?(?:几号|多少号)|(?:报|说)一?下?(?:你|您)的?号|your (?:number|id|badge)/;
/** A number that was said and cannot be read: covered, or not understood. */
const unreadable =
  /(?:[0-9]*[*×x□■_]+[0-9]*|\[[^\]]*\]|\((?:听不清|不清|噪音|模糊|inaudible)[^)]*\)|某+)(?:号|[为给](?:您|你)服务|客服|坐席|座席)|工号(?:是|为|:)*某|(?:工号|我是|客服|坐席)(?:是|为|:)*[^,。]{0,4}(?:[*×x□■_?]{2,}|\[[^\]]*\]|\((?:听不清|不清|噪音|模糊|inaudible)[^)]*\)|…+|\.{3,})/;

/** Articles 23.12 and 26.1: the service number in the opening, and the right one. */
export const agentId = defineDetector({
  id: 'agent-id',
  version: 4,
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
    const { agentNo } = call.recording;
    const wanted = agentNo?.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '') ?? '';
    const all = agentUtterances(call);
    const said = all.flatMap((sentence, index) =>
      ownNumbers(sentence, wanted).map((number) => ({ sentence, number, index, asked: wasAsked(call, sentence) })),
    );
    const isRight = ({ number }: (typeof said)[number]) => wanted === '' || number.digits.replace(/^0+/, '') === wanted;
    const opening = said.filter(({ index, asked }) => index < sentences && !asked);
    const right = opening.find(isRight);
    const quoted = ({ sentence, number }: (typeof said)[number]) => [quote(call, sentence, number.start, number.end)];
    if (right) {
      const { digits, bySound } = right.number;
      const how = bySound ? { zh: '（按读音匹配）', en: ' (by its sound)' } : { zh: '', en: '' };
      const evidence = quoted(right);
      if (wanted === '')
        return met(
          `报了工号 ${digits}${how.zh}；没有坐席工号可核对。`,
          `Said ${digits}${how.en}; no service number is on record to compare with.`,
          { evidence },
        );
      return met(`报了工号 ${digits}${how.zh}，与记录一致。`, `Said ${digits}${how.en}, as recorded.`, { evidence });
    }
    const hidden = all.slice(0, sentences).find(({ plain }) => unreadable.test(plain));
    const wrong = opening.findLast(({ number }) => !number.bySound);
    if (wrong && !hidden)
      return notMet(
        `报的工号是 ${wrong.number.digits}，记录中是 ${agentNo}。`,
        `Said ${wrong.number.digits}, but the record has ${agentNo}.`,
        { evidence: quoted(wrong) },
      );
    if (hidden)
      return cannotTell('报了工号，但转写中看不清号码。', 'A number was said that the transcript does not show.', {
        evidence: [quote(call, hidden)],
      });
    const other = said.find(isRight);
    if (!other) {
      const first = all[0];
      return notMet('开场没有报工号。', 'No service number in the opening.', {
        evidence: first ? [quote(call, first)] : [],
      });
    }
    if (other.asked)
      return notMet('客户询问后才报工号，开场没有报。', 'The number was told only when the customer asked.', {
        evidence: quoted(other),
      });
    return notMet('开场没有报工号，后来才报。', 'No service number in the opening, only later.', {
      evidence: quoted(other),
    });
  },
});

/** The longest reading of a number first: pauses in it belong to it. */
function ownNumbers({ plain }: SpokenSentence, wanted: string): SaidNumber[] {
  return numbersIn(plain)
    .filter((number) => isIntroduced(plain, number, wanted.length === 1 ? 1 : undefined) || standsAlone(plain, number))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** The number answers a question of the customer. */
function wasAsked(call: Call, sentence: SpokenSentence): boolean {
  const before = call.transcript?.sentences.filter(({ start }) => start < sentence.start).slice(-2) ?? [];
  return before.some(({ speaker, plain }) => speaker === 'customer' && asks.test(plain));
}
