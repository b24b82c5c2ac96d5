/** Findings as the workbench shows them: numbered in the order of the call, with shape and standing. */
import type { Finding, Review, Span, Template } from '../../../../core/contract/index.ts';
import type { Mark as ShapeKind } from '../../../ui/shape.tsx';

export interface FindingMark {
  finding: Finding;
  /** Order in the call, from 1; null for what is in order and for questions without a place to listen to. */
  number: number | null;
  shape: ShapeKind;
  /** What a person said of it. */
  standing: 'open' | 'confirmed' | 'dismissed';
  /** Place in the call; null when there is no evidence to listen to. */
  span: Span | null;
  itemId: string | null;
}

const rank: Record<ShapeKind, number> = {
  fatal: 0,
  serious: 1,
  minor: 2,
  unknown: 3,
  human: 4,
  mark: 5,
  pass: 6,
  na: 7,
};

/**
 * In call order, the gravest first of those that begin together; what has no place comes last. Numbered are breaches,
 * and questions that some place in the call raises; never what only picks calls.
 */
export function markFindings(
  findings: readonly Finding[],
  itemOf: (finding: Finding) => string | null = () => null,
): FindingMark[] {
  const placed = findings
    .map((finding) => ({ finding, span: extent(finding) }))
    .sort(
      (a, b) =>
        (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity) ||
        rank[shapeOf(a.finding)] - rank[shapeOf(b.finding)],
    );
  let number = 0;
  return placed.map(({ finding, span }) => ({
    finding,
    span,
    number: asksForDecision(finding, span) ? ++number : null,
    shape: shapeOf(finding),
    standing: finding.decision === null ? 'open' : finding.decision ? 'confirmed' : 'dismissed',
    itemId: itemOf(finding),
  }));
}

const asksForDecision = ({ mark, verdict }: Finding, span: Span | null): boolean =>
  !mark && (verdict === 'not_met' || (verdict === 'cannot_tell' && span !== null));

const shapeOf = ({ mark, verdict, severity }: Finding): ShapeKind =>
  mark ? 'mark' : verdict === 'met' ? 'pass' : verdict === 'cannot_tell' ? 'unknown' : severity;

function extent({ evidence }: Finding): Span | null {
  if (evidence.length === 0) return null;
  return { start: evidence[0]!.start, end: Math.max(...evidence.map(({ end }) => end)) };
}

/** Finds the checklist item that a finding suggests an answer to: as the review says, else by the item's rules. */
export function itemFinder(review: Review | null, template: Template | null): (finding: Finding) => string | null {
  const byFinding = new Map<string, string>();
  for (const { itemId, machine } of review?.answers ?? [])
    for (const id of machine?.findingIds ?? []) byFinding.set(id, itemId);
  const byRule = new Map<string, string>();
  for (const section of template?.sections ?? [])
    for (const item of section.items) for (const rule of item.rules) byRule.set(rule, byRule.get(rule) ?? item.id);
  return (finding) => byFinding.get(finding.id) ?? byRule.get(finding.rule) ?? null;
}

/** The list's order: the gravest first, questions after what is sure, then by time. */
export const bySeverity = (marks: readonly FindingMark[]): FindingMark[] =>
  [...marks].sort((a, b) => rank[a.shape] - rank[b.shape] || (a.number ?? 0) - (b.number ?? 0));

export const openMarks = (marks: readonly FindingMark[]): FindingMark[] =>
  marks.filter(({ number }) => number !== null);

/** Checked and found in order. */
export const passedMarks = (marks: readonly FindingMark[]): FindingMark[] =>
  marks.filter(({ finding }) => !finding.mark && finding.verdict === 'met');

/** What was noted of the call without judging anybody. */
export const callMarks = (marks: readonly FindingMark[]): FindingMark[] =>
  marks.filter(({ finding }) => finding.mark && finding.verdict === 'not_met');

/** What the machine had nothing to judge by: not a stop, but said. */
export const questionMarks = (marks: readonly FindingMark[]): FindingMark[] =>
  marks.filter(({ finding, number }) => !finding.mark && finding.verdict === 'cannot_tell' && number === null);

export const undecided = (marks: readonly FindingMark[]): FindingMark[] =>
  openMarks(marks).filter(({ standing }) => standing === 'open');
