/** Where a condition looks: its range, and the windows around the hits of another condition. */
import type { Anchor, Bilingual, Condition, Range, Role } from '../../contract/index.ts';
import type { Call } from '../call.ts';
import type { Hit, Said, Scope } from './operators/operator.ts';

/** Times of sentences and of what is measured differ by this much, seconds. */
const slack = 0.5;

export function saidBy(call: Call, role: Role): Said[] {
  const all = (call.transcript?.sentences ?? []).map((sentence, index): Said => ({ sentence, index }));
  return role === 'any' ? all : all.filter(({ sentence }) => sentence.speaker === role);
}

export function lengthOf(call: Call): number {
  const lastWord = call.transcript?.sentences.at(-1)?.end;
  return call.measures?.duration ?? call.recording.durationS ?? lastWord ?? 0;
}

/** @param said everything that the condition's role says */
export function scopeOfRange(call: Call, said: readonly Said[], range: Range | null): Scope {
  const end = lengthOf(call);
  if (!range) return { sentences: said, from: 0, to: Math.max(end, said.at(-1)?.sentence.end ?? 0) };
  const { from, count, unit } = range;
  if (unit === 'seconds') {
    const scope = from === 'start' ? { from: 0, to: count } : { from: Math.max(0, end - count), to: end };
    return { ...scope, sentences: said.filter(({ sentence }) => overlaps(sentence, scope)) };
  }
  const sentences = from === 'start' ? said.slice(0, Math.floor(count)) : said.slice(-Math.floor(count));
  const edge = from === 'start' ? sentences.at(-1)?.sentence.end : sentences[0]?.sentence.start;
  const whole = sentences.length === said.length || edge === undefined;
  return {
    sentences,
    from: from === 'end' && !whole ? edge : 0,
    to: from === 'start' && !whole ? edge : Math.max(end, edge ?? 0),
  };
}

/** The part of a scope that an anchor leaves around one hit. */
export function windowAround(anchor: Anchor, hit: Hit, said: readonly Said[], scope: Scope): Scope {
  const { where, within, unit } = anchor;
  const before = said.filter((each) => isBefore(each, hit));
  const after = said.filter((each) => isAfter(each, hit));
  const same = said.filter((each) => !isBefore(each, hit) && !isAfter(each, hit));
  const limit = within ?? Number.POSITIVE_INFINITY;
  const nearBefore =
    unit === 'sentences' ? lastOf(before, limit) : before.filter(({ sentence }) => sentence.end >= hit.start - limit);
  const nearAfter =
    unit === 'sentences' ? after.slice(0, limit) : after.filter(({ sentence }) => sentence.start <= hit.end + limit);
  const chosen = { before: nearBefore, after: nearAfter, around: [...nearBefore, ...same, ...nearAfter], same }[where];
  const inScope = new Set(scope.sentences.map(({ index }) => index));
  const earliest =
    unit === 'seconds'
      ? hit.start - limit
      : edge(before, nearBefore, nearBefore[0]?.sentence.start, scope.from, hit.start);
  const latest =
    unit === 'seconds' ? hit.end + limit : edge(after, nearAfter, nearAfter.at(-1)?.sentence.end, scope.to, hit.end);
  const span = {
    before: [earliest, hit.start],
    after: [hit.end, latest],
    around: [earliest, latest],
    same: [hit.start, hit.end],
  }[where] as [number, number];
  return {
    sentences: chosen.filter(({ index }) => inScope.has(index)),
    from: Math.max(scope.from, span[0]),
    to: Math.min(scope.to, span[1]),
  };
}

/** Where the near sentences end; as far as the scope when they are all, at the hit when there are none. */
function edge(all: readonly Said[], near: readonly Said[], at: number | undefined, far: number, none: number): number {
  if (near.length === all.length) return far;
  return at ?? none;
}

const lastOf = (said: readonly Said[], count: number) => (count === 0 ? [] : said.slice(-count));

function isBefore({ sentence, index }: Said, hit: Hit): boolean {
  return hit.index === null ? sentence.end <= hit.start + slack : index < hit.index;
}

function isAfter({ sentence, index }: Said, hit: Hit): boolean {
  return hit.index === null ? sentence.start >= hit.end - slack : index > hit.index;
}

const overlaps = (a: { start: number; end: number }, b: { from: number; to: number }) =>
  a.start < b.to && a.end > b.from;

/** Why a condition's place cannot be told from what is known of the call; null when it can. */
export function lacksTimes(call: Call, condition: Condition, ofText: boolean, anchorOfText: boolean): Bilingual | null {
  const { range, anchor } = condition;
  const bySentences = range?.unit === 'sentences' || (anchor !== null && (anchor.unit === 'sentences' || anchorOfText));
  if (!ofText && bySentences && !call.transcript) return { zh: '没有转写，无法判断。', en: 'There is no transcript.' };
  const bySeconds = range?.unit === 'seconds' || anchor?.unit === 'seconds' || (anchor !== null && !anchorOfText);
  const needsTimes = ofText ? bySeconds : bySentences;
  if (!needsTimes || !call.transcript || call.transcript.timing !== 'estimated') return null;
  return { zh: '转写没有起止时间，无法判断先后。', en: 'The transcript has no times to place it by.' };
}
