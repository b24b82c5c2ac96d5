/** At most 31 characters, none of `[]:*?/\`, no apostrophe at either end, unlike any other (case ignored). */
export function uniqueSheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
    .slice(0, 31);
  const base = clean === '' ? 'Sheet' : clean;
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const suffix = ` ${number}`;
    name = base.slice(0, 31 - suffix.length) + suffix;
  }
  taken.add(name.toLowerCase());
  return name;
}
