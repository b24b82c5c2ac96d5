/**
 * Largest-remainder rounding: whole numbers that add up to `total` and differ from the exact
 * parts by less than one. The units left over after rounding down go to the largest fractions,
 * the earlier part first when two are equal; a part of zero stays zero.
 * @param parts exact parts as numerators over `denominator`, none negative
 * @param total the exact sum rounded down or up to a whole number
 */
export function apportion(parts: readonly bigint[], denominator: bigint, total: number): number[] {
  const whole = parts.map((part) => Number(part / denominator));
  const left = total - whole.reduce((sum, value) => sum + value, 0);
  const byFraction = parts
    .map((part, index) => ({ index, fraction: part % denominator }))
    .sort((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1));
  for (const { index } of byFraction.slice(0, left)) whole[index] = whole[index]! + 1;
  return whole;
}

/** The one rounding rule of a score: to the nearest whole number, a half goes up. Not for negative numbers. */
export function roundHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
