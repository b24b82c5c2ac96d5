import { z } from 'zod';
import { comparable } from '../../text/chinese.ts';
import { quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { met, notMet } from '../outcome.ts';

const polite =
  /[您你]好|(?:早上|上午|中午|下午|晚上|新年|节日)好|欢迎(?:致电|来电|您)|hello|good (?:morning|afternoon|evening)|welcome/;

/** Article 26.1: a polite greeting in the opening, with the company's name where the library has set one. */
export const greeting = defineDetector({
  id: 'greeting',
  version: 2,
  title: { zh: '规范问候开场', en: 'Opens with a polite greeting' },
  breach: { zh: '开场没有规范问候', en: 'No proper greeting' },
  severity: 'serious',
  needs: ['transcript'],
  params: z.object({
    /** The agent's sentences that count as the opening. */
    sentences: z
      .number()
      .int()
      .min(1)
      .max(5)
      .default(2)
      .meta({
        label: { zh: '开场的坐席语句', en: 'Opening sentences of the agent' },
        unit: { zh: '句', en: 'sentences' },
      }),
    /** Names of the company, one of which must be said; none = not asked for. */
    companies: z
      .array(z.string().min(1).max(50))
      .max(20)
      .default([])
      .meta({ label: { zh: '单位名称（须说出其一）', en: 'Company names, one of which must be said' } }),
  }),
  detect(call, { sentences, companies }) {
    const opening = sentencesOf(call, 'agent').slice(0, sentences);
    const evidence = [quote(call, opening[0]!)];
    const greeted = opening.find(({ plain }) => polite.test(plain));
    if (!greeted) return notMet('开场没有礼貌问候。', 'The opening has no polite greeting.', { evidence });
    const named =
      companies.length === 0 || companies.some((name) => opening.some(({ plain }) => plain.includes(comparable(name))));
    if (!named) return notMet('开场没有说单位名称。', 'The opening does not name the company.', { evidence });
    return met('开场有礼貌问候。', 'The opening has a polite greeting.', { evidence: [quote(call, greeted)] });
  },
});
