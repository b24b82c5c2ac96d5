import type { ScoreLine } from '../contract/index.ts';
import { apportion, roundHalfUp } from './apportion.ts';
import { emptyLine, type Judged, WHOLE } from './judge.ts';

export interface FormSum {
  lines: ScoreLine[];
  /** Null when nothing is applicable. */
  before: number | null;
  raw: number | null;
}

/**
 * Earned ÷ possible over the applicable items: a section's share is its weight among the sections that
 * have an applicable item, an item's share its weight among the section's applicable items. In a failed
 * section what the items earned is forfeited. Exact fractions until the total is rounded once.
 */
export function sumPercentage(items: readonly Judged[]): FormSum {
  const weighted = items.filter((judged) => judged.applicable && judged.item.weight * judged.section.weight > 0);
  if (weighted.length === 0) return { lines: items.map(emptyLine), before: null, raw: null };

  const sectionItems = Map.groupBy(weighted, (judged) => judged.section);
  const itemWeights = new Map([...sectionItems].map(([section, list]) => [section, sumOf(list, (j) => j.item.weight)]));
  const sectionWeights = sumOf([...sectionItems.keys()], (section) => section.weight);
  const failed = new Set(items.filter((judged) => judged.effect === 'fail-section').map((judged) => judged.section));
  const common = [...itemWeights.values()].reduce(leastCommonMultiple, 1n);
  const denominator = sectionWeights * common;

  const parts = weighted.map((judged) => {
    const unit =
      BigInt(judged.section.weight) *
      BigInt(judged.item.weight) *
      (common / (itemWeights.get(judged.section) ?? common));
    const gained = unit * BigInt(judged.earns);
    const lost = unit * BigInt(WHOLE) - gained;
    return failed.has(judged.section)
      ? { earned: 0n, forfeited: gained, lost }
      : { earned: gained, forfeited: 0n, lost };
  });
  const before = roundHalfUp(
    sumOf(parts, (part) => part.earned),
    denominator,
  );
  const earned = apportion(
    parts.map((part) => part.earned),
    denominator,
    before,
  );
  // What is not earned is rounded together, so that earned, lost and forfeited add up to the whole form.
  const missed = apportion(
    parts.flatMap((part) => [part.lost, part.forfeited]),
    denominator,
    WHOLE - before,
  );
  const figures = new Map(
    weighted.map((judged, index) => {
      const [lost, forfeited] = [missed[2 * index]!, missed[2 * index + 1]!];
      return [judged, { possible: earned[index]! + lost + forfeited, earned: earned[index]!, lost, forfeited }];
    }),
  );
  return { lines: items.map((judged) => ({ ...emptyLine(judged), ...figures.get(judged) })), before, raw: null };
}

function sumOf<T>(list: readonly T[], value: (element: T) => number | bigint): bigint {
  return list.reduce((sum, element) => sum + BigInt(value(element)), 0n);
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
