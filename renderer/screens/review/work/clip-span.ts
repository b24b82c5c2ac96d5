/** What "save as clip" cuts out when it is pressed. */
import type { Segment, Span } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { contains } from '../player/spans.ts';

/** Left around a sentence or finding, so that the clip neither begins nor ends in a word. */
const ROOM = 0.3;

interface ClipSource {
  duration: number;
  time: number;
  selection: Span | null;
  /** The finding that is being checked. */
  mark: FindingMark | null;
  segments: readonly Segment[];
}

/** The selection as it is; else the finding that is being checked, else the sentence under the playhead. */
export function clipSpan({ duration, time, selection, mark, segments }: ClipSource): Span | null {
  if (selection) return selection;
  const span = mark?.span ?? segments.findLast((segment) => contains(segment, time)) ?? null;
  if (!span) return null;
  return { start: Math.max(0, span.start - ROOM), end: Math.min(duration, Math.max(span.end, span.start) + ROOM) };
}
