/** Cells of call records: cleaned text and durations. Pure. */

/** A cell as people read it: without the marks by which exports force Excel to keep text (`="8012"`, a leading ' or tab). */
export function cleanCell(text: string): string {
  const plain = text.replaceAll('\u0000', '').replaceAll('\ufeff', '').trim();
  const forced = /^="?(.*?)"?$/s.exec(plain);
  return wholeNumber((forced ? forced[1]! : plain.replace(/^'/, '')).trim());
}

/** A sheet's number as people know it: `8012.0`, and `1.3900139002000E+10` where no digit is lost. */
function wholeNumber(text: string): string {
  const fraction = /^(\d{3,})\.0+$/.exec(text);
  if (fraction) return fraction[1]!;
  const power = /^(\d)\.(\d+)e\+?(\d{1,2})$/i.exec(text);
  if (!power || power[2]!.length < Number(power[3])) return text;
  const [, first, decimals, exponent] = power as unknown as [string, string, string, string];
  return /^0*$/.test(decimals.slice(Number(exponent))) ? first + decimals.slice(0, Number(exponent)) : text;
}

/**
 * Seconds of `87`, `87.5`, `1:27`, `00:01:27`, `1分27秒`, `1小时2分`, `87s`, `1m27s`, `1'27"`; null for anything else.
 * @param unit what a bare number counts, as the column's header says
 */
export function parseDuration(text: string, unit: 'ms' | 's' | 'min' = 's'): number | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said) * (unit === 'ms' ? 0.001 : unit === 'min' ? 60 : 1);
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)$/.exec(said);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const spoken =
    /^(?:(\d+)\s*(?:小时|时|hours?|hrs?|h))?\s*(?:(\d+)\s*(?:分钟?|minutes?|mins?|m|'|′))?\s*(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|seconds?|secs?|s|"|″|''))?$/.exec(
      said,
    );
  if (!spoken || spoken.slice(1).every((part) => part === undefined)) return null;
  return Number(spoken[1] ?? 0) * 3600 + Number(spoken[2] ?? 0) * 60 + Number(spoken[3] ?? 0);
}
