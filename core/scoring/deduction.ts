import type { TemplateSection } from '../contract/index.ts';
import { apportion, roundHalfUp } from './apportion.ts';
import { emptyLine, type Judged, WHOLE } from './judge.ts';
import type { FormSum } from './percentage.ts';

/**
 * 100 points less points × occurrences, at most the item's cap and then the section's cap; a failed section
 * loses its whole cap. A capped section's loss is split over its items in proportion to their own losses.
 * Lines have nothing to earn: possible is 0 and earned the negative of what was lost.
 */
export function sumDeduction(items: readonly Judged[]): FormSum {
  const lines = [...Map.groupBy(items, (judged) => judged.section)].flatMap(([section, list]) =>
    sectionLines(section, list),
  );
  if (!items.some((judged) => judged.applicable)) return { lines, before: null, raw: null };
  const raw = lines.reduce((sum, line) => sum + line.earned, WHOLE);
  return { lines, before: Math.max(0, raw), raw };
}

function sectionLines(section: TemplateSection, items: readonly Judged[]) {
  const cap = section.pointsMax ?? Number.MAX_SAFE_INTEGER;
  const own = items.map(ownLoss);
  const sum = own.reduce((total, points) => total + points, 0);
  const loss = Math.min(sum, cap);
  const split =
    loss === sum
      ? own
      : apportion(
          own.map((points) => BigInt(points) * BigInt(loss)),
          BigInt(sum),
          loss,
        );
  const failing = section.pointsMax === undefined ? -1 : items.findIndex((judged) => judged.effect === 'fail-section');
  return items.map((judged, index) => {
    const lost = split[index]!;
    const forfeited = index === failing ? cap - loss : 0;
    return { ...emptyLine(judged), lost, forfeited, earned: 0 - lost - forfeited };
  });
}

function ownLoss({ item, answer, count }: Judged): number {
  const each = item.pointsEach ?? 0;
  const points =
    answer === 'partly'
      ? each - roundHalfUp(BigInt(each) * BigInt(item.partlyEarns ?? 0), BigInt(WHOLE))
      : each * count;
  return Math.min(points, item.pointsMax ?? points);
}
