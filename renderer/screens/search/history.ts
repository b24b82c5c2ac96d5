/** The last searches of this library, newest first; kept with the screen's layout. */
import { useMemo } from 'react';
import { SearchQuery } from '../../../core/contract/index.ts';
import { saveLayout, useSettings } from '../../app/settings.ts';

const KEPT = 12;
const KEY = 'searches';

export function useHistory(): readonly SearchQuery[] {
  const stored = useSettings((settings) => settings.layout[KEY]);
  return useMemo(() => parse(stored), [stored]);
}

/** Puts a search at the front, once. */
export function remember(query: SearchQuery): void {
  const before = parse(useSettings.getState().layout[KEY]);
  const text = JSON.stringify(query);
  if (JSON.stringify(before[0]) === text) return;
  const others = before.filter((other) => JSON.stringify(other) !== text);
  void saveLayout(KEY, [query, ...others].slice(0, KEPT));
}

function parse(stored: unknown): SearchQuery[] {
  return Array.isArray(stored)
    ? stored.flatMap((entry) => {
        const { data } = SearchQuery.safeParse(entry);
        return data ? [data] : [];
      })
    : [];
}
