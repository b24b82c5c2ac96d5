/** What rules that look for phrases share: the agent's own words, one piece of evidence per hit, exactly quoted. */
import { z } from 'zod';
import type { Evidence } from '../contract/index.ts';
import { comparable } from '../text/chinese.ts';
import { type Call, quote, sentencesOf } from './call.ts';
import { met, notMet, type Outcome } from './outcome.ts';
import { findPhrases, type PhraseGroup } from './phrases/phrase-list.ts';

/** Phrases that a library adds, and those of the list that it does not want. */
export const PhraseParams = z.object({
  extra: z.array(z.string().min(1).max(50)).max(500).default([]),
  ignored: z.array(z.string().min(1).max(50)).max(500).default([]),
});

export function phrasesSaid(
  call: Call,
  groups: readonly PhraseGroup[],
  { extra, ignored }: z.output<typeof PhraseParams>,
): Evidence[] {
  const own: PhraseGroup = { id: 'own', title: { zh: '自定义', en: 'Own' }, phrases: extra.map(comparable) };
  const unwanted = new Set(ignored.map(comparable));
  return sentencesOf(call, 'agent').flatMap((sentence) =>
    findPhrases(sentence.plain, [...groups, own])
      .filter(({ start, end }) => !unwanted.has(sentence.plain.slice(start, end)))
      .map(({ start, end }) => quote(call, sentence, start, end)),
  );
}

/** Not met when anything was said, with the words in the reason. */
export function judgePhrases(evidence: Evidence[], what: { zh: string; en: string }): Outcome {
  if (evidence.length === 0) return met(`未发现${what.zh}。`, `No ${what.en} found.`, { value: 0 });
  const said = [...new Set(evidence.map((piece) => piece.text))].slice(0, 5).join('、');
  return notMet(`坐席说了${what.zh}：${said}。`, `The agent used a ${what.en}: ${said}.`, {
    evidence,
    value: evidence.length,
  });
}
