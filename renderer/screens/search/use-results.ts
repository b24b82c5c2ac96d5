import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SearchCall, SearchPage, SearchQuery } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { type ResultRow, rowsOf } from './result-rows.ts';
import { useSearch } from './search-store.ts';

const CALLS_PER_PAGE = 20;
const SHOWN_PER_CALL = 3;
/** More sentences of one call are not listed. */
const ALL_OF_CALL = 1000;

export interface Results {
  rows: readonly ResultRow[];
  total: SearchPage['total'];
  /** All calls have been looked through. */
  ended: boolean;
  /** When the oldest call looked at began. */
  reached: number | null;
  searching: boolean;
  error: Error | null;
  more: () => void;
  retry: () => void;
}

/** The results as rows; `more` goes on where the last page stopped. */
export function useResults(query: SearchQuery | null): Results {
  const expanded = useSearch((state) => state.expanded);
  const pages = useInfiniteQuery({
    queryKey: ['search', 'find', query],
    queryFn: ({ pageParam }) =>
      api.search.find({ query: query!, cursor: pageParam, limit: CALLS_PER_PAGE, perCall: SHOWN_PER_CALL }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
  const whole = useQueries({
    queries: [...expanded].map((id) => ({
      queryKey: ['search', 'call', query, id],
      queryFn: () => api.search.find({ query: { ...query!, ids: [id] }, limit: 1, perCall: ALL_OF_CALL }),
      enabled: query !== null,
    })),
    combine: (answers) => answers.flatMap((answer) => answer.data?.calls ?? []),
  });
  const calls = useMemo(
    () => merged(query === null ? [] : (pages.data?.pages ?? []), whole),
    [query, pages.data, whole],
  );
  const rows = useMemo(() => rowsOf(calls), [calls]);
  const ended = pages.data !== undefined && !pages.hasNextPage;
  const total = pages.data?.pages[0]?.total ?? null;
  return {
    rows,
    // All pages together say it exactly.
    total: ended && total ? { hits: sum(calls), calls: calls.length, atLeast: false } : total,
    ended,
    reached: pages.data?.pages.at(-1)?.reached ?? null,
    searching: query !== null && pages.isFetching,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetching && !pages.isPlaceholderData) void pages.fetchNextPage();
    },
  };
}

const sum = (calls: readonly SearchCall[]) => calls.reduce((total, { hitCount }) => total + hitCount, 0);

function merged(pages: readonly SearchPage[], whole: readonly SearchCall[]): SearchCall[] {
  const wholeOf = new Map(whole.map((call) => [call.recording.id, call]));
  return pages.flatMap((page) => page.calls.map((call) => wholeOf.get(call.recording.id) ?? call));
}
