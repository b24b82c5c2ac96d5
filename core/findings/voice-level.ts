/** Speech against the speaker's own usual level, which is not learned from the shouting. */
import type { Evidence, Party } from '../contract/index.ts';
import { type Call, channelOf, sentencesOf, span } from './call.ts';

export interface RaisedVoice {
  loud: Evidence[];
  /** The most that speech of that length rises above the usual level, decibels; 0 when it never does. */
  rise: number;
  /** False: louder for most of the call than at its beginning, which may as well be a microphone that was moved. */
  certain: boolean;
}

type Level = readonly [start: number, end: number, db: number];

/** Shorter words say little about how loud somebody speaks, seconds. */
const tellingS = 0.5;
/** Fewer pieces of speech cannot be compared. */
const leastPieces = 3;
/** A softer voice at the beginning is the usual one if it comes back and has this share of the speech. */
const leastShare = 0.15;
/** What somebody opens with, seconds of speech. */
const openingS = 1;
/** A customer who minds it. */
const minded = /喊|吼|嚷|嗓门|大声|小声|小点声|声音.{0,3}大|凶(什么|我|巴)|shout|yell|scream/;

/**
 * @param limits.above decibels above the usual level @param limits.least seconds of speech at least
 * @returns null in a mono file, without measures, or with too little speech to compare
 */
export function raisedVoiceOf(call: Call, who: Party, limits: { above: number; least: number }): RaisedVoice | null {
  const channel = channelOf(call, who);
  const own = channel === null ? undefined : call.measures?.channels[channel];
  if (!own || own.speech.length < leastPieces) return null;
  const telling = own.speech.filter(([start, end]) => end - start >= tellingS);
  const { db: usual, certain } = usualLevel(telling.length > 0 ? telling : own.speech, limits.above);
  const long = own.speech.filter(([start, end]) => end - start >= limits.least);
  const loud = long.filter(([, , level]) => level - usual >= limits.above);
  return {
    rise: Math.max(0, ...long.map(([, , level]) => level - usual)),
    certain: loud.length === 0 || certain || isMinded(call, who, loud),
    loud: loud.map(([start, end]) => {
      const said = sentencesOf(call, who).find((sentence) => sentence.start < end && sentence.end > start);
      return span(start, end, channel, said?.text ?? null);
    }),
  };
}

/**
 * The median, unless the speech is of two levels and the softer one has the smaller share. Then the usual one is that
 * which the speaker opened with; the softer one only if the speaker came back to it.
 */
function usualLevel(pieces: readonly Level[], apart: number): { db: number; certain: boolean } {
  const median = { db: medianOf(pieces), certain: true };
  const sides = twoLevels(pieces);
  if (!sides) return median;
  const [soft, loud] = sides;
  if (medianOf(loud) - medianOf(soft) < apart || lengthOf(soft) >= lengthOf(loud)) return median;
  const opening = openingOf(pieces);
  const opensSoft = lengthOf(opening.filter((piece) => soft.includes(piece))) > lengthOf(opening) / 2;
  if (!opensSoft) return { db: medianOf(loud), certain: true };
  const firstLoud = Math.min(...loud.map(([start]) => start));
  const comesBack = soft.some(([start]) => start > firstLoud);
  return { db: medianOf(soft), certain: comesBack && lengthOf(soft) >= lengthOf(pieces) * leastShare };
}

/** Splits at the level where both sides are most alike within themselves. */
function twoLevels(pieces: readonly Level[]): [soft: Level[], loud: Level[]] | null {
  const sorted = pieces.toSorted((a, b) => a[2] - b[2]);
  let best: { at: number; between: number } | null = null;
  const [all, sum] = [lengthOf(sorted), sorted.reduce((total, piece) => total + piece[2] * lengthOf([piece]), 0)];
  let [length, levels] = [0, 0];
  for (let at = 1; at < sorted.length; at++) {
    const piece = sorted[at - 1]!;
    length += lengthOf([piece]);
    levels += piece[2] * lengthOf([piece]);
    const between = length * (all - length) * (levels / length - (sum - levels) / (all - length)) ** 2;
    if (!best || between > best.between) best = { at, between };
  }
  return best && [sorted.slice(0, best.at), sorted.slice(best.at)];
}

function openingOf(pieces: readonly Level[]): Level[] {
  const opening: Level[] = [];
  for (const piece of pieces) {
    opening.push(piece);
    if (lengthOf(opening) >= openingS) break;
  }
  return opening;
}

const lengthOf = (pieces: readonly Level[]): number => pieces.reduce((sum, [start, end]) => sum + end - start, 0);

/** The level that half of the speech does not exceed. */
function medianOf(pieces: readonly Level[]): number {
  const sorted = pieces.toSorted((a, b) => a[2] - b[2]);
  let left = lengthOf(sorted) / 2;
  for (const piece of sorted) {
    left -= lengthOf([piece]);
    if (left <= 1e-9) return piece[2];
  }
  return sorted.at(-1)![2];
}

function isMinded(call: Call, who: Party, loud: readonly Level[]): boolean {
  const [first] = loud;
  const other = sentencesOf(call, who === 'agent' ? 'customer' : 'agent');
  return first !== undefined && other.some(({ start, plain }) => start > first[0] && minded.test(plain));
}
