/** What rules that look for phrases share: the agent's own words, one piece of evidence per hit, exactly quoted. */
import { z } from 'zod';
import type { Evidence } from '../contract/index.ts';
import { comparable } from '../text/chinese.ts';
import { compilePattern, PatternError, type SafePattern } from '../text/safe-pattern.ts';
import { type Call, quote, sentencesOf } from './call.ts';
import { met, notMet, type Outcome } from './outcome.ts';
import { findPhrases, type PhraseGroup } from './phrases/phrase-list.ts';

const Phrases = z.array(z.string().trim().min(1).max(50)).max(500).default([]);
const Patterns = z
  .array(
    z.string().superRefine((pattern, context) => {
      try {
        compilePattern(pattern);
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        context.addIssue({ code: 'custom', message: error.message, input: pattern });
      }
    }),
  )
  .max(100)
  .default([]);

/** What a library adds to the list that comes with the program, and what of it it does not want. */
export const PhraseParams = z.object({
  extra: Phrases.meta({ label: { zh: '增加的词句', en: 'Added phrases' } }),
  ignored: Phrases.meta({ label: { zh: '不计的词句', en: 'Phrases that do not count' } }),
  /** Groups of the program's list, by id. */
  groupsOff: z
    .array(z.string().max(50))
    .max(100)
    .default([])
    .meta({ label: { zh: '停用的分组', en: 'Groups left out' } }),
  /** Own groups; their patterns are in RE2 syntax. */
  groups: z
    .array(
      z.strictObject({
        title: z.string().trim().min(1).max(50),
        phrases: Phrases,
        patterns: Patterns,
        exceptions: Patterns,
      }),
    )
    .max(50)
    .default([])
    .meta({ label: { zh: '自定义分组', en: 'Own groups' } }),
  patterns: Patterns.meta({ label: { zh: '增加的正则表达式', en: 'Added regular expressions' } }),
  exceptions: Patterns.meta({
    label: { zh: '例外（正则表达式，其中的词句不计）', en: 'Exceptions (regular expressions)' },
  }),
});
type Params = z.output<typeof PhraseParams>;

/** Ready-made lists, as long as their parameters are in use. */
const compiled = new WeakMap<Params, { own: PhraseGroup[]; unwanted: Set<string>; exceptions: SafePattern[] }>();

function compile(params: Params) {
  const known = compiled.get(params);
  if (known) return known;
  const { extra, ignored, groups, patterns, exceptions } = params;
  const own = [{ title: '自定义', phrases: extra, patterns, exceptions: [] }, ...groups].map(
    (group, index): PhraseGroup => ({
      id: `own-${index}`,
      title: { zh: group.title, en: group.title },
      phrases: group.phrases.map(comparable),
      patterns: group.patterns.map(compilePattern),
      exceptions: group.exceptions.map(compilePattern),
    }),
  );
  const ready = { own, unwanted: new Set(ignored.map(comparable)), exceptions: exceptions.map(compilePattern) };
  compiled.set(params, ready);
  return ready;
}

export function phrasesSaid(call: Call, groups: readonly PhraseGroup[], params: Params): Evidence[] {
  const { own, unwanted, exceptions } = compile(params);
  const wanted = [...groups.filter(({ id }) => !params.groupsOff.includes(id)), ...own];
  return sentencesOf(call, 'agent').flatMap((sentence) => {
    const { plain } = sentence;
    const hits = findPhrases(plain, wanted).filter(({ start, end }) => !unwanted.has(plain.slice(start, end)));
    if (hits.length === 0) return [];
    const excepted = exceptions.flatMap((exception) => exception.places(plain));
    return hits
      .filter((hit) => !excepted.some(({ start, end }) => start <= hit.start && end >= hit.end))
      .map(({ start, end }) => quote(call, sentence, start, end));
  });
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
