import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SearchQuery } from '../../../core/contract/index.ts';
import { queryOf, useSearch } from './search-store.ts';

/** The question that the results on screen answer; the same object as long as it is the same question. */
export function useSearchQuery(): SearchQuery | null {
  const asked = useSearch(
    useShallow(({ text, scope, speakers, time, filter }) => ({ text, scope, speakers, time, filter })),
  );
  return useMemo(() => queryOf({ ...useSearch.getState(), ...asked }), [asked]);
}
