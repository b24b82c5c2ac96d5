import { create } from 'zustand';
import type { ReportQuery } from '../../../core/contract/index.ts';

interface ReportState {
  query: ReportQuery | null;
  preparedBy: string;
  checkedBy: string;
  /** Scale of the paper; null = fits the width. */
  zoom: number | null;
}

export const useReport = create<ReportState>(() => ({ query: null, preparedBy: '', checkedBy: '', zoom: null }));

export function changeQuery(patch: Partial<ReportQuery>): void {
  useReport.setState(({ query }) => ({ query: query && clean({ ...query, ...patch }) }));
}

/** Absent instead of empty, so that equal questions have equal keys. */
function clean(query: ReportQuery): ReportQuery {
  const { teams, templateId, ...rest } = query;
  return { ...rest, ...(teams && teams.length > 0 ? { teams } : {}), ...(templateId ? { templateId } : {}) };
}
