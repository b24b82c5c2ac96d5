import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { RecordingRow } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import type { RecordingQuery } from '../../app/navigation.ts';

export const PAGE_SIZE = 200;

export interface RecordingPages {
  total: number;
  totalDurationMs: number;
  /** Null while its page is on the way. */
  row: (index: number) => RecordingRow | null;
  error: Error | null;
  loading: boolean;
}

const pageQuery = (query: RecordingQuery, page: number) => ({
  queryKey: ['recordings', 'list', query, page],
  queryFn: () => api.recordings.list({ ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
});

/**
 * The library's rows by index, fetched a page at a time as they come into view.
 * @param first,last indexes that are visible
 */
export function useRecordingPages(query: RecordingQuery, first: number, last: number): RecordingPages {
  const head = useQuery({ ...pageQuery(query, 0), placeholderData: keepPreviousData });
  const from = Math.floor(Math.max(0, first) / PAGE_SIZE);
  const to = Math.floor(Math.max(0, last) / PAGE_SIZE);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((page) => page > 0);
  const pages = useQueries({ queries: numbers.map((page) => pageQuery(query, page)) });
  return {
    total: head.data?.total ?? 0,
    totalDurationMs: head.data?.totalDurationMs ?? 0,
    error: head.error,
    loading: head.isPending,
    row(index) {
      const page = Math.floor(index / PAGE_SIZE);
      const data = page === 0 ? head.data : pages[numbers.indexOf(page)]?.data;
      return data?.rows[index % PAGE_SIZE] ?? null;
    },
  };
}
