/** The next call (in list order, then from the top) that is still to be reviewed. */
export function nextPending(ids: readonly string[], pending: ReadonlySet<string>, current: string): string | null {
  const at = ids.indexOf(current);
  return [...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at))].find((id) => pending.has(id)) ?? null;
}
