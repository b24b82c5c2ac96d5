/** Lists of phrases that a rule looks for, as data: what, in which group, and where it does not count. */
import type { Bilingual } from '../../contract/index.ts';
import type { Place, SafePattern } from '../../text/safe-pattern.ts';

export interface PhraseGroup {
  id: string;
  title: Bilingual;
  /** Literal phrases, in simplified characters and lower case. */
  phrases: readonly string[];
  /** Where one phrase has many forms. */
  patterns?: readonly Pattern[];
  /** A hit inside one of these does not count. */
  exceptions?: readonly Pattern[];
}

/** The program's own patterns, and those that people write. */
export type Pattern = RegExp | SafePattern;

export interface PhraseHit {
  group: string;
  /** UTF-16 positions in the sentence, end exclusive. */
  start: number;
  end: number;
}

/** Somebody else's words: 您刚才说不归我管 · 客户说“…” */
const quoting =
  /(?:(?<![跟和对给向同让])(?:您|你)|客户|用户|对方|同事|别人|有人|人家|他|她|谁)[^，,。！？!?；;]{0,6}(?:说|讲|提到|反映|表示|认为|觉得)(?:的|过|了|是|我们|我)*[，,：:]?[“"「『‘']?[^，,。！？!?；;“”"]{0,5}$/;
/** Words that are named in order not to be said: 我们不会说… */
const denying =
  /(?:不会|不能|不可以|不应该?|没有?|并非|绝不|从不|不允许|禁止)(?:再|跟|和|对|向|您|你|客户)*(?:说|讲|回答|答复)[^，,。]{0,4}$/;

/**
 * The phrases that a speaker says in his own name, leftmost and longest first, none overlapping.
 * @param plain a sentence in the spelling of `comparable`
 */
export function findPhrases(plain: string, groups: readonly PhraseGroup[]): PhraseHit[] {
  const hits = groups.flatMap((group) => hitsOf(plain, group)).filter(({ start }) => !isReported(plain, start));
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PhraseHit[] = [];
  for (const hit of hits) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

function hitsOf(plain: string, group: PhraseGroup): PhraseHit[] {
  const literal = someOf(group).test(plain) ? group.phrases.flatMap((phrase) => placesOf(plain, phrase)) : [];
  const patterned = (group.patterns ?? []).flatMap((pattern) => matches(plain, pattern));
  const excepted = (group.exceptions ?? []).flatMap((exception) => matches(plain, exception));
  return [...literal, ...patterned]
    .filter((hit) => !excepted.some((around) => around.start <= hit.start && around.end >= hit.end))
    .map((hit) => ({ group: group.id, ...hit }));
}

const quick = new WeakMap<PhraseGroup, RegExp>();

/** Whether any literal phrase is there: most sentences hold none, and one look tells. */
function someOf(group: PhraseGroup): RegExp {
  const known = quick.get(group);
  if (known) return known;
  const phrases = group.phrases
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.replace(/[\\^$.|?*+()[\]{}/-]/g, '\\$&'));
  const made = new RegExp(phrases.length > 0 ? phrases.join('|') : '(?!)');
  quick.set(group, made);
  return made;
}

function placesOf(plain: string, phrase: string): Place[] {
  const places: Place[] = [];
  for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + phrase.length))
    places.push({ start: at, end: at + phrase.length });
  return places;
}

const globals = new WeakMap<RegExp, RegExp>();

export function matches(plain: string, pattern: Pattern): Place[] {
  if (!(pattern instanceof RegExp)) return pattern.places(plain);
  const global = globals.get(pattern) ?? new RegExp(pattern, 'g');
  globals.set(pattern, global);
  return Array.from(plain.matchAll(global), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

function isReported(plain: string, start: number): boolean {
  const before = plain.slice(Math.max(0, start - 30), start);
  return quoting.test(before) || denying.test(before);
}
