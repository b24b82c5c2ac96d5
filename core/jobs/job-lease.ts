/** One process at a time does a job. A claim lapses when its process stops renewing it, or is found dead. */
import { hostname } from 'node:os';
import { claimLease, type LibraryDb, leaseHolder, releaseLease } from '../../db/index.ts';
import type { Clock } from '../ports.ts';

export const leaseMs = 20_000;

export interface JobLeases {
  /** Takes or renews the claim. @returns whether it is ours now */
  claim(jobId: string): Promise<boolean>;
  release(jobId: string): Promise<void>;
}

/** @param core tells this core from another one in the same process */
export function createJobLeases(library: LibraryDb, clock: Clock, core: string): JobLeases {
  const holder = `${hostname()}/${process.pid}/${core}`;
  const name = (jobId: string) => `job:${jobId}`;
  return {
    async claim(jobId) {
      const other = await leaseHolder(library.db, name(jobId));
      if (other !== null && other !== holder && isDead(other)) await releaseLease(library.db, name(jobId), other);
      return claimLease(library.db, name(jobId), holder, clock(), clock() + leaseMs);
    },
    release: (jobId) => releaseLease(library.db, name(jobId), holder),
  };
}

/** A process of this machine that no longer exists; of another machine nothing can be told. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split('/');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '') || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
