/** What an engine is given to hear: pieces made up of speech only, and where in the recording each came from. */
import type { Pair } from '../../audio/measures/spans.ts';

/** How an engine wants its pieces. Seconds. */
export interface Packing {
  /** No piece is longer. */
  longest: number;
  /** Pauses up to this long stay as they are. */
  join: number;
  /** Silence put between stretches of one piece; null: every stretch is a piece of its own. */
  between: number | null;
}

export interface Part {
  /** Seconds in the recording. */
  start: number;
  end: number;
  /** Where in the piece it begins, in seconds. */
  at: number;
}

export interface Piece {
  channel: number;
  parts: Part[];
  /** Seconds. */
  length: number;
}

/** Left before and after speech, so that no syllable is cut. Seconds. */
const padding = 0.1;
/** A sentence belongs to a stretch of which it covers at least this much. Seconds. */
const leastOverlap = 0.3;

/** @param speech spans of speech of one channel, in order, disjoint */
export function planPieces(channel: number, speech: readonly Pair[], packing: Packing): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | undefined;
  for (const [start, end] of stretches(speech, packing)) {
    const length = end - start;
    const gap = packing.between ?? 0;
    if (!piece || packing.between === null || piece.length + gap + length > packing.longest) {
      piece = { channel, parts: [{ start, end, at: 0 }], length };
      pieces.push(piece);
    } else {
      piece.parts.push({ start, end, at: piece.length + gap });
      piece.length += gap + length;
    }
  }
  return pieces;
}

/** Speech with its short pauses, padded, none longer than a piece may be. */
function stretches(speech: readonly Pair[], { join, longest }: Packing): Pair[] {
  const joined: Pair[] = [];
  for (const [index, [start, end]] of speech.entries()) {
    const before = index === 0 ? start : (start - speech[index - 1]![1]) / 2;
    const after = index + 1 < speech.length ? (speech[index + 1]![0] - end) / 2 : padding;
    const padded: Pair = [Math.max(0, start - Math.min(padding, before)), end + Math.min(padding, after)];
    const previous = joined.at(-1);
    if (previous && start - speech[index - 1]![1] <= join && padded[1] - previous[0] <= longest)
      previous[1] = padded[1];
    else joined.push(padded);
  }
  return joined.flatMap((span) => cut(span, longest));
}

function cut([start, end]: Pair, longest: number): Pair[] {
  const count = Math.max(1, Math.ceil((end - start) / longest - 1e-9));
  const step = (end - start) / count;
  return Array.from({ length: count }, (_, index) => [
    start + index * step,
    index + 1 === count ? end : start + (index + 1) * step,
  ]);
}

/** Where in the recording something was said, from where in the piece it was heard. Seconds. */
export function placeOf(piece: Piece, from: number, to: number): { start: number; end: number } {
  const overlaps = piece.parts.map((part) => Math.min(to, part.at + part.end - part.start) - Math.max(from, part.at));
  const most = Math.max(...overlaps);
  const heard = piece.parts.filter((_, index) => overlaps[index]! >= Math.min(leastOverlap, most));
  const [first, last] = [heard[0]!, heard.at(-1)!];
  const start = clamp(first, first.start + from - first.at);
  return { start, end: Math.max(start, clamp(last, last.start + to - last.at)) };
}

const clamp = (part: Part, time: number): number => Math.min(part.end, Math.max(part.start, time));
