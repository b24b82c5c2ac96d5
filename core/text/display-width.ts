/** Columns that a text takes where every character stands in a grid: Chinese characters are two cells wide. */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, sign) => width + (WIDE.test(sign) ? 2 : COMBINING.test(sign) ? 0 : 1), 0);
}
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{Mn}/u;
