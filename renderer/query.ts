/** Cached answers of the core, thrown away when the core says that their topic changed. */
import { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Job, Topic } from '../core/contract/index.ts';
import { api } from './api.ts';
import { useConnection } from './rpc-connection.ts';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
});

/** Rooms of the contract whose answers a topic makes stale. The first part of every query key is its room. */
const staleRooms: Record<Topic, string[]> = {
  recordings: ['recordings', 'search', 'reports', 'trends', 'app'],
  transcripts: ['transcripts', 'search', 'recordings', 'findings', 'transcription'],
  findings: ['findings', 'recordings', 'rules'],
  reviews: ['reviews', 'search', 'recordings', 'reports', 'trends', 'findings', 'rules'],
  templates: ['templates'],
  clips: ['training'],
  jobs: ['jobs', 'transcription'],
  imports: ['imports'],
  settings: ['app', 'transcription'],
  rules: ['rules', 'findings'],
  searches: ['search'],
};

export const useJobs = create<{ jobs: Record<string, Job> }>(() => ({ jobs: {} }));

/** How far calls have come that the page waits for, by the id that it gave. */
export const useProgress = create<{ of: Record<string, { done: number; total: number }> }>(() => ({ of: {} }));

/** Follows the core's events for as long as the window lives. */
export async function followEvents(): Promise<never> {
  for (;;) {
    try {
      for await (const event of await api.app.events()) {
        if (event.type === 'progress') useProgress.setState(({ of }) => ({ of: { ...of, [event.id]: event } }));
        else if (event.type === 'job')
          useJobs.setState(({ jobs }) => ({ jobs: { ...jobs, [event.job.id]: event.job } }));
        else invalidate(event.topic);
      }
    } catch {
      // The core went away: what it said before may be stale once it is back.
      await new Promise((resolve) => setTimeout(resolve, 500));
      useJobs.setState({ jobs: {} });
      if (useConnection.getState().connected) void queryClient.invalidateQueries();
    }
  }
}

const waiting = new Set<string>();

/** An import emits a change per file: ask again at most twice a second. */
function invalidate(topic: Topic): void {
  const first = waiting.size === 0;
  collect(topic);
  if (!first) return;
  setTimeout(() => {
    for (const room of waiting) void queryClient.invalidateQueries({ queryKey: [room] });
    waiting.clear();
  }, 500);
}

function collect(topic: Topic): void {
  for (const room of staleRooms[topic]) waiting.add(room);
}
