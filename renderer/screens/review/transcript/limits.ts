/** How long nobody may be left without an answer: each rule's own limit, as it judged the call. */
import type { SilenceCause, Span } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { overlap } from '../player/spans.ts';

export interface Limit {
  seconds: number;
  /** The machine says that the span is too long, and nobody says otherwise. */
  broken: boolean;
}

/** Of these the agent is not the reason: no limit of a wait applies. */
const excused: ReadonlySet<SilenceCause | null> = new Set(['customer-away', 'queue', 'system']);

/**
 * Of a rule that finds the span too long, the gravest one; else of the waits' own rule.
 * @returns null where no rule with a limit has judged the call, or the agent is not the reason
 */
export function limitOf(span: Span, cause: SilenceCause | null, marks: readonly FindingMark[]): Limit | null {
  const here = marks.filter(({ finding, standing }) => finding.verdict === 'not_met' && standing !== 'dismissed');
  const broken = here
    .filter(({ finding }) => finding.limitS !== null && finding.evidence.some((place) => isSamePlace(place, span)))
    .sort((a, b) => graver(a) - graver(b) || b.finding.limitS! - a.finding.limitS!)[0];
  if (broken) return { seconds: broken.finding.limitS!, broken: true };
  if (excused.has(cause)) return null;
  const waits = marks.find(({ finding }) => finding.rule === 'wait-over-limit')?.finding.limitS ?? null;
  return waits === null ? null : { seconds: waits, broken: false };
}

const severities = ['fatal', 'serious', 'minor'] as const;
const graver = ({ finding }: FindingMark): number => severities.indexOf(finding.severity);

/** More than half of the shorter one is common to both. */
export const isSamePlace = (one: Span, other: Span): boolean =>
  overlap(one, other) > Math.min(one.end - one.start, other.end - other.start) / 2;
