/** How far a queue has come, in sound rather than in files: calls last from seconds to hours. */
import type { Clock } from '../ports.ts';

/** @param tell the share that is done since the start, and the milliseconds left as far as can be told */
export function createProgress(clock: Clock, tell: (fraction: number, leftMs: number | null) => void) {
  const startedAt = clock();
  const inWork = new Map<string, number>();
  let [finishedMs, waitingMs] = [0, 0];

  function report() {
    const working = [...inWork.values()].reduce((sum, ms) => sum + ms, 0);
    const done = finishedMs + working;
    const left = Math.max(0, waitingMs - working);
    const whole = done + left;
    tell(whole === 0 ? 1 : done / whole, done === 0 ? null : Math.round(((clock() - startedAt) / done) * left));
  }
  return {
    /** @param ms of sound that waits, with what is in work */
    waiting(ms: number) {
      waitingMs = ms;
      report();
    },
    working(id: string, doneMs: number) {
      inWork.set(id, doneMs);
      report();
    },
    finished(id: string, stillWaitingMs: number) {
      inWork.delete(id);
      finishedMs += Math.max(0, waitingMs - stillWaitingMs);
      waitingMs = stillWaitingMs;
      report();
    },
  };
}
