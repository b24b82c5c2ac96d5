/** Rows of the transcript pane: sentences, the pauses between them, and what the call record adds. */
import type {
  Evidence,
  Heard,
  Party,
  RecordingDetail,
  Segment,
  SilenceCause,
  Span,
} from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { overlap } from '../player/spans.ts';
import { isSamePlace, type Limit, limitOf } from './limits.ts';
import { LONGEST_PAUSE, type Pause, type PauseSound, pausesOf } from './pauses.ts';

/** One ring is 1 s of tone and 4 s of silence. */
const RING_CYCLE = 5;

interface Hit {
  from: number;
  to: number;
  mark: FindingMark;
}
interface RowBase {
  key: string;
  start: number;
  end: number;
  /** Findings whose evidence belongs here; their names stand at the right of the row. */
  marks: FindingMark[];
}
export type Row =
  | (RowBase & { kind: 'segment'; segment: Segment; hits: Hit[] })
  | (RowBase & { kind: 'pause'; sound: PauseSound; cause: SilenceCause | null; limit: Limit | null })
  | (RowBase & { kind: 'ring'; seconds: number; rings: number })
  | (RowBase & { kind: 'hangup'; by: Party });

interface RowSources {
  recording: Pick<RecordingDetail, 'ringSeconds' | 'hangupBy'>;
  duration: number;
  segments: readonly Segment[];
  marks: readonly FindingMark[];
  /** Spans in which no channel sounds; null while the peaks are not there. */
  quiet: readonly Span[] | null;
  /** What the signal says; null until it is known. */
  heard: Heard | null;
}

export function buildRows({ recording, duration, segments, marks, quiet, heard }: RowSources): Row[] {
  const rows: Row[] = [];
  const addPauses = (start: number, end: number) => {
    if (end - start > LONGEST_PAUSE)
      rows.push(...pausesOf({ start, end }, { heard, quiet }).map((found) => pauseRow(found, marks)));
  };
  const sorted = [...segments].sort((a, b) => a.start - b.start);
  const first = sorted[0]?.start ?? duration;
  if (recording.ringSeconds)
    rows.push({
      kind: 'ring',
      key: 'ring',
      start: 0,
      end: Math.min(first, recording.ringSeconds),
      seconds: recording.ringSeconds,
      rings: Math.max(1, Math.ceil(recording.ringSeconds / RING_CYCLE)),
      marks: [],
    });
  let spoken = recording.ringSeconds ? first : 0;
  for (const segment of sorted) {
    addPauses(spoken, segment.start);
    rows.push({
      kind: 'segment',
      key: `s${segment.id}`,
      start: segment.start,
      end: segment.end,
      segment,
      hits: [],
      marks: [],
    });
    spoken = Math.max(spoken, segment.end);
  }
  if (sorted.length > 0) addPauses(spoken, duration);
  if (recording.hangupBy)
    rows.push({ kind: 'hangup', key: 'hangup', start: duration, end: duration, by: recording.hangupBy, marks: [] });
  for (const mark of marks) place(rows, mark);
  return rows;
}

/** A finding knows the cause where the waits of the sound do not. */
function pauseRow({ sound, cause: heard, ...span }: Pause, marks: readonly FindingMark[]): Row {
  const places = marks.flatMap(({ finding }) => finding.evidence);
  const cause = sound === 'untranscribed' ? null : (heard ?? causeAt(span, places));
  const limit = sound === 'untranscribed' ? null : limitOf(span, cause, marks);
  return { kind: 'pause', key: `p${span.start}`, ...span, sound, cause, limit, marks: [] };
}

const causeAt = (span: Span, places: readonly Evidence[]): SilenceCause | null =>
  places.find((place) => place.cause && isSamePlace(place, span))?.cause ?? null;

const specialRow: Record<string, Row['kind']> = {
  'answer-in-three-rings': 'ring',
  'customer-hangs-up-first': 'hangup',
};

/**
 * Names a finding at each row that says its evidence or is covered most by it, and underlines the words there.
 * What is in order is named once.
 */
function place(rows: readonly Row[], mark: FindingMark): void {
  const special = rows.find(({ kind }) => kind === specialRow[mark.finding.rule]);
  if (special) {
    special.marks.push(mark);
    return;
  }
  mark.finding.evidence.forEach((evidence, n) => {
    const near = rows.filter((row) => overlap(row, evidence) > 0);
    const quoting = near.find(
      (row) => row.kind === 'segment' && evidence.text && row.segment.text.includes(evidence.text),
    );
    const best = quoting ?? near.sort((a, b) => overlap(b, evidence) - overlap(a, evidence))[0];
    if (!best) return;
    if (n === 0 || (mark.number !== null && !best.marks.includes(mark))) best.marks.push(mark);
    if (best.kind !== 'segment' || !evidence.text) return;
    const from = best.segment.text.indexOf(evidence.text);
    if (from >= 0) best.hits.push({ from, to: from + evidence.text.length, mark });
  });
}

/** The row under the playhead: the last one that has begun. −1 before the first. */
export function rowAt(rows: readonly Row[], time: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.start <= time + 1e-3) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface Piece {
  text: string;
  from: number;
  mark: FindingMark | null;
}

/** Cuts a sentence at the edges of its hits and at `cuts`; where hits overlap, one to be handled shows. */
export function pieces(text: string, hits: readonly Hit[], cuts: readonly number[] = []): Piece[] {
  const inner = [...cuts, ...hits.flatMap(({ from, to }) => [from, to])].filter((at) => at > 0 && at < text.length);
  const edges = [...new Set([0, ...inner, text.length])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => ({
    from,
    text: text.slice(from, edges[i + 1]),
    mark:
      hits
        .filter((hit) => hit.from <= from && hit.to > from)
        .map(({ mark }) => mark)
        .sort((a, b) => Number(a.number === null) - Number(b.number === null))[0] ?? null,
  }));
}
