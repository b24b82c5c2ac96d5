/** Work that two processes on one library must not do twice: the desktop app and a script beside it. */
import { randomUUID } from 'node:crypto';
import { claimLease, type LibraryDb, releaseLease } from '../../db/index.ts';
import type { Clock } from '../ports.ts';

export interface Lease {
  /** Aborted when another process took over, as after a long sleep of this machine: stop the work. */
  lost: AbortSignal;
  release(): Promise<void>;
}

export interface Leases {
  /**
   * Takes the named work for this process and keeps renewing the claim until it is released.
   * @returns null when another process has it
   */
  take(name: string): Promise<Lease | null>;
}

/** A process that was killed loses its claims after this many milliseconds. */
export const leaseMs = 30_000;

export function createLeases(library: LibraryDb, clock: Clock, holder: string = randomUUID()): Leases {
  const claim = (name: string) => claimLease(library.db, name, holder, clock(), clock() + leaseMs);
  return {
    async take(name) {
      if (!(await claim(name))) return null;
      const lost = new AbortController();
      const renew = async () => {
        if (!(await claim(name))) lost.abort();
      };
      // A renewal that the disk refuses is tried twice more before the lease runs out.
      const heartbeat = setInterval(() => void renew().catch(() => {}), leaseMs / 3);
      // The claim alone never keeps a script from ending.
      heartbeat.unref();
      return {
        lost: lost.signal,
        async release() {
          clearInterval(heartbeat);
          await releaseLease(library.db, name, holder);
        },
      };
    },
  };
}
