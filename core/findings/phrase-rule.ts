/** What rules that look for phrases share: the agent's own words, one piece of evidence per hit, exactly quoted. */
import { z } from 'zod';
import type { Bilingual, Evidence, Party } from '../contract/index.ts';
import { normalise, placeInSource } from '../text/normalise.ts';
import { compilePattern, PatternError, type Place, type SafePattern } from '../text/safe-pattern.ts';
import { type Call, quote, type SpokenSentence, sentencesOf, together } from './call.ts';
import { oncePerCall } from './once.ts';
import { cannotTell, met, notMet, type Outcome } from './outcome.ts';
import { findPhrases } from './phrases/find-phrases.ts';
import { standingOf } from './phrases/in-earnest.ts';
import type { PhraseGroup } from './phrases/phrase-list.ts';
import { pushingOffPhrases } from './phrases/pushing-off.ts';
import { turnsOf } from './turns.ts';

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

/** Something that was said, or seems to have said. */
export interface Said {
  evidence: Evidence;
  /** The phrase that it sounds like, when other characters are written. */
  soundsLike: string | null;
  /** Why it may be no breach; null when it is one. */
  doubt: Bilingual | null;
}

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
      phrases: group.phrases,
      patterns: group.patterns.map(compilePattern),
      exceptions: group.exceptions.map(compilePattern),
    }),
  );
  const unwanted = new Set(ignored.map((phrase) => normalise(phrase).plain));
  const ready = { own, unwanted, exceptions: exceptions.map(compilePattern) };
  compiled.set(params, ready);
  return ready;
}

/** What one side said of the program's groups and the library's own, in order. */
export function phrasesSaid(
  call: Call,
  groups: readonly PhraseGroup[],
  params: Params,
  speaker: Party = 'agent',
): Said[] {
  const wanted = [...groups.filter(({ id }) => !params.groupsOff.includes(id)), ...compile(params).own];
  const own = sentencesOf(call, speaker);
  const follow = followers(call, speaker);
  const turns = turnOfEach(call);
  return own.flatMap((sentence, index) => {
    const turn = turns.get(sentence) ?? sentence.plain;
    const around = { earlier: own[index - 1]?.plain ?? '', later: own[index + 1]?.plain ?? '', turn };
    const said = saidIn(call, sentence, around, wanted, params);
    const next = own[index + 1];
    if (!next || follow.get(sentence) !== next || /[。?!]$/.test(sentence.plain)) return said;
    const both = together([sentence, next]);
    const joint = sentence.text.length;
    const over = saidIn(call, both, { ...around, later: own[index + 2]?.plain ?? '' }, wanted, params, joint);
    return [...said, ...over];
  });
}

/** What the speaker of a sentence says before the other side does. */
const turnOfEach = oncePerCall(
  (call: Call) =>
    new Map(turnsOf(call).flatMap((turn) => turn.sentences.map((sentence) => [sentence, turn.plain] as const))),
);

/** Seconds between two sentences that may be one. */
const breath = 2;

/** Each sentence of one side with the one that follows it at once, nobody speaking between. */
function followers(call: Call, speaker: Party): Map<SpokenSentence, SpokenSentence> {
  const all = call.transcript?.sentences ?? [];
  return new Map(
    all.flatMap((sentence, index): [SpokenSentence, SpokenSentence][] => {
      const next = all[index + 1];
      const goes = next?.speaker === speaker && sentence.speaker === speaker && next.start - sentence.end <= breath;
      return goes ? [[sentence, next]] : [];
    }),
  );
}

/** @param joint of two sentences together, where in the text the second begins: only what goes over it counts */
function saidIn(
  call: Call,
  sentence: SpokenSentence,
  { earlier, later, turn }: { earlier: string; later: string; turn: string },
  groups: readonly PhraseGroup[],
  params: Params,
  joint?: number,
): Said[] {
  const { unwanted, exceptions } = compile(params);
  const { plain } = sentence;
  const hits = findPhrases(plain, groups, turn)
    .filter((hit) => joint === undefined || goesOver(placeInSource(sentence, hit.start, hit.end), joint))
    .filter(({ start, end }) => !unwanted.has(plain.slice(start, end)));
  if (hits.length === 0) return [];
  const excepted = exceptions.flatMap((exception) => exception.places(plain));
  return hits
    .filter((hit) => !excepted.some(({ start, end }) => start <= hit.start && end >= hit.end))
    .flatMap((hit) => {
      const { start, end, soundsLike, certain } = hit;
      const after = `${plain.slice(end)} ${later}`;
      const standing = standingOf(earlier, plain.slice(0, start), after, excusable.has(hit.group));
      if (standing === 'unsaid') return [];
      const doubt = standing === 'made-good' ? madeGood : certain ? null : onlySounds;
      return [{ evidence: quote(call, sentence, start, end), soundsLike, doubt }];
    });
}

const goesOver = ({ start, end }: Place, joint: number): boolean => start < joint && end > joint;

/** Groups whose words an offer of help makes up for. */
const excusable: ReadonlySet<string> = new Set([pushingOffPhrases.id]);
const madeGood: Bilingual = { zh: '但随后提出帮助', en: 'but an offer of help follows' };
const onlySounds: Bilingual = { zh: '但也可能是别的话', en: 'but it may be other words' };

/**
 * Not met when anything was said, cannot tell when it only seems so; the words are in the reason.
 * @param amiss places where the customer took something amiss: that no phrase was found is then no proof
 */
export function judgePhrases(
  said: readonly Said[],
  what: { zh: string; en: string },
  amiss: readonly Evidence[] = [],
): Outcome {
  if (said.length === 0 && amiss.length > 0)
    return cannotTell(
      `未发现${what.zh}，但客户对坐席的话有反应，请人工判断。`,
      `No ${what.en} found, but the customer reacts to what the agent said: a person must judge.`,
      { evidence: [...amiss], value: 0 },
    );
  if (said.length === 0) return met(`未发现${what.zh}。`, `No ${what.en} found.`, { value: 0 });
  const sure = said.filter(({ doubt }) => doubt === null);
  const shown = sure.length > 0 ? sure : said;
  const zh = [...new Set(shown.map(inChinese))].slice(0, 5).join('、');
  const en = [...new Set(shown.map(inEnglish))].slice(0, 5).join(', ');
  const grounds = { evidence: shown.map(({ evidence }) => evidence), value: sure.length };
  return sure.length > 0
    ? notMet(`坐席说了${what.zh}：${zh}。`, `The agent used a ${what.en}: ${en}.`, grounds)
    : cannotTell(
        `坐席似乎说了${what.zh}：${zh}，请人工判断。`,
        `Perhaps a ${what.en}: ${en}. A person must judge.`,
        grounds,
      );
}

const inChinese = ({ evidence, soundsLike, doubt }: Said): string =>
  [evidence.text, soundsLike && `（按读音匹配“${soundsLike}”）`, doubt && `（${doubt.zh}）`].filter(Boolean).join('');

const inEnglish = ({ evidence, soundsLike, doubt }: Said): string =>
  [evidence.text, soundsLike && `(by its sound “${soundsLike}”)`, doubt && `(${doubt.en})`].filter(Boolean).join(' ');
