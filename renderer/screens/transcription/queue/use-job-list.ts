import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Job } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { useJobs } from '../../../query.ts';
import { toast } from '../../../ui/toast.tsx';

/** Every job of late, newest first, as it is now. */
export function useJobList(): Job[] {
  const live = useJobs((state) => state.jobs);
  const listed = useQuery({ queryKey: ['jobs', 'list'], queryFn: () => api.jobs.list() });
  return useMemo(() => {
    const known = listed.data ?? [];
    const fresh = Object.values(live).filter((job) => !known.some(({ id }) => id === job.id));
    return [...fresh, ...known.map((job) => live[job.id] ?? job)].sort((a, b) => b.createdAt - a.createdAt);
  }, [live, listed.data]);
}

/** Pauses, resumes or cancels a job; a refusal is told. */
export function useJobChange(): (what: 'pause' | 'resume' | 'cancel', id: string) => Promise<void> {
  const language = useLanguage();
  return async (what, id) => {
    try {
      const next = await api.jobs[what]({ id });
      useJobs.setState(({ jobs }) => ({ jobs: { ...jobs, [next.id]: next } }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
}
