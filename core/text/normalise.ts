/**
 * What recognisers and hesitation put between words, taken out before comparing, with the way back: rules look in
 * the normalised text and quote the original.
 */
import { comparable } from './chinese.ts';

export interface Normalised {
  plain: string;
  /** UTF-16 position in the source of each unit of `plain`; null when nothing was taken out. */
  places: readonly number[] | null;
}

const han = '\\p{Script=Han}';
const invisible = /[\u200b-\u200d\u00ad\ufeff]+/gu;
/** Spaces that separate no two words of letters or figures. */
const spaces = new RegExp(String.raw`(?<=[${han}。、])\s+|\s+(?=[${han}。、])`, 'gu');
/** Hesitation within a sentence. At its head it may be an answer: 嗯，你查吧. */
const hesitation = new RegExp(
  [
    String.raw`(?<=[^。?!;,\s],)(?:[呃嗯唔诶欸唉哎]+|[额啊](?=,)),?`,
    `(?<=[${han}a-z0-9])[呃嗯唔诶欸]+,?(?=[${han}a-z0-9])`,
    `(?<=${han})啊+(?=${han})`,
  ].join('|'),
  'gu',
);
/** Words that nobody doubles but who stutters; 谢谢, 看看, 等等 are words. */
const stutter = /([我你您他她它这那不没就也还都有跟和给把被让怎么什归爱因需])[,、]?(?=\1)/gu;
/** Beginnings that are taken up again: 我怎么我怎么知道. Figures may well repeat: 八零八零. */
const restart = new RegExp(String.raw`((?:(?![零〇一二两三四五六七八九十百千万幺])${han}){2,4})[,、]?(?=\1)`, 'gu');

/** For matching: as `comparable`, without spaces in Chinese, hesitation within a sentence and stutter. */
export function normalise(text: string): Normalised {
  let result: Normalised = { plain: comparable(text), places: null };
  for (const superfluous of [invisible, spaces, hesitation, stutter, restart]) result = without(result, superfluous);
  return result;
}

/** The text without what a pattern matches; places lead to the same source as before. */
export function without(text: Normalised, superfluous: RegExp): Normalised {
  let plain = '';
  let places: number[] | null = null;
  let done = 0;
  for (const { 0: matched, index } of text.plain.matchAll(superfluous)) {
    places ??= [];
    plain += text.plain.slice(done, index);
    for (let at = done; at < index; at += 1) places.push(text.places?.[at] ?? at);
    done = index + matched.length;
  }
  if (!places) return text;
  for (let at = done; at < text.plain.length; at += 1) places.push(text.places?.[at] ?? at);
  return { plain: plain + text.plain.slice(done), places };
}

/** Where a part of the normalised text stands in its source. UTF-16 positions, end exclusive. */
export function placeInSource({ places }: Pick<Normalised, 'places'>, start: number, end: number) {
  if (!places || start >= end) return { start, end };
  const last = places[Math.min(end, places.length) - 1];
  return { start: places[start] ?? start, end: last === undefined ? end : last + 1 };
}
