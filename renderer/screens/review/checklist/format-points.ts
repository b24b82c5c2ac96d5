/** Hundredths of a point for narrow places: at most one decimal. */
export const shortPoints = (hundredths: number): string => String(Math.round(hundredths / 10) / 10);
